/** `npm start` as a stranger runs it: the report first, then the system, and nothing left behind when it is stopped. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { luzhi, temporaryFolder } from '../support/cli.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
const run = promisify(execFile);

/** As npm does it: behind a shell that dies of a signal without handing it on. */
function npmStart() {
  const command = `node tools/start.mjs --port 0 --data "${path.join(folder, '数据 1')}"; exit $?`;
  const shell = spawn('sh', ['-c', command], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [shell.stdout, shell.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  const until = async (words: RegExp): Promise<RegExpExecArray> => {
    for (let tries = 0; tries < 2500; tries += 1) {
      const found = words.exec(said);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return expect.unreachable(`never said ${words}: ${said}`);
  };
  return { stop: () => shell.kill('SIGTERM'), until, said: () => said };
}

test('the report is made, the system opens, a newcomer files a report by its sign-ins, and all ends with who started it', async () => {
  const { until, stop, said } = npmStart();
  await until(/系统测算分　89\.71 \/ 100\.00/);
  expect(existsSync(path.join(ROOT, 'out/清江市2025年度自评报告.docx'))).toBe(true);
  const [, address = ''] = await until(/履职已开启：(http:\/\/\S+)/);
  await until(/^ {2}audit\t\S+\t.*$/m);
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
  const signIns = [...said().matchAll(/^ {2}(\S+)\t(\S+)\t/gm)].map(([, login, password]) => `${login}=${password}`);
  const script = path.join(ROOT, 'docs/first-year.mjs');
  symlinkSync(path.join(ROOT, 'schemes'), path.join(folder, 'schemes'));
  const year = await run(process.execPath, [script, address, ...signIns], { cwd: folder });
  expect(year.stdout).toMatch(/云屏县: 90\.35, 优秀[\s\S]*seal [0-9a-f]{64}/);
  const verdict = await luzhi('verify', path.join(folder, 'report.luzhi.zip'));
  expect(verdict).toMatchObject({ status: 0, stderr: '' });
  expect(verdict.stdout).toMatch(/已归档[\s\S]*不符 0 处/);
  stop();
  await until(/正在关闭/);
  for (let tries = 0; tries < 100; tries += 1) {
    const gone = await fetch(`${address}/healthz`).then(
      () => false,
      () => true,
    );
    if (gone) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect.unreachable('the server is still there');
});
