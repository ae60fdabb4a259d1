/** Workbooks that went out sealed and come back: as they went, filled, late, broken, of others, twice. */
import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import type { TSchema } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { setCell } from '../../../test/support/set-cell.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { readPackage, writePackage } from '../../engines/ooxml/index.ts';
import { readWorkbook } from '../../engines/sheet/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { saveFigures } from '../entry/save-figures.ts';
import { listMyTasks } from '../round/look.ts';
import { readTask } from '../round/read-task.ts';
import { downloadWorkbook } from './download-workbook.ts';
import { importWorkbook } from './import-workbook.ts';
import { previewWorkbook } from './preview-workbook.ts';

const open = testDatabase();
let year: Year;
let wang: Who;
let task: string;
const NAME = '云屏县_2025.xlsx';

const as = <Out>(who: Who, of: Action<TSchema, Out>, input: object): Promise<Out> =>
  year.as(who, of as unknown as Action<never, Out>, { round: ROUND, ...input });
const download = async () => (await as(wang, downloadWorkbook, { task })).content;
const preview = async (content: Uint8Array) =>
  as(wang, previewWorkbook, { name: NAME, sha256: (await year.files.put(content)).sha256 });
const codesOf = ({ findings }: { findings: readonly { code: string }[] }) => [
  ...new Set(findings.map(({ code }) => code).filter((code) => code.startsWith('collect.seal'))),
];

/** The cell of this year of an item, by the code beside it. */
function cellOf(content: Uint8Array, item: string): { sheet: string; cell: string } {
  for (const sheet of readWorkbook(content, NAME).sheets.filter(({ hidden }) => !hidden)) {
    for (const [row, cells] of sheet.rows) {
      const code = cells.find(({ value }) => value.kind === 'text' && value.text === item);
      if (code !== undefined) return { sheet: sheet.name, cell: `E${row}` };
    }
  }
  return expect.unreachable(item);
}
const typed = (content: Uint8Array, item: string, value: string): Uint8Array => {
  const { sheet, cell } = cellOf(content, item);
  return setCell(content, sheet, cell, () => value);
};
const standing = async (item: string) => {
  const { answers } = (await as(wang, readTask, { task })) as unknown as {
    answers: { item: string; year: string; typed: string; version: number }[];
  };
  return answers.find((answer) => answer.item === item && answer.year === 'now');
};
const save = async (item: string, value: string) =>
  as(wang, saveFigures, {
    task,
    answers: [{ item, year: 'now', typed: value, seen: (await standing(item))?.version ?? 0 }],
  });

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王芳', 'reporter', '云屏县');
  task = (await as(wang, listMyTasks, {})).find(({ part }) => part === 'forms')?.task ?? '';
  await dropWorkbook(year, wang, NAME);
});

test('one of the sample, which never went out from here, is read and said to be unsealed', async () => {
  expect(codesOf(await preview(year.sample.get(`figures/${NAME}`) ?? new Uint8Array()))).toEqual(['collect.seal.none']);
});

test('one that comes back as it went out changes nothing', async () => {
  const plan = await preview(await download());
  expect([plan.added.length, plan.changed.length, plan.conflicts.length, codesOf(plan)]).toEqual([0, 0, 0, []]);
});

test('what was typed in another unit stands in the unit of its row, and a reason beside it changes no value', async () => {
  const item = 'supervisionBudget';
  const seen = (await standing(item))?.version ?? 0;
  await as(wang, saveFigures, { task, answers: [{ item, year: 'now', typed: '3.2', unit: '亿元', seen }] });
  const content = await download();
  const { sheet, cell } = cellOf(content, item);
  const shown = readWorkbook(content, NAME)
    .sheets.find(({ name }) => name === sheet)
    ?.rows.get(Number(cell.slice(1)))
    ?.find(({ column }) => column === 5)?.value;
  expect(shown).toMatchObject({ kind: 'number', text: '32000' });
  expect((await preview(content)).changed).toEqual([]);

  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(content) as never);
  const reason = book.getWorksheet(sheet)?.getCell(cell.replace('E', 'H'));
  if (reason !== undefined) reason.value = '按批复数填报';
  const explained = new Uint8Array(await book.xlsx.writeBuffer());
  const { plan, changed } = await preview(explained);
  expect(changed).toMatchObject([
    { was: '32000', row: { item, typed: '32000', unit: '万元', reason: '按批复数填报' } },
  ]);
  const { sha256 } = await year.files.put(explained);
  await as(wang, importWorkbook, { name: NAME, sha256, plan });
  const steps = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx
      .selectFrom('figure_version')
      .select(['version', 'steps'])
      .where('item', '=', item)
      .orderBy('version', 'desc')
      .limit(2)
      .execute(),
  );
  expect(steps).toMatchObject([{ steps: 32_000_000_000n }, { steps: 32_000_000_000n }]);
});

test('a seal that was changed, and one of another installation, are refused', async () => {
  const content = await download();
  const pkg = readPackage(content, 'xlsx', NAME);
  const other = pkg.names.map((name) =>
    /sheet\d+\.xml|sharedStrings/.test(name)
      ? { name, bytes: pkg.text(name).replace(ROUND, 'duty-2024') }
      : { name, part: pkg.packed(name) },
  );
  await expect(preview(writePackage(other, 'xlsx'))).rejects.toMatchObject({ code: 'collect.sealBroken' });
  const second = await openYear(open(), 2);
  const fang = await second.person('方芳', 'reporter', '云屏县');
  await expect(
    second.as(fang, previewWorkbook as unknown as Action<never, unknown>, {
      round: ROUND,
      name: NAME,
      sha256: (await second.files.put(content)).sha256,
    }),
  ).rejects.toMatchObject({ code: 'collect.sealBroken' });
});

test('what only the workbook changed is changed; what only the system changed stays; what both changed is a conflict', async () => {
  const content = await download();
  await save('ruralTeachersPaid', '401');
  await save('rotated', '5');
  const plan = await preview(typed(typed(content, 'recruited', '31'), 'rotated', '6'));
  const items = (rows: readonly { row: { item: string } }[]) => rows.map(({ row }) => row.item);
  expect(items(plan.changed)).toEqual(['recruited']);
  expect(plan.conflicts).toMatchObject([{ row: { item: 'rotated', typed: '6' }, was: '5', by: '王芳' }]);
  expect(codesOf(plan)).toEqual(['collect.seal.older']);
});

test('a sheet of a ledger that is gone takes no rows away and is named; one that came back empty does', async () => {
  const changed = async (change: (book: ExcelJS.Workbook) => void) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await download()) as never);
    change(book);
    return preview(new Uint8Array(await book.xlsx.writeBuffer()));
  };
  const without = await changed((book) => book.removeWorksheet('督学花名册'));
  expect(without.ledgers).toEqual({ added: 0, removed: 0 });
  expect(without.findings.slice(0, 1)).toMatchObject([
    { code: 'collect.ledgerAbsent', at: { file: NAME, sheet: '督学花名册' } },
  ]);
  const emptied = await changed((book) => {
    const sheet = book.getWorksheet('督学花名册');
    for (let row = 5; row <= (sheet?.rowCount ?? 0); row += 1) if (sheet !== undefined) sheet.getRow(row).values = [];
  });
  expect(emptied.ledgers.removed).toBeGreaterThan(0);
});

test('conflicts stay as they stand here unless told, and the same content dropped again is told', async () => {
  const content = typed(await download(), 'rotated', '7');
  await save('rotated', '8');
  const { sha256 } = await year.files.put(content);
  const input = { name: NAME, sha256 };
  const first = await as(wang, previewWorkbook, input);
  expect(first.earlier).toBeUndefined();
  expect(await as(wang, importWorkbook, { ...input, plan: first.plan })).toMatchObject({ kept: 1, changed: 0 });
  expect((await standing('rotated'))?.typed).toBe('8');
  const second = await as(wang, previewWorkbook, input);
  expect(second.earlier).toMatchObject({ person: '王芳' });
  expect(await as(wang, importWorkbook, { ...input, plan: second.plan, conflicts: 'replace' })).toMatchObject({
    kept: 0,
    changed: 1,
  });
  expect((await standing('rotated'))?.typed).toBe('7');
});
