/** `npm start` as a stranger runs it: the report first, then the system, and nothing left behind when it is stopped. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();

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
    for (let tries = 0; tries < 600; tries += 1) {
      const found = words.exec(said);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return expect.unreachable(`never said ${words}: ${said}`);
  };
  return { stop: () => shell.kill('SIGTERM'), until };
}

test('the report is made, the system opens with a sign-in per role, and stops with who started it', async () => {
  const { until, stop } = npmStart();
  await until(/系统测算分　89\.71 \/ 100\.00/);
  expect(existsSync(path.join(ROOT, 'out/清江市2025年度自评报告.docx'))).toBe(true);
  const [, address = ''] = await until(/履职已开启：(http:\/\/\S+)/);
  const [, password] = await until(/^ {2}office\t(\S+)\t/m);
  await until(/^ {2}audit\t\S+\t.*$/m);
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login: 'office', password }),
  });
  expect(signedIn.status).toBe(201);
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
