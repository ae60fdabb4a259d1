import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFiles } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bytes = (text: string) => new TextEncoder().encode(text);

test('a content that is not there, or is no longer what it was, is refused', async () => {
  const files = openFiles(path.join(folder, 'a'));
  await expect(files.read('0'.repeat(64))).rejects.toMatchObject({ code: 'files.missing' });
  await expect(files.read('../../etc/passwd')).rejects.toMatchObject({ code: 'files.missing' });
  const { sha256 } = await files.put(bytes('决算批复'));
  writeFileSync(path.join(folder, 'a/sha256', sha256.slice(0, 2), sha256), '改过');
  await expect(files.read(sha256)).rejects.toMatchObject({ code: 'files.damaged' });
  await files.put(bytes('决算批复'));
  expect(Buffer.from(await files.read(sha256)).toString()).toBe('决算批复');
});

test('a folder that cannot be written keeps nothing and says why', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  await expect(openFiles(path.join(folder, 'file')).put(bytes('x'))).rejects.toMatchObject({
    code: 'files.notKept',
    data: { fault: 'ENOTDIR' },
  });
});

test('the same content is kept once, however often it comes', async () => {
  const files = openFiles(path.join(folder, 'b'));
  const filed = await Promise.all(Array.from({ length: 20 }, () => files.put(bytes('同一份'))));
  expect(new Set(filed.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(
    readdirSync(path.join(folder, 'b'), { recursive: true }).filter((name) => /[0-9a-f]{64}$/.test(String(name))),
  ).toHaveLength(1);
});
