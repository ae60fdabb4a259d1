/** Word files made to reach outside, to hide another file, or to be more than any report is: told, kept, never followed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPackage, writePackage } from '../../src/engines/ooxml/index.ts';
import {
  compareWords,
  compileTemplate,
  extractSlots,
  findOutside,
  openWord,
  readParagraphs,
  renderTemplate,
  toHtml,
} from '../../src/engines/word/index.ts';
import { luzhi, temporaryFolder } from '../support/cli.ts';
import { bodyOf, docx, paragraph, run } from '../support/docx.ts';

const folder = temporaryFolder();
const FILE = '自评报告.docx';
const open = (bytes: Uint8Array) => openWord(bytes, FILE);
const texts = (bytes: Uint8Array): string[] => readParagraphs(open(bytes)).map(({ text }) => text);
const told = (bytes: Uint8Array) => findOutside(open(bytes)).map(({ code, data }) => [code, data.field ?? data.kind]);

let ids = 0;
const control = (key: string, inside: string, role: 'text' | 'each' = 'text'): string => {
  ids += 1;
  const tag = role === 'text' ? key : `each:${key}`;
  return `<w:sdt><w:sdtPr><w:alias w:val="${key} #${tag}"/><w:tag w:val="${tag}"/><w:id w:val="${ids}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
};
const slot = (key: string, text = 'XX'): string => control(key, run(text));
const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (codes: readonly string[], result: string): string =>
  char('begin') + codes.join('') + char('separate') + run(result) + char('end');

/** A report with a page of HTML inside, as a mail program or a clipping tool leaves it. */
function withPage(body: string): Uint8Array {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pkg = readPackage(docx(`${body}<w:altChunk r:id="page"/>`), 'docx', FILE);
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="page" Type="${base}/aFChunk" Target="page.html"/></Relationships>`;
  return writePackage(
    [
      ...pkg.names.map((name) => ({
        name,
        bytes:
          name === '[Content_Types].xml'
            ? pkg.text(name).replace('<Override', '<Default Extension="html" ContentType="text/html"/><Override')
            : pkg.bytes(name),
      })),
      { name: 'word/_rels/document.xml.rels', bytes: relations },
      { name: 'word/page.html', bytes: '<script>alert(1)</script>干部999人' },
    ],
    'docx',
  );
}

test('a page inside a document is told, kept as bytes, and neither read nor shown', async () => {
  const file = withPage(paragraph(run('干部'), slot('a'), run('人')));
  const made = renderTemplate(compileTemplate(file, FILE), { text: () => '46', shown: () => true, each: () => [] });
  expect(texts(made)).toEqual(['干部46人']);
  expect(Buffer.from(readPackage(made, 'docx', FILE).bytes('word/page.html')).toString()).toContain('999');
  expect(toHtml(open(made), { figure: () => ({}) })).not.toMatch(/999|alert/);
  expect(told(made)).toEqual([['ooxml.part.foreign', 'aFChunk']]);
  const at = path.join(folder, FILE);
  writeFileSync(at, made);
  expect((await luzhi('lint', at)).stderr).toMatch(/嵌入了另一份文档（(?:word\/)?page\.html），没有读取/);
});

test('fields that fetch are told as they stand, however Word cut them, and those that only count are not', () => {
  const body = [
    paragraph(run('见'), field([code(' INCLUDE'), code('TEXT "http://10.0.0.1/a.docx" ')], '甲')),
    paragraph(field([code(' IF '), field([code(' DDEAUTO cmd "/c calc" ')], '乙'), code(' = 1 ')], '丙')),
    paragraph(`<w:fldSimple w:instr=" INCLUDEPICTURE &quot;\\\\server\\a.png&quot; ">${run('丁')}</w:fldSimple>`),
    paragraph(field([code(' PAGE ')], '3'), field([code(' HYPERLINK "http://moe.gov.cn" ')], '教育部')),
  ];
  const file = docx(body.join(''));
  expect(told(file)).toEqual([
    ['word.field.outside', 'INCLUDETEXT "http://10.0.0.1/a.docx"'],
    ['word.field.outside', 'DDEAUTO cmd "/c calc"'],
    ['word.field.outside', 'INCLUDEPICTURE "\\\\server\\a.png"'],
  ]);
  expect(texts(file)).toEqual(['见甲', '丙', '丁', '3教育部']);
});

test('a control put into another, renamed, or carried over from another report is told and takes no figure with it', () => {
  const base = {
    bytes: docx(paragraph(run('干部'), slot('a', '46'), run('人，督学'), slot('b', '96'), run('人'))),
    file: FILE,
  };
  const edited = (body: string) => compareWords(base, { bytes: docx(body), file: '改.docx' });
  const nested = edited(paragraph(run('干部'), control('a', run('4') + slot('b', '96') + run('6')), run('人，督学人')));
  expect(nested.changed).toMatchObject([{ slot: 'a', was: '46', is: '4966' }]);
  const renamed = edited(paragraph(run('干部'), slot('z', '46'), run('人，督学'), slot('b', '96'), run('人')));
  expect(renamed.added).toMatchObject([{ slot: 'z', is: '46' }]);
  expect(renamed.changed).toEqual([]);
  const carried = edited(
    paragraph(run('干部'), slot('a', '46'), run('人，督学'), slot('b', '96'), run('人')) +
      paragraph(run('外县'), slot('s900', '7'), run('人')),
  );
  expect(carried).toMatchObject({ changed: [], missing: [], added: [{ slot: 's900', is: '7' }] });
});

test('five hundred pages of thirty thousand slots, and a table of two thousand rows, are filled and read back whole', () => {
  const [slots, rows] = [30_000, 2_000];
  const lines = Array.from({ length: slots / 5 }, (_, line) =>
    paragraph(run(`第${line}条`), ...[0, 1, 2, 3, 4].map((at) => slot(`s${line * 5 + at}`) + run('人，'))),
  );
  const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`;
  const table = `<w:tbl>${control('rows', `<w:tr>${cell(slot('name'))}${cell(slot('value'))}</w:tr>`, 'each')}</w:tbl>`;
  const made = renderTemplate<number>(compileTemplate(docx(lines.join('') + table), FILE), {
    text: (key, row) => (row === undefined ? `${key.slice(1)}` : `${key}${row}`),
    shown: () => true,
    each: () => Array.from({ length: rows }, (_, row) => row),
  });
  const read = extractSlots(made, FILE);
  expect(read).toHaveLength(slots + 2 * rows);
  expect(read.slice(0, slots).every(({ key, text }) => key === `s${text}`)).toBe(true);
  expect(read.at(-1)).toMatchObject({ key: 'value', text: 'value1999' });
});

test('rare characters and vertical text come through reading, filling and the reading copy', () => {
  const cell = `<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val="tbRlV"/></w:tcPr>${paragraph(slot('a'))}</w:tc></w:tr></w:tbl>`;
  const made = renderTemplate(compileTemplate(docx(cell), FILE), {
    text: () => '𠮷田㐂一小学',
    shown: () => true,
    each: () => [],
  });
  expect(texts(made)).toEqual(['𠮷田㐂一小学']);
  expect(bodyOf(made)).toContain('<w:textDirection w:val="tbRlV"/>');
  expect(toHtml(open(made), { figure: () => ({}) })).toContain('𠮷田㐂一小学');
});
