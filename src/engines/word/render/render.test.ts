import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, docx, paragraph, run } from '../../../../test/support/docx.ts';
import { readPackage } from '../../ooxml/index.ts';
import { compileTemplate } from '../compile/compile.ts';
import type { Resolver } from '../contract.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { attachData, readData } from '../data/data.ts';
import { compareWords } from '../extract/compare.ts';
import { extractSlots } from '../extract/extract.ts';
import { toHtml } from '../html/html.ts';
import { issueCopy } from '../issue/issue.ts';
import { findNameless } from '../nameless.ts';
import { openWord } from '../open.ts';
import { readParagraphs } from '../text/paragraphs.ts';
import { renderTemplate } from './render.ts';

const control = (
  key: string,
  label: string,
  inside: string,
  role: 'text' | 'when' | 'each' = 'text',
  id?: number,
): string => openControl(role, key, label, id) + inside + CLOSE_CONTROL;
const slot = (key: string, text = 'XX'): string => control(key, key, run(text), 'text', 5);
const answers = (
  values: Readonly<Record<string, string>>,
  shown = true,
  rows: readonly string[] = [],
): Resolver<string> => ({
  text: (key, scope) => values[key] ?? `${key}${scope ?? ''}`,
  shown: () => shown,
  each: () => rows,
});
const render = (body: string, resolver: Resolver<string>): Uint8Array =>
  renderTemplate(compileTemplate(docx(body), 'test.docx'), resolver);
const texts = (bytes: Uint8Array): string[] => readParagraphs(openWord(bytes, 'test')).map(({ text }) => text);

test('what a school typed stays text: markup, template syntax, controls of other programs, broken characters', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('{{7*7}}', `${'$'}{process}`, '<w:t>', ']]>', '&amp;', '\u0000\u0008', '\ud800'),
      ),
      (value) => {
        const bytes = render(paragraph(run('前'), slot('a'), run('后')), answers({ a: value }));
        // Reading passes the gate: the part is well-formed whatever was typed.
        const [text = ''] = texts(bytes);
        expect(text.startsWith('前') && text.endsWith('后')).toBe(true);
      },
    ),
  );
  expect(texts(render(paragraph(slot('a')), answers({ a: '{{7*7}}<b>𠮷' })))).toEqual(['{{7*7}}<b>𠮷']);
});

test('a figure keeps its control and its look; a line break becomes a break', () => {
  const bold = '<w:rPr><w:b/></w:rPr>';
  const body = bodyOf(
    render(paragraph(control('a', '甲', run('X', bold) + run('X'), 'text', 5)), answers({ a: '一\n二' })),
  );
  expect(body).toContain(
    `<w:r>${bold}<w:t xml:space="preserve">一</w:t></w:r><w:r>${bold}<w:br/></w:r><w:r>${bold}<w:t xml:space="preserve">二</w:t></w:r>`,
  );
  expect(body).toContain('<w:tag w:val="a"/>');
});

test('rows repeat without doubling an id, and a table without rows keeps its head', () => {
  const cell = (content: string): string => `<w:tc><w:p w14:paraId="00000001">${content}</w:p></w:tc>`;
  const table = `<w:tbl><w:tr>${cell(run('县'))}</w:tr>${control('rows', '各县', `<w:tr>${cell(slot('name'))}</w:tr>`, 'each', 9)}</w:tbl>`;
  const three = render(table, answers({}, true, ['甲', '乙', '丙']));
  expect(texts(three)).toEqual(['县', 'name甲', 'name乙', 'name丙']);
  expect(bodyOf(three).match(/w14:paraId/g)?.length).toBe(1);
  expect(bodyOf(three)).not.toContain('<w:id ');
  expect(texts(render(table, answers({}, true, [])))).toEqual(['县']);
});

test('a paragraph is left out on its condition; a cell that held nothing else keeps an empty one', () => {
  const block = control('c', '条件', paragraph(run('仅当')), 'when', 3);
  expect(texts(render(block + paragraph(run('其余')), answers({}, false)))).toEqual(['其余']);
  expect(texts(render(block + paragraph(run('其余')), answers({}, true)))).toEqual(['仅当', '其余']);
  const bytes = render(`<w:tbl><w:tr><w:tc><w:tcPr/>${block}</w:tc></w:tr></w:tbl>`, answers({}, false));
  expect(bodyOf(bytes)).toContain('<w:tc><w:tcPr/><w:p/></w:tc>');
});

test('one key for a slot and a block is told when the template is compiled', () => {
  const { findings } = compileTemplate(
    docx(paragraph(slot('a')) + control('a', 'a', paragraph(run('x')), 'when', 4)),
    'test.docx',
  );
  expect(findings).toMatchObject([{ code: 'word.template.keyTwice', severity: 'error' }]);
});

test('values are read back by tag, by title where the tag was lost, and by the words around where both were', () => {
  const made = render(
    paragraph(run('专职督学'), slot('a'), run('人，兼职督学'), slot('b'), run('人。')),
    answers({ a: '96', b: '316' }),
  );
  const base = { bytes: made, file: 'base' };
  const without = (pattern: RegExp): Uint8Array => {
    const pkg = readPackage(made, 'docx', 'x');
    return docx(/<w:body>([\s\S]*)<\/w:body>/.exec(pkg.text('word/document.xml').replace(pattern, ''))?.[1] ?? '');
  };
  const read = (bytes: Uint8Array) =>
    extractSlots(bytes, 'edited', base).map(({ key, text, foundBy }) => [key, text, foundBy]);
  expect(read(made)).toEqual([
    ['a', '96', 'tag'],
    ['b', '316', 'tag'],
  ]);
  expect(read(without(/<w:tag [^>]*\/>/g))).toEqual([
    ['a', '96', 'alias'],
    ['b', '316', 'alias'],
  ]);
  expect(read(without(/<\/?w:sdt>|<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdtContent>/g))).toEqual([
    ['a', '96', 'text'],
    ['b', '316', 'text'],
  ]);
});

test('an edited copy: the changed figure, the lost one, the touched prose; another way to write a number is no change', () => {
  const body = (a: string, b: string, words = '第一段') =>
    paragraph(run(`${words}：干部`), slot('a', a), run('人')) + paragraph(run('经费'), b) + paragraph(run('末段'));
  const base = { bytes: docx(body('1,234', slot('b', '86.42'))), file: 'base' };
  const edited = (bytes: Uint8Array) => compareWords(base, { bytes, file: 'edited' });
  expect(edited(docx(body('１２３４', slot('b', '86.42'))))).toMatchObject({ changed: [], missing: [], prose: [] });
  expect(edited(docx(body('1,234', slot('b', '86.24')))).changed).toMatchObject([
    { slot: 'b', was: '86.42', is: '86.24' },
  ]);
  expect(edited(docx(body('1,234', ''))).missing).toMatchObject([{ slot: 'b', was: '86.42' }]);
  expect(edited(docx(body('1,234', slot('b', '86.42'), '首段'))).prose).toMatchObject([
    { was: '第一段：干部□人', is: '首段：干部□人' },
  ]);
  expect(edited(docx(body('1,234', slot('b', '86.42') + slot('b', '86.42')))).added).toMatchObject([
    { slot: 'b', occurrence: 1 },
  ]);
});

test('an issued copy is compared by its words: nothing is lost, and a figure changed in it is told', () => {
  const row = (key: string, text: string): string =>
    `<w:tr><w:tc>${paragraph(run('云屏县'))}</w:tc><w:tc>${paragraph(slot(key, text))}</w:tc></w:tr>`;
  const file = (a: string): Uint8Array =>
    docx(
      paragraph(run('全市教育督导管理干部'), slot('a', a), run('人，比上年增加。')) +
        `<w:tbl>${row('b', '12')}</w:tbl>`,
    );
  const base = { bytes: file('46'), file: 'base' };
  const issued = (bytes: Uint8Array) => compareWords(base, { bytes: issueCopy(bytes, 'x'), file: 'issued' });
  expect(issued(file('46'))).toMatchObject({ byWords: true, changed: [], missing: [], added: [], prose: [] });
  expect(issued(file('64'))).toMatchObject({
    byWords: true,
    changed: [{ slot: 'a', was: '46', is: '64' }],
    missing: [],
  });
});

test('a copy saved by LibreOffice, whose controls have no names left, is read by their order', () => {
  const row = (key: string, text: string): string => `<w:tr><w:tc>${paragraph(slot(key, text))}</w:tc></w:tr>`;
  const body = (a: string, date: string, rows = ['12', '12']): string =>
    paragraph(run('现将'), slot('city', '清江市'), slot('year', '2025'), run('年度情况报告如下。')) +
    paragraph(run('干部'), slot('a', a), run('人')) +
    paragraph(slot('date', date)) +
    `<w:tbl>${rows.map((text) => row('b', text)).join('')}</w:tbl>`;
  /** Names gone, the second of two that touch inside the first, a page break carried back to the paragraph before. */
  const saved = (source: string): Uint8Array =>
    docx(
      source
        .replace(/<w:sdtPr>.*?<\/w:sdtPr>/g, '<w:sdtPr></w:sdtPr>')
        .replace(
          /<\/w:sdtContent><\/w:sdt>(<w:sdt><w:sdtPr><\/w:sdtPr><w:sdtContent>)(.*?)(<\/w:sdtContent><\/w:sdt>)/,
          '$1<w:r></w:r>$3$2</w:sdtContent></w:sdt>',
        )
        .replace('</w:p><w:tbl>', '<w:r><w:br w:type="page"/></w:r></w:p><w:tbl>'),
    );
  const base = { bytes: docx(body('46', '2026年4月28日')), file: 'base' };
  const edited = (...said: Parameters<typeof body>) => compareWords(base, { bytes: saved(body(...said)), file: 'lo' });
  const same = { byWords: false, changed: [], missing: [], added: [], prose: [] };
  expect(edited('46', '2026年4月28日')).toEqual(same);
  expect(edited('64', '2026年4月28日', ['12', '21'])).toMatchObject({
    byWords: false,
    changed: [
      { slot: 'a', was: '46', is: '64' },
      { slot: 'b', occurrence: 1, was: '12', is: '21' },
    ],
    missing: [],
    prose: [],
  });
  expect(edited('46', '2026年4月30日').changed).toMatchObject([{ slot: 'date', is: '2026年4月30日' }]);
  expect(findNameless(openWord(saved(body('46', '2026年4月28日')), 'lo'))).toMatchObject([
    { code: 'word.controls.nameless', severity: 'hint', data: { count: 6 } },
  ]);
  expect(findNameless(openWord(base.bytes, 'base'))).toEqual([]);
  // A control of another program is none of ours.
  const foreign = docx(
    body('46', '2026年4月28日') +
      paragraph(run('见'), '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>附表</w:t></w:r></w:sdtContent></w:sdt>'),
  );
  expect(compareWords(base, { bytes: foreign, file: 'x' })).toMatchObject({ changed: [], missing: [], added: [] });
});

test('a tracked change of a figure is read as it would stand', () => {
  const inside = `<w:del w:id="1"><w:r><w:delText>96</w:delText></w:r></w:del><w:ins w:id="2">${run('98')}</w:ins>`;
  expect(extractSlots(docx(paragraph(control('a', '督学', inside, 'text', 5))), 'x')).toMatchObject([
    { key: 'a', text: '98' },
  ]);
});

test('the issued copy reads the same and carries nothing of how it was made', () => {
  const made = attachData(
    render(`<w:p w:rsidR="00A1" w14:paraId="00000001">${run('干部')}${slot('a')}</w:p>`, answers({ a: '46' })),
    '{"slots":[]}',
  );
  const issued = issueCopy(made, 'test');
  expect(texts(issued)).toEqual(texts(made));
  const pkg = readPackage(issued, 'docx', 'x');
  expect(pkg.names.filter((name) => /customXml/i.test(name))).toEqual([]);
  for (const name of pkg.names) expect(pkg.text(name), name).not.toMatch(/w:sdt|rsid|paraId|刘敏|王岚|customXml/);
});

test('an issued copy of a file with tracked changes is refused: that is for a person to decide', () => {
  const file = docx(paragraph(`<w:ins w:id="1" w:author="刘敏">${run('新')}</w:ins>`));
  expect(() => issueCopy(file, '稿.docx')).toThrow(
    expect.objectContaining({ code: 'word.trackedChanges', data: { file: '稿.docx', count: 1 } }),
  );
});

test('our data travels in the file and is replaced, not added to', () => {
  const first = attachData(docx(paragraph(run('x'))), '{"a":"<&>"}');
  expect(readData(first, 'x')).toBe('{"a":"<&>"}');
  const second = attachData(first, '{"b":2}');
  expect(readData(second, 'x')).toBe('{"b":2}');
  expect(readPackage(second, 'docx', 'x').names.length).toBe(readPackage(first, 'docx', 'x').names.length);
  expect(readData(docx(paragraph(run('x'))), 'x')).toBeUndefined();
});

test('the reading copy is escaped, has headings and table heads, and a button for each figure', () => {
  const body = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run('一、&lt;script&gt;')}</w:p>${paragraph(run('干部'), slot('a', '46'), run('人'))}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${paragraph(run('县'))}</w:tc></w:tr></w:tbl>`;
  const html = toHtml(openWord(docx(body), 'x'), {
    figure: (key, occurrence, text) => ({ 'data-slot': `${key}.${occurrence}`, title: `"${text}"` }),
  });
  expect(html).toContain('<h1>一、&lt;script&gt;</h1>');
  expect(html).toContain('干部<span role="button" tabindex="0" data-slot="a.0" title="&quot;46&quot;">46</span>人');
  expect(html).toContain('<thead><tr><th scope="col">县</th></tr></thead>');
});

test('the reading copy tells what stands outside the running text, and keeps codes in one piece', () => {
  const red = '<w:rPr><w:color w:val="FF0000"/><w:sz w:val="72"/></w:rPr>';
  const body = [
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${red}<w:t>清江市人民政府文件</w:t></w:r></w:p>`,
    `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:color="FF0000"/></w:pBdr></w:pPr>${run('〔2026〕1号')}<w:r><w:tab/></w:r>${run('签发人：李某')}</w:p>`,
    `<w:p><w:pPr><w:ind w:leftChars="1350"/><w:jc w:val="center"/></w:pPr>${run('2026年4月28日')}</w:p>`,
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('居中的正文')}</w:p>`,
    `<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>${paragraph(run('A1.1-01'))}</w:tc><w:tc>${paragraph(run('A1.1、A1.2'))}</w:tc></w:tr></w:tbl>`,
  ].join('');
  const html = toHtml(openWord(docx(body), 'x'), { figure: () => undefined });
  expect(html).toContain('<p class="agencyMark align-center">清江市人民政府文件</p>');
  expect(html).toContain('<p class="numberLine"><span>〔2026〕1号</span><span>签发人：李某</span></p>');
  expect(html).toContain('<p class="signature align-center">2026年4月28日</p>');
  expect(html).toContain('<p class="align-center">居中的正文</p>');
  expect(html).toContain('<colgroup><col style="width:25%"><col style="width:75%"></colgroup>');
  expect(html).toContain('<td class="whole">A1.1-01</td><td>A1.1、A1.2</td>');
});
