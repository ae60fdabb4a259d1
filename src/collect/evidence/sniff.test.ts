import { expect, test } from 'vitest';
import { namesKind, sniff } from './sniff.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['a program', 'MZ\x90\0\x03'],
  ['a program of another system', '\x7fELF\x02\0'],
  ['a page', '<!DOCTYPE html><script>1</script>'],
  ['a picture with scripts', '<svg onload="x()"/>'],
  ['an archive', 'PK\x03\x04 some.pdf other.exe'],
  ['nothing', ''],
])('%s is not taken', (_, content) => expect(sniff(bytes(content))).toBeUndefined());

test.each([
  ['pdf', '%PDF-1.7 ...'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpg', '\xff\xd8\xff\xe0'],
  ['docx', 'PK\x03\x04 ... word/document.xml'],
  ['xlsx', 'PK\x03\x04 ... xl/workbook.xml'],
  ['ofd', 'PK\x03\x04OFD.xml'],
  ['doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['txt', 'a plain note'],
])('%s is told by its first bytes', (ending, content) => expect(sniff(bytes(content))?.ending).toBe(ending));

test('words in GB18030 are words', () => expect(sniff(bytes('\xc7\xe5\xbd\xad\xca\xd0'))?.ending).toBe('txt'));

test('a name may not say another kind; a name without an ending says nothing', () => {
  const pdf = sniff(bytes('%PDF-1.7'));
  expect(pdf && [namesKind('批复.pdf', pdf), namesKind('批复.PDF', pdf), namesKind('批复', pdf)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(pdf && namesKind('批复.docx', pdf)).toBe(false);
});
