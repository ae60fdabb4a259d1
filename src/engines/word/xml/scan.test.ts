import { expect, test } from 'vitest';
import { attributeOf, scanXml, type XmlElement } from './scan.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const shape = ({ name, children }: XmlElement): unknown => [name, ...children.map(shape)];

test('an element is known by its namespace, whatever its prefix', () => {
  expect(shape(scanXml(`<x:p xmlns:x="${W}"><x:r/></x:p>`))).toEqual(['w:p', ['w:r']]);
});

test('a prefix given another meaning means it only inside that element', () => {
  const source = `<w:p xmlns:w="${W}"><w:r xmlns:w="urn:other"><w:t/></w:r><w:t/></w:p>`;
  expect(shape(scanXml(source))).toEqual(['w:p', ['?:r', ['?:t']], ['w:t']]);
});

test('a > inside an attribute does not end its element', () => {
  const source = `<w:p xmlns:w="${W}" w:name='a>b' w:val="c'd>e"><w:r/></w:p>`;
  const root = scanXml(source);
  expect(shape(root)).toEqual(['w:p', ['w:r']]);
  expect(attributeOf(source, root, 'val')).toBe("c'd>e");
});

test.each(['<w:p', '<w:p a="', '<w:p><!-- ', '<w:p><![CDATA[x', '<?xml '])('%s, cut off, ends the walk', (source) => {
  expect(scanXml(source).end).toBeLessThanOrEqual(source.length);
});
