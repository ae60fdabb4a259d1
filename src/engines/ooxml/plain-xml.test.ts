import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainXml } from './plain-xml.ts';
import { walkXml } from './xml-gate.ts';

const passesParser = (text: string): boolean => {
  try {
    walkXml(Buffer.from(text), { file: 'f', part: 'p' }, {});
    return true;
  } catch {
    return false;
  }
};

test.each([
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:p xmlns:w="u"><w:t xml:space="preserve">a &lt; b</w:t></w:p>\n',
    true,
  ],
  ['<a><b xmlns:r="u" r:id="1" id="1"/></a>', true],
  ['<a left="1" right="2"/>', true],
  ['<a><b></a></b>', false],
  ['<a/><b/>', false],
  ['<a>', false],
  ['', false],
  ['x<a/>', false],
  ['<w:p/>', false],
  ['<a><b xmlns:r="u"/><r:c/></a>', false],
  ['<a x="1" x="2"/>', false],
  ['<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', false],
  ['<a xmlns:xml="u"/>', false],
  ['<a xmlns:p=""/>', false],
  ['<!DOCTYPE a><a/>', false],
  ['<a>&other;</a>', false],
  ['<a>&#0;</a>', false],
  ['<a>]]></a>', false],
  ['<a>\u0001</a>', false],
  ['<a b="<"/>', false],
  ["<a b='1'/>", false],
  ['<a b="1"c="2"/>', false],
  ['<?xml version="1.1"?><a/>', false],
  [`${'<a>'.repeat(257)}${'</a>'.repeat(257)}`, false],
])('%s', (text, plain) => expect(isPlainXml(text)).toBe(plain));

test('whatever is taken for plain, the parser takes too', () => {
  const piece = fc.constantFrom(
    ...[
      '<a>',
      '</a>',
      '<a/>',
      '<p:a>',
      '</p:a>',
      '<p:b/>',
      '<a xmlns:p="u">',
      '<p:a xmlns:p="u" p:x="1"/>',
      ' x="1"',
      ' p:x="1"',
    ],
    ...[
      '<',
      '>',
      '/',
      '"',
      '&amp;',
      '&#65;',
      '&',
      ']]>',
      '<!--',
      '-->',
      '<![CDATA[',
      '<?',
      '?>',
      'xml',
      'xmlns:q="u"',
      ':',
      '文',
      ' ',
      '\n',
      '\0',
    ],
  );
  const written = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `<a xmlns:p="u">${pieces.join('')}</a>`),
    fc.array(piece, { maxLength: 4 }).map((pieces) => `<p:a xmlns:p="u" ${pieces.join('')}></p:a>`),
  );
  let taken = 0;
  fc.assert(
    fc.property(written, (text) => {
      if (!isPlainXml(text)) return;
      taken += 1;
      expect(passesParser(text)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(500);
});
