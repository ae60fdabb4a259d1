import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, docx, paragraph, run } from '../../../../test/support/docx.ts';
import type { WordBinding } from '../contract.ts';
import { extractSlots } from '../extract/extract.ts';
import { openWord } from '../open.ts';
import { readParagraphs } from '../text/paragraphs.ts';
import { bindTemplate } from './bind.ts';
import { fullWidthPunctuation } from './punctuation.ts';

const NOTHING: WordBinding = { edits: [], slots: [], blocks: [], places: [], rows: [], insert: [] };
const bind = (bytes: Uint8Array, binding: Partial<WordBinding>) =>
  bindTemplate(bytes, { ...NOTHING, ...binding }, 'test.docx');
const slot = (find: string, text: string, key = 's001') => ({
  key,
  label: '干部',
  find,
  slot: text,
  offset: find.indexOf(text),
});
const texts = (bytes: Uint8Array): string[] => readParagraphs(openWord(bytes, 'test')).map(({ text }) => text);

test('an anchor that is missing, or stands twice, is told with its words, and the rest is bound', () => {
  const file = docx(paragraph(run('干部XX人')) + paragraph(run('学校XX所，学校XX所')));
  const { bytes, findings } = bind(file, {
    slots: [slot('督学XX人', 'XX', 'a'), slot('学校XX所', 'XX', 'b'), slot('干部XX人', 'XX', 'c')],
  });
  expect(findings).toMatchObject([
    { code: 'word.bind.anchorMissing', severity: 'error', quote: '督学XX人' },
    { code: 'word.bind.anchorTwice', severity: 'error', quote: '学校XX所' },
  ]);
  expect(extractSlots(bytes, 'test').map(({ key, text }) => [key, text])).toEqual([['c', 'XX']]);
});

test('a blank across a hyperlink is refused, not torn', () => {
  const file = docx(paragraph(run('干部X'), `<w:hyperlink r:id="r9">${run('X人')}</w:hyperlink>`));
  expect(bind(file, { slots: [slot('干部XX人', 'XX')] }).findings).toMatchObject([{ code: 'word.bind.notText' }]);
});

test('a blank split over runs becomes one control with the first run’s look; the rest stays byte for byte', () => {
  const bold = '<w:rPr><w:b/></w:rPr>';
  const before = paragraph('<w:bookmarkStart w:id="7" w:name="x"/>', run('前文', '<w:rPr><w:i/></w:rPr>'));
  const file = docx(
    before +
      paragraph(
        run('干部'),
        run('X', bold),
        '<w:proofErr w:type="spellEnd"/>',
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        run('X'),
        run('人'),
      ),
  );
  const { bytes, findings } = bind(file, { slots: [slot('干部XX人', 'XX')] });
  const body = bodyOf(bytes);
  expect(findings).toEqual([]);
  expect(body).toContain(before);
  expect(body).toMatch(
    /<w:alias w:val="干部 #s001"\/><w:tag w:val="s001"\/><w:id w:val="\d+"\/><w:lock w:val="sdtLocked"\/>/,
  );
  expect(body).toContain(
    `<w:sdtContent><w:r>${bold}<w:t xml:space="preserve">XX</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkStart w:id="1" w:name="a"/>`,
  );
  expect(texts(bytes)).toEqual(['前文', '干部XX人']);
});

test('a blank inside a run that holds several texts loses none of them', () => {
  const file = docx('<w:p><w:r><w:t>共有</w:t><w:t>干部XX</w:t><w:t>人，</w:t><w:t>学校</w:t></w:r></w:p>');
  expect(texts(bind(file, { slots: [slot('干部XX人', 'XX')] }).bytes)).toEqual(['共有干部XX人，学校']);
});

test('however a sentence is cut into runs and texts, binding a blank keeps every character and binds only the blank', () => {
  const sentence = '全市共有督导干部XX人，另有专职督学9人';
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', '</w:t><w:t>', '</w:t></w:r><w:r><w:t>'), { minLength: 20, maxLength: 20 }),
      (cuts) => {
        const cut = [...sentence].map((character, index) => character + (cuts[index] ?? '')).join('');
        const { bytes, findings } = bind(docx(`<w:p><w:r><w:t>${cut}</w:t></w:r></w:p>`), {
          slots: [slot('干部XX人', 'XX')],
        });
        expect(findings).toEqual([]);
        expect(texts(bytes)).toEqual([sentence]);
        expect(extractSlots(bytes, 'test').map(({ text }) => text)).toEqual(['XX']);
      },
    ),
  );
});

test('one figure is bound wherever its words stand', () => {
  const file = docx(paragraph(run('XX局委员会与XX局委员会')) + paragraph(run('XX局委员会')));
  const { bytes, findings } = bind(file, { slots: [{ ...slot('XX局委员会', 'XX局'), all: true }] });
  expect(findings).toEqual([]);
  expect(extractSlots(bytes, 'test').map(({ key, occurrence }) => [key, occurrence])).toEqual([
    ['s001', 0],
    ['s001', 1],
    ['s001', 2],
  ]);
  expect(new Set(bodyOf(bytes).match(/<w:id w:val="\d+"\/>/g)).size).toBe(3);
});

test('corrections join what was split and keep the first look', () => {
  const file = docx(paragraph(run('全15', '<w:rPr><w:b/></w:rPr>'), run('个县（、区）')));
  const { bytes } = bind(file, { edits: [{ find: '全15个县（、区）', replace: '全市15个县（市、区）' }] });
  expect(texts(bytes)).toEqual(['全市15个县（市、区）']);
  expect(bodyOf(bytes)).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">全市15个县（市、区）</w:t>');
});

test.each([
  ['教育,全面(市)发展;一是:好', '教育，全面（市）发展；一是：好'],
  ['比例1:5,共1,234人', '比例1:5，共1,234人'],
  ['X(2023)X号精神', 'X(2023)X号精神'],
  ['规划(2025—2030年)', '规划（2025—2030年）'],
  ['see fig. (a), 10:30', 'see fig. (a), 10:30'],
])('punctuation of %s becomes %s', (text, full) => {
  expect(fullWidthPunctuation(text)).toBe(full);
});

test('the plain template of the scheme keeps every byte of what is not bound', () => {
  const file = readFileSync(path.resolve(import.meta.dirname, '../../../../schemes/duty-2025/template/plain.docx'));
  const { bytes } = bind(file, {});
  expect(bodyOf(bytes)).toBe(bodyOf(file));
});

test('paragraphs that have no place go, and a title is broken by its sense', () => {
  const file = docx(
    paragraph(run('关于2025年度履行职责的报告')) + paragraph(run('（委员会）')) + paragraph() + paragraph(run('正文')),
  );
  const { bytes, findings } = bind(file, { dropPictures: true, drop: ['（委员会）'], breaks: ['履行职责的报告'] });
  expect(findings).toEqual([]);
  expect(texts(bytes)).toEqual(['关于2025年度\n履行职责的报告', '正文']);
  expect(bind(file, { drop: ['没有这段'], breaks: ['没有这句'] }).findings).toMatchObject([
    { code: 'word.bind.anchorMissing' },
    { code: 'word.bind.anchorMissing' },
  ]);
});

test('a table moves to the paragraph it belongs to, between caption and note, with rows of totals behind', () => {
  const row = (...cells: readonly string[]): string =>
    `<w:tr>${cells.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`;
  const table = `<w:tbl>${row('县', '支出')}${row('XX县', 'XX')}${row('XX县', 'XX')}</w:tbl>`;
  const file = docx(paragraph(run('经费如下。')) + paragraph(run('安全。')) + table + paragraph(run('问题。')));
  const rows: WordBinding['rows'] = [
    {
      key: 'b01',
      label: '各县',
      table: 0,
      row: 1,
      through: 2,
      cells: [
        { key: 'name', label: '县名' },
        { key: 'spent', label: '支出' },
      ],
      heads: ['县', '支出\n（万元）'],
      foot: [{ cells: ['合计', '{sum|合计}'] }],
      after: '经费如下。',
      caption: '各县支出',
      note: '注：单位万元。',
    },
  ];
  const { bytes, findings } = bind(file, { rows });
  expect(findings).toEqual([]);
  expect(texts(bytes)).toEqual([
    '经费如下。',
    '各县支出',
    '县',
    '支出\n（万元）',
    '',
    '',
    '合计',
    '',
    '注：单位万元。',
    '安全。',
    '问题。',
  ]);
  expect(extractSlots(bytes, 'test').map(({ key }) => key)).toEqual(['name', 'spent', 'sum']);
  expect(bind(file, { rows: [{ ...rows[0], after: '没有这段' } as (typeof rows)[0]] }).findings).toMatchObject([
    { code: 'word.bind.anchorMissing', quote: '没有这段' },
  ]);
});

test('the imprint stands on an even page of its own section, where the page is the official one', () => {
  const insert = [{ content: [{ kind: 'imprintPage' as const }, { kind: 'imprint' as const, text: '某市办公室' }] }];
  const file = docx(paragraph(run('正文')));
  const official = bodyOf(bind(file, { officialPage: true, insert }).bytes);
  expect(official.match(/<w:sectPr/g)).toHaveLength(2);
  expect(official).toMatch(
    /<w:sectPr.*<\/w:sectPr><\/w:pPr><\/w:p>.*某市办公室.*<w:sectPr.*<w:type w:val="evenPage"\/>/,
  );
  expect(official).toMatch(/<w:framePr [^>]*w:yAlign="bottom"\/>.*某市办公室/);
  expect(bodyOf(bind(file, { insert }).bytes)).not.toContain(
    '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:sectPr/>',
  );
});

test('the thin line between entries of an imprint is drawn inside the frame of both, whose borders stay alike', () => {
  const content = [
    { kind: 'imprint' as const, text: '抄送：市委办公室。' },
    { kind: 'imprintRule' as const, text: '\t' },
    { kind: 'imprint' as const, text: '市政府办公室' },
  ];
  const body = bodyOf(bind(docx(paragraph(run('正文'))), { insert: [{ content }] }).bytes);
  expect(new Set(body.match(/<w:framePr[^>]*\/><w:pBdr>.*?<\/w:pBdr>/g)).size).toBe(1);
  expect(body.match(/<w:framePr/g)).toHaveLength(3);
  expect(body.match(/<w:u w:val="single"\/>/g)).toHaveLength(1);
  expect(body).toMatch(/抄送.*<w:u w:val="single"\/><\/w:rPr><w:tab\/>.*市政府办公室/);
});

test('the page has one pitch; what is set closer keeps it, off the grid', () => {
  const line = (twips: number): string => `<w:pPr><w:spacing w:line="${twips}" w:lineRule="exact"/></w:pPr>`;
  const file = docx(
    paragraph(line(560), run('正文')) + paragraph(line(320), run('格')) + paragraph(line(700), run('标题')),
  );
  const body = bodyOf(bind(file, { officialPage: true }).bytes);
  expect(body.match(/<w:pPr>.*?<\/w:pPr>/g)).toEqual([
    line(580),
    '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="320" w:lineRule="exact"/></w:pPr>',
    line(700),
  ]);
});
