/**
 * The tests open reports in LibreOffice and look at their pages with pdftotext. On Debian and Ubuntu as root they
 * are installed here; elsewhere the exact command is said.
 */
import { spawnSync } from 'node:child_process';

const PACKAGES = ['libreoffice-writer-nogui', 'poppler-utils', 'fonts-noto-cjk'];
const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

export function ensureOffice() {
  if (has('soffice') && has('pdftotext')) return;
  const install = ['install', '-y', '--no-install-recommends', ...PACKAGES];
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.error(`正在安装测试所需的 ${PACKAGES.join('、')} … / Installing what the tests need …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env: environment });
    spawnSync('apt-get', ['-q', ...install], { stdio: 'ignore', env: environment });
    if (has('soffice') && has('pdftotext')) return;
  }
  console.error(
    `测试需要 LibreOffice 和 poppler。请先安装：sudo apt-get ${install.join(' ')}（或从系统的软件源安装同名软件），再运行 npm test。\n` +
      `The tests need LibreOffice and poppler. Install them (sudo apt-get ${install.join(' ')}, or the same from your system) and run npm test again.`,
  );
  process.exit(3);
}
