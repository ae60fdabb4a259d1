/** The tests look at the workbench in a Chromium. On Debian and Ubuntu as root it is installed here; elsewhere the exact command is said. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];

/** The browser's program; LUZHI_CHROMIUM names another. */
export const findChromium = () => process.env.LUZHI_CHROMIUM ?? PLACES.find((place) => existsSync(place));

export function ensureBrowser() {
  if (findChromium() !== undefined) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('正在安装测试所需的 chromium … / Installing the browser the tests need …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env: environment });
    spawnSync('apt-get', ['-q', ...INSTALL], { stdio: 'ignore', env: environment });
    if (findChromium() !== undefined) return;
  }
  console.error(
    `测试需要 Chromium。请先安装：sudo apt-get ${INSTALL.join(' ')}，或用环境变量 LUZHI_CHROMIUM 指明 Chromium 109 以上浏览器的程序，再运行 npm test。\n` +
      `The tests need a Chromium. Install it (sudo apt-get ${INSTALL.join(' ')}) or name one from version 109 up in LUZHI_CHROMIUM, and run npm test again.`,
  );
  process.exit(3);
}
