/** Workbooks made to break their reader, dropped at the door: read as what they are, or refused in a sentence. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackage, writePackage } from '../../src/engines/ooxml/index.ts';
import { readWorkbook } from '../../src/engines/sheet/index.ts';
import { testDatabase } from '../support/database.ts';
import type { Answer, Client } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';
import { ROUND } from '../support/year.ts';

const open = testDatabase();
const NAME = '云屏县_2025.xlsx';
let office: Office;
let wang: Client;
let task: string;
let clean: Answer;

const given = (name = NAME): Uint8Array => office.year.sample.get(`figures/${name}`) ?? Buffer.from('');

/** The workbook with some of its parts said anew, and parts of others' making put in. */
function remade(change: (name: string, xml: string) => string, more: Record<string, string> = {}): Uint8Array {
  const pkg = readPackage(given(), 'xlsx', NAME);
  const texts = pkg.names.map((name) => {
    if (!/\.(?:xml|rels)$/.test(name)) return { name, part: pkg.packed(name) };
    return { name, bytes: change(name, pkg.text(name)) };
  });
  return writePackage([...texts, ...Object.entries(more).map(([name, bytes]) => ({ name, bytes }))], 'xlsx');
}
/** The part that holds this year's 一般公共预算教育支出. */
const isMoney = (name: string, xml: string): boolean => /sheet\d+\.xml$/.test(name) && xml.includes('110205.16');
const CELL = /<c r="E6"([^>]*)><v>[^<]*<\/v><\/c>/;
const withCell = (cell: string): Uint8Array =>
  remade((name, xml) => (isMoney(name, xml) ? xml.replace(CELL, cell) : xml));
const drop = (content: Uint8Array, name = NAME): Promise<Answer> => office.preview(wang, name, content);
const figureOf = ({ body }: Answer) =>
  [...body.added, ...body.changed].find(({ item, period }) => item === 'gpbEduExp' && /2025/.test(period));
const codesOf = ({ body }: Answer): string[] => body.findings.map(({ code }: { code: string }) => code);

beforeAll(async () => {
  office = await openOffice(open());
  wang = await office.at(await office.year.person('王芳', 'reporter', '云屏县'));
  task = await office.taskOf(wang);
  clean = await drop(given());
  expect(clean.status).toBe(200);
  expect(clean.body.added.length).toBeGreaterThan(100);
});
afterAll(() => office.server.close());

test('a comment on a cell called __proto__ changes nothing, here or anywhere', async () => {
  const comments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>x</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>polluted</t></text></comment></commentList></comments>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>`;
  const content = remade(
    (name, xml) =>
      name === '[Content_Types].xml'
        ? xml.replace(
            '</Types>',
            '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
          )
        : xml,
    { 'xl/comments1.xml': comments, 'xl/worksheets/_rels/sheet1.xml.rels': relations },
  );
  const told = await drop(content);
  expect([told.status, told.body.added]).toEqual([200, clean.body.added]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ['digits and commas', '1,'.repeat(15_000)],
  ['blanks before a letter', `${' '.repeat(30_000)}x`],
  ['brackets of a number format', '['.repeat(30_000)],
  ['one long number', '9'.repeat(32_000)],
  ['years without an end', '2025年'.repeat(8_000)],
])('a cell of %s that no pattern ends on is refused at its place', async (_, text) => {
  const told = await drop(withCell(`<c r="E6" t="str"><v>${text}</v></c>`));
  expect(told.status).toBe(200);
  expect(figureOf(told)).toMatchObject({ kind: 'gap', gap: 'missing', steps: null });
  expect(told.body.findings).toContainEqual(
    expect.objectContaining({ severity: 'error', at: expect.objectContaining({ cell: 'E6' }) }),
  );
});

test('formats of 60,000 signs, and a style that names none, leave the figures as they are', async () => {
  const format = `<numFmts count="1"><numFmt numFmtId="900" formatCode="${'[h]0.'.repeat(10_000)}"/></numFmts>`;
  const content = remade((name, xml) =>
    name === 'xl/styles.xml' ? xml.replace(/<numFmts[\s\S]*?<\/numFmts>|(?=<fonts)/, format) : xml,
  );
  expect((await drop(content)).body.added).toEqual(clean.body.added);
});

test('a sheet that says it is as large as a sheet can be costs what it holds', async () => {
  const content = remade((_, xml) =>
    xml.replace(/<dimension ref="[^"]*"\/>|(?=<sheetData>)/, '<dimension ref="A1:XFD1048576"/>'),
  );
  expect((await drop(content)).body.added).toEqual(clean.body.added);
});

test('ten thousand merged ranges, many over one another, are read past', async () => {
  const ranges = Array.from({ length: 10_000 }, (_, at) => `<mergeCell ref="K${at + 100}:XFD${at + 101}"/>`).join('');
  const content = remade((name, xml) =>
    isMoney(name, xml) ? xml.replace('</sheetData>', `</sheetData><mergeCells>${ranges}</mergeCells>`) : xml,
  );
  expect((await drop(content)).body.added).toEqual(clean.body.added);
});

test.each([
  ['a call to the network', '<c r="E6"><f>WEBSERVICE("http://127.0.0.1:1/x")</f></c>'],
  ['a division by zero', '<c r="E6" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
  ['a link to another file', '<c r="E6" t="e"><f>[1]Sheet1!A1</f><v>#REF!</v></c>'],
  ['a moment that changes', '<c r="E6"><f>RAND()*NOW()</f></c>'],
])('a formula of %s is never run: without a value that was shown there is none', async (_, cell) => {
  const told = await drop(withCell(cell));
  expect(told.status).toBe(200);
  expect(figureOf(told)).toMatchObject({ kind: 'gap', gap: 'missing', steps: null });
  expect(told.body.findings).toContainEqual(
    expect.objectContaining({ severity: 'error', at: expect.objectContaining({ cell: 'E6' }) }),
  );
});

test('a formula that shows a value is taken at it, and said', async () => {
  const told = await drop(
    withCell('<c r="E6"><f>HYPERLINK("http://evil.example","1")+WEBSERVICE("x")</f><v>7</v></c>'),
  );
  expect(figureOf(told)).toMatchObject({ typed: '7' });
  expect(codesOf(told)).toContain('collect.formulaCells');
});

test('hidden rows and sheets, sheets in another order and under other names are read the same', async () => {
  const content = remade((name, xml) => {
    if (name === 'xl/workbook.xml')
      return xml
        .replace('name="B3 教育投入"', 'name="改了名字" state="hidden"')
        .replace(/(<sheets>)([\s\S]*)(<\/sheets>)/, (_, a, sheets, b) => {
          return a + (sheets.match(/<sheet [^>]*\/>/g) ?? []).reverse().join('') + b;
        });
    return isMoney(name, xml) ? xml.replaceAll('<row r="6"', '<row hidden="1" r="6"') : xml;
  });
  const told = await drop(content);
  expect(told.status).toBe(200);
  expect(figureOf(told)).toMatchObject({ typed: expect.stringMatching(/110,?205\.16/) });
  expect(told.body.added.length).toBe(clean.body.added.length);
});

/** What people type into a cell for figures, and what stands afterwards: a number of the form unit, or a refusal. */
test.each([
  ['１２３', 'saved'],
  ['1,234', 'saved'],
  ['1，234.50', 'saved'],
  ['3亿', 'saved'],
  ['-0', 'saved'],
  ['\u00a05\u00a0', 'saved'],
  ['—', 'saved'],
  ['无', 'refused'],
  ['1e308', 'refused'],
  ['1e400', 'refused'],
  ['0.1+0.2', 'refused'],
  ['12.5%', 'refused'],
  ['99999999999999999999', 'refused'],
  ['0x1F', 'refused'],
  ['1.2.3', 'refused'],
  ['１２３元角', 'refused'],
  ['NaN', 'refused'],
  ['Infinity', 'refused'],
  ['=1+1', 'refused'],
  ['__proto__', 'refused'],
])('%j typed at a figure of money is %s, and never half of it', async (typed, kind) => {
  const { body: before } = await wang.get(`/rounds/${ROUND}/tasks/${task}`);
  const seen = before.answers.find(
    ({ item, year }: { item: string; year: string }) => item === 'gpbEduExp' && year === 'now',
  );
  const answers = [{ item: 'gpbEduExp', year: 'now', typed, seen: seen?.version ?? 0 }];
  const { status, body } = await wang.post(`/rounds/${ROUND}/tasks/${task}/figures`, { answers });
  expect([status, body.outcomes[0].kind], JSON.stringify(body)).toEqual([200, kind]);
  if (kind === 'refused') expect(body.outcomes[0].findings.length).toBeGreaterThan(0);
});

test('the workbook of another county is none of mine: nothing of it is shown', async () => {
  const told = await drop(given('石渡县_2025.xlsx'), '石渡县_2025.xlsx');
  expect([told.status, told.body.code, told.body.added]).toEqual([422, 'collect.workbookAstray', undefined]);
  expect(JSON.stringify(told.body)).toContain('“石渡县”的填报表，不由您填报');
});

test("last year's workbook is refused with both years", async () => {
  const told = await drop(remade((_, xml) => xml.replaceAll('2025', '2024').replaceAll('2023', '2022')));
  expect(told.status).toBe(422);
  expect(JSON.stringify(told.body)).toMatch(/2024[\s\S]*2025/);
});

test('the sheet of the seal taken out, or one made up, is said; a made-up one is refused', async () => {
  const { bytes } = await wang.get(`/rounds/${ROUND}/tasks/${task}/workbook`);
  const pkg = readPackage(bytes, 'xlsx', NAME);
  const forged = writePackage(
    pkg.names.map((name) => {
      const xml = /\.xml$/.test(name) ? pkg.text(name) : '';
      const seal = /sheet\d+\.xml$|sharedStrings/.test(name) && /[0-9a-f]{64}/.test(xml);
      return seal ? { name, bytes: xml.replace(/[0-9a-f]{64}/, 'f'.repeat(64)) } : { name, part: pkg.packed(name) };
    }),
    'xlsx',
  );
  const told = await drop(forged);
  expect([told.status, told.body.code ?? codesOf(told).find((code) => code.startsWith('collect.seal'))]).toEqual([
    409,
    'collect.sealBroken',
  ]);
  expect(codesOf(clean)).toContain('collect.seal.none');
});

test('two copies of one workbook are one: the second time nothing is new', async () => {
  const { body } = await wang.post('/files', given());
  const asked = { name: NAME, sha256: body.sha256 };
  const { plan } = (await drop(given())).body;
  const conflicts = { conflicts: 'replace' };
  const done = await wang.post(`/rounds/${ROUND}/workbooks`, { ...asked, plan, ...conflicts });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  const again = await drop(given(), 'Copy of 云屏县.xlsx');
  expect([again.body.added, again.body.changed, again.body.conflicts]).toEqual([[], [], []]);
  expect(again.body.earlier).toBeDefined();
});

test('what a school typed to be run by our spreadsheet goes out as text in every cell', async () => {
  const typed = ['=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(1)', '\t=1', '\r=1'];
  const { body } = await wang.get(`/rounds/${ROUND}/tasks/${task}`);
  const words = body.items.find(({ unit }: { unit: string }) => unit === '文字')?.code;
  expect(words).toBeDefined();
  for (const [at, text] of typed.entries()) {
    const { answers } = (await wang.get(`/rounds/${ROUND}/tasks/${task}`)).body;
    const seen = answers.find(({ item, year }: { item: string; year: string }) => item === words && year === 'now');
    const answer = { item: words, year: 'now', typed: `${text}${at}`, seen: seen?.version ?? 0 };
    const saved = await wang.post(`/rounds/${ROUND}/tasks/${task}/figures`, { answers: [answer] });
    expect(saved.body.outcomes[0].kind).toBe('saved');
    const { bytes, headers } = await wang.get(`/rounds/${ROUND}/tasks/${task}/workbook`);
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
    const pkg = readPackage(bytes, 'xlsx', 'out');
    for (const name of pkg.names.filter((each) => /sheet\d+\.xml$/.test(each)))
      expect(pkg.text(name)).not.toMatch(/<f>[^<]*(?:cmd|SUM\(1\))/);
    const cells = readWorkbook(bytes, 'out').sheets.flatMap(({ rows }) => [...rows.values()].flat());
    expect(cells.map(({ value }) => (value.kind === 'text' ? value.text.trim() : ''))).toContain(`${text}${at}`.trim());
  }
});
