/** Texts as offices save them: `lint` and `slots` read each encoding, or say that they cannot. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { luzhi, temporaryFolder } from '../../test/support/cli.ts';

const folder = temporaryFolder();

function textFile(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const TEXT = '教育支出由120.00亿元增加到110.00亿元，XX人。';
/** The same in GB18030, which Node reads and does not write. */
const GB18030 = 'bdccd3fdd6a7b3f6d3c93132302e3030d2dad4aad4f6bcd3b5bd3131302e3030d2dad4aaa3ac5858c8cba1a3';
const marked = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

test.each([
  ['utf-8', Buffer.from(TEXT)],
  ['utf-8-marked', Buffer.from(`\ufeff${TEXT}`)],
  ['gb18030', Buffer.from(GB18030, 'hex')],
  ['utf-16le', marked],
  ['utf-16be', Buffer.from(marked).swap16()],
])('%s is read', async (name, bytes) => {
  const file = textFile(`${name}.txt`, bytes);
  expect((await luzhi('lint', file)).stderr).toMatch(/须改正 YOY-6 .*第1段第6字/);
  expect((await luzhi('slots', file, '--json')).stdout).toContain('"before":"增加到110.00亿元，"');
});

describe.each([
  ['utf-16 without its mark', marked.subarray(2)],
  ['half a character', Buffer.from(`${GB18030}bd`, 'hex')],
  ['a document under another name', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')],
])('%s is refused', (name, bytes) => {
  test.each(['lint', 'slots'])('by %s', async (command) => {
    const { status, stdout, stderr } = await luzhi(command, textFile(`${name}.txt`, bytes));
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('的文字编码不是 UTF-8、UTF-16 或 GB18030');
  });
});
