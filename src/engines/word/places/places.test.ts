/** Texts put into places of a template, and read back as offices and Word leave them. */
import { expect, test } from 'vitest';
import { bodyOf, docx, docxOf, paragraph, run } from '../../../../test/support/docx.ts';
import type { PlacedText, WordBinding } from '../contract.ts';
import { bindTemplate, compileTemplate, fillPlaces, issueCopy, readTexts, renderTemplate } from '../index.ts';

const NOTHING: WordBinding = { edits: [], slots: [], blocks: [], places: [], rows: [], insert: [] };
const FORMAT = '<w:rPr><w:sz w:val="32"/></w:rPr>';
const INDENT = '<w:pPr><w:ind w:firstLine="640"/><w:jc w:val="both"/></w:pPr>';
const HEAD = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>';
const PLAIN = docx(
  paragraph(HEAD, run('（一）投入')) +
    paragraph(INDENT, run('经费按时拨付。', FORMAT)) +
    paragraph(INDENT, run('管理不断加强。', FORMAT)) +
    paragraph(HEAD, run('（二）队伍')) +
    '<w:sectPr/>',
);
const bind = (places: WordBinding['places']) => bindTemplate(PLAIN, { ...NOTHING, places }, 'plain.docx');
const TEMPLATE = bind([{ place: 'funding', from: '经费按时', to: '管理不断' }]).bytes;
const FIGURE = { key: 'F1-1', label: '教育支出' };
const TEXT: PlacedText = {
  place: 'funding',
  name: 'F1',
  blocks: [
    { kind: 'heading', pieces: ['1.投入'] },
    { kind: 'paragraph', pieces: ['支出', FIGURE, '亿元 & <更多>。'] },
  ],
};
const fill = (...texts: readonly PlacedText[]) => fillPlaces(TEMPLATE, texts, 'template.docx');
const texts = (body: string): string => body.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
const render = (bytes: Uint8Array): Uint8Array =>
  renderTemplate(compileTemplate(bytes, 'filled.docx'), { text: () => '48.21', shown: () => true, each: () => [] });

test('an anchor that is not there is a finding, and the place is left out', () => {
  expect(bind([{ place: 'funding', from: '没有的话' }]).findings).toMatchObject([{ code: 'word.bind.anchorMissing' }]);
});

test('a place nobody bound is named, and nothing is changed', () => {
  const { bytes, missing } = fill({ ...TEXT, place: 'other' });
  expect(missing).toEqual(['other']);
  expect(bodyOf(bytes)).toBe(bodyOf(TEMPLATE));
});

test('a text stands between its bookmarks in the looks of the place; what stands around it stays', () => {
  const { bytes, missing } = fill(TEXT);
  expect(missing).toEqual([]);
  const body = bodyOf(bytes);
  expect(texts(body)).toBe('|（一）投入|1.投入|支出|亿元 &amp; &lt;更多&gt;。|（二）队伍|');
  expect(body).toMatch(/w:name="luzhi_funding"\/><w:bookmarkStart [^>]*w:name="luzhi_s_F1"\/><w:p>/);
  expect(body).toContain(`<w:p>${INDENT}<w:r>${FORMAT}<w:t xml:space="preserve">支出</w:t>`);
  // One level below the heading above it.
  expect(body).toContain('<w:jc w:val="both"/><w:outlineLvl w:val="2"/></w:pPr>');
  expect(body).toContain('<w:tag w:val="F1-1"/>');
});

test('several texts of one place follow one another, and a filled place can be filled again', () => {
  const second = { ...TEXT, name: 'F2', blocks: [{ kind: 'paragraph' as const, pieces: ['第二节。'] }] };
  const { bytes } = fill(TEXT, second);
  expect([...readTexts(bytes, 'a.docx').keys()]).toEqual(['F1', 'F2']);
  const again = fillPlaces(bytes, [second], 'a.docx').bytes;
  expect(texts(bodyOf(again))).toBe('|（一）投入|第二节。|（二）队伍|');
  expect(bodyOf(again).match(/luzhi_funding/g)).toHaveLength(1);
});

test('figures are rendered, and the text is read back with its figures as figures', () => {
  const report = render(fill(TEXT).bytes);
  expect(texts(bodyOf(report))).toContain('支出|48.21|亿元');
  expect(readTexts(report, 'report.docx').get('F1')).toEqual(TEXT.blocks);
});

test('what was typed behind the last paragraph belongs to the text, also when Word has moved its bookmarks', () => {
  const report = bodyOf(render(fill(TEXT).bytes));
  const typed = paragraph(INDENT, run('新写的一段。'));
  const close = report.lastIndexOf('</w:p>', report.indexOf('<w:bookmarkEnd')) + 6;
  const added = report.slice(0, close) + typed + report.slice(close);
  // Word: the start inside the first paragraph, the ends at the beginning of the paragraph behind.
  const ends = /(?:<w:bookmarkEnd [^>]*\/>)+/.exec(added)?.[0] ?? '';
  const starts = /(?:<w:bookmarkStart [^>]*\/>)+/.exec(added)?.[0] ?? '';
  const moved = added
    .replace(ends, '')
    .replace(
      `<w:p>${HEAD}<w:r><w:t xml:space="preserve">（二）`,
      `<w:p>${HEAD}${ends}<w:r><w:t xml:space="preserve">（二）`,
    )
    .replace(`${starts}<w:p>`, `<w:p>${starts}`);
  for (const body of [added, moved]) {
    const read = readTexts(docxOf(body), 'edited.docx').get('F1');
    expect(read).toEqual([...TEXT.blocks, { kind: 'paragraph', pieces: ['新写的一段。'] }]);
  }
  const refilled = fillPlaces(docxOf(moved), [TEXT], 'moved.docx').bytes;
  expect(texts(bodyOf(refilled))).toBe('|（一）投入|1.投入|支出|亿元 &amp; &lt;更多&gt;。|（二）队伍|');
});

test('the issued copy keeps no bookmark of ours, and those of other people', () => {
  const report = bodyOf(render(fill(TEXT).bytes)).replace('<w:p>', '<w:bookmarkStart w:id="3" w:name="_Toc1"/><w:p>');
  const issued = bodyOf(
    issueCopy(docxOf(report.replace('<w:sectPr/>', '<w:bookmarkEnd w:id="3"/><w:sectPr/>')), 'r.docx'),
  );
  expect(issued).not.toContain('luzhi');
  expect(issued).toContain('_Toc1');
});
