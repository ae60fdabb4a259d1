import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFiles, scanWith } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const LI = { tenant: 1, account: 'li' };
const ZHAO = { tenant: 1, account: 'zhao' };
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

test('a content that comes in pieces is filed when it is whole; broken off, too large or unclean, nothing is left', async () => {
  const folderOf = (name: string): string => path.join(folder, name);
  const left = (name: string): unknown[] =>
    readdirSync(folderOf(name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  async function* pieces(fails = false): AsyncIterable<Uint8Array> {
    yield bytes('决算');
    if (fails) throw new Error('the line broke');
    yield bytes('批复');
  }
  const files = openFiles(folderOf('c'));
  await expect(files.take(pieces(true), 100, LI)).rejects.toThrow('the line broke');
  await expect(files.take(pieces(), 7, LI)).rejects.toMatchObject({ code: 'files.tooLarge' });
  expect(left('c')).toEqual([]);
  const { sha256, size } = await files.take(pieces(), 12, LI);
  expect([size, Buffer.from(await files.sentBy(LI).read(sha256)).toString()]).toEqual([12, '决算批复']);

  const scanner = folderOf('scanner');
  const scanned = openFiles(folderOf('d'), scanWith(scanner));
  await expect(scanned.put(bytes('x'))).rejects.toMatchObject({ code: 'files.scannerFailed' });
  writeFileSync(scanner, '#!/bin/sh\ngrep -q EICAR "$1" && echo "$1: Eicar FOUND" && exit 1\nexit 0\n', {
    mode: 0o755,
  });
  await expect(scanned.put(bytes('EICAR'))).rejects.toMatchObject({
    code: 'files.unclean',
    data: { said: ': Eicar FOUND' },
  });
  expect(left('d')).toEqual([]);
  await expect(scanned.put(bytes('clean'))).resolves.toMatchObject({ size: 5 });
});

test('the scanner is run by its path alone: signs of a shell in it are letters of a name', async () => {
  const odd = path.join(folder, 'a b; touch $(echo pwned) `pwned` &');
  mkdirSync(odd);
  const scanner = path.join(odd, 'scan $(touch pwned).sh');
  writeFileSync(scanner, '#!/bin/sh\ntest -f "$1" && test $# -eq 1\n', { mode: 0o755 });
  const { size } = await openFiles(odd, scanWith(scanner)).put(bytes('clean'));
  expect([size, existsSync('pwned'), existsSync(path.join(odd, 'pwned'))]).toEqual([5, false, false]);
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

test("what was sent is its sender's alone until a deed that read it is done; dropped, it leaves what others have", async () => {
  const at = path.join(folder, 'e');
  const files = openFiles(at);
  const lain = () => readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  async function* paper(): AsyncIterable<Uint8Array> {
    yield bytes('机密★10年');
  }
  const send = async (sender: typeof LI) => (await files.take(paper(), 100, sender)).sha256;
  const sha256 = await send(LI);
  await expect(files.read(sha256)).rejects.toMatchObject({ code: 'files.missing' });
  await expect(files.sentBy(ZHAO).read(sha256)).rejects.toMatchObject({ code: 'files.missing' });
  await files.sentBy(ZHAO).drop(sha256);
  await files.sentBy(LI).drop('../../../etc/passwd');

  const [refused, done] = [files.sentBy(LI), files.sentBy(LI)];
  await Promise.all([refused.read(sha256), done.read(sha256)]);
  await refused.drop(sha256);
  expect(lain()).toBe(0);
  await expect(done.keep()).rejects.toMatchObject({ code: 'files.missing' });

  // Both send it at the same time; what the one keeps stays when the other's is refused, and is kept once.
  await Promise.all([send(LI), send(ZHAO)]);
  const [twice, other] = [files.sentBy(ZHAO), files.sentBy(ZHAO)];
  await Promise.all([twice.read(sha256), other.read(sha256)]);
  await Promise.all([files.sentBy(LI).drop(sha256), twice.keep(), other.keep()]);
  await files.sentBy(ZHAO).drop(sha256);
  expect([Buffer.from(await files.read(sha256)).toString(), lain()]).toEqual(['机密★10年', 1]);
});
