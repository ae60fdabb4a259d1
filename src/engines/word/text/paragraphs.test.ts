import { expect, test } from 'vitest';
import { documentXml, docx, docxOf, paragraph, run } from '../../../../test/support/docx.ts';
import { openWord } from '../open.ts';
import { readParagraphs } from './paragraphs.ts';

const textsOf = (bytes: Uint8Array): string[] => readParagraphs(openWord(bytes, 'test.docx')).map(({ text }) => text);

test.each([
  ['over twelve runs', paragraph(...[...'教育经费支出XXX.XX'].map((character) => run(character)))],
  ['over a proofing mark', paragraph(run('教育经费支出X'), '<w:proofErr w:type="spellStart"/>', run('XX.XX'))],
  [
    'over a bookmark',
    paragraph(
      run('教育经费'),
      '<w:bookmarkStart w:id="1" w:name="a"/>',
      run('支出XXX'),
      '<w:bookmarkEnd w:id="1"/>',
      run('.XX'),
    ),
  ],
  [
    'over a hyperlink',
    paragraph(run('教育经费'), `<w:hyperlink r:id="r9">${run('支出XXX')}</w:hyperlink>`, run('.XX')),
  ],
  ['over a tracked insertion', paragraph(run('教育经费支出'), `<w:ins w:id="1">${run('XXX')}</w:ins>`, run('.XX'))],
  [
    'over a content control',
    paragraph(run('教育经费'), `<w:sdt><w:sdtPr/><w:sdtContent>${run('支出XXX')}</w:sdtContent></w:sdt>`, run('.XX')),
  ],
  [
    'beside a tracked deletion',
    paragraph(run('教育经费支出'), '<w:del w:id="1"><w:r><w:delText>旧数</w:delText></w:r></w:del>', run('XXX.XX')),
  ],
])('text split %s reads as one', (_, body) => {
  expect(textsOf(docx(body))).toEqual(['教育经费支出XXX.XX']);
});

test("a field's codes are not text, its result is", () => {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body = paragraph(
    run('第'),
    field('begin'),
    '<w:r><w:instrText> PAGE </w:instrText></w:r>',
    field('separate'),
    run('3'),
    field('end'),
    run('页'),
  );
  expect(textsOf(docx(body))).toEqual(['第3页']);
});

test('a text box is read once, though the file holds it twice', () => {
  const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('框内XX'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('框内XX'))}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
  expect(textsOf(docx(paragraph(run('正文'), `<w:r>${box}</w:r>`)))).toEqual(['正文', '框内XX']);
});

test('tables count their rows and cells, also inside controls', () => {
  const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
  const row = `<w:tr>${cell('乙')}${cell('2')}</w:tr>`;
  const body = `<w:tbl><w:tr>${cell('甲')}${cell('1')}</w:tr><w:sdt><w:sdtPr/><w:sdtContent>${row}</w:sdtContent></w:sdt></w:tbl>`;
  expect(
    readParagraphs(openWord(docx(body), 'test.docx')).map(({ text, table }) => [text, table?.row, table?.cell]),
  ).toEqual([
    ['甲', 0, 0],
    ['1', 0, 1],
    ['乙', 1, 0],
    ['2', 1, 1],
  ]);
});

test.each([
  ['another prefix', 'ns0', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['the strict namespace', 'w', 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
])('a file with %s reads alike', (_, prefix, namespace) => {
  const body = paragraph(run('教育经费')).replaceAll('w:', `${prefix}:`).replaceAll(`xml:space`, 'xml:space');
  expect(textsOf(docxOf(documentXml(body, prefix, namespace)))).toEqual(['教育经费']);
});

test('attributes with > in them, comments, CDATA and entities are no stumbling blocks', () => {
  const body = `<!-- <w:p> --><w:p w14:note="a>b"><w:r><w:t>甲&lt;乙&#x4E19;&amp;丁</w:t></w:r></w:p>`;
  expect(textsOf(docx(body))).toEqual(['甲<乙丙&丁']);
});
