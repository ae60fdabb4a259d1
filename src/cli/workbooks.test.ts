/** Empty workbooks of one's own scheme: written once, filled, evaluated. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { luzhi, temporaryFolder } from '../../test/support/cli.ts';

const folder = temporaryFolder();
const EXAMPLE = path.resolve(import.meta.dirname, '../../docs/examples/ledger');
const write = (out: string, units = path.join(EXAMPLE, 'units.csv')) =>
  luzhi('workbooks', '--scheme', EXAMPLE, '--units', units, '--out', out);

test('a register with a fault writes nothing and says where', async () => {
  const units = path.join(folder, 'faulty.csv');
  writeFileSync(units, '代码,名称,类型,上级\n9901,云岭市,市,\n990121,甲县,县,云领市\n');
  const { status, stderr } = await write(path.join(folder, 'none'), units);
  expect(status).toBe(1);
  expect(stderr).toContain('甲县的上级“云领市”不在名录中');
  expect(readdirSync(folder)).toEqual(['faulty.csv']);
});

test('what units stated a year ago stands in their workbooks, and no total is taken for what a bureau stated', async () => {
  const scheme = path.join(folder, 'pay');
  mkdirSync(scheme);
  writeFileSync(
    path.join(scheme, 'scheme.yaml'),
    `scheme: pay
name: 经费
year: 2025
levels: [prefecture, county]
departments: { CZ: { name: 财政局 } }
items:
  funds: { name: 经费, unit: 万元, by: { prefecture: CZ, county: CZ }, prior: true }
indicators:
  A: { name: 经费, points: "100", rule: { type: threshold, met: CHANGE(funds) >= 0 }, basis: { source: unsourced } }
forms:
  county: { name: 县经费, level: county, dept: CZ, items: [funds] }
  city: { name: 市经费, level: prefecture, dept: CZ, items: [funds] }
`,
  );
  const units = path.join(folder, 'units.csv');
  writeFileSync(units, '代码,名称,类型,上级\n9901,云岭市,市,\n990121,甲县,县,云岭市\n');
  const inputs = ['9901', '990121'].map((unit) => ({
    item: 'funds',
    unit,
    period: 'calendar(2024)',
    value: { value: '12345600', unit: '元' },
  }));
  const results = path.join(folder, '2024.json');
  writeFileSync(results, JSON.stringify({ year: 2024, units: [{ results: [{ inputs }] }] }));
  const out = path.join(folder, 'with-prior');
  const told = await luzhi('workbooks', '--scheme', scheme, '--units', units, '--out', out, '--last-year', results);
  expect(told).toMatchObject({ status: 0 });
  const priorIn = async (name: string) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(out, name));
    const sheet = book.worksheets.find(({ state }) => state === 'visible');
    return sheet?.getSheetValues().flatMap((row) => (Array.isArray(row) && row.includes('经费') ? [row[4]] : []));
  };
  expect(await priorIn('甲县_2025.xlsx')).toEqual([1234.56]);
  expect(await priorIn('云岭市_财政局_2025.xlsx')).toEqual([undefined]);
});

test('what one county fills into its ledger counts, the one whose workbook is not there is missing', async () => {
  const out = path.join(folder, 'out');
  expect(await write(out)).toMatchObject({ status: 0 });
  expect(readdirSync(out).sort()).toEqual(['乙县_2025.xlsx', '单位名录.xlsx', '甲县_2025.xlsx']);
  const file = path.join(out, '甲县_2025.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet('阅读活动台账');
  [
    ['读书节', '县级', 1000, '2025-04-23'],
    ['朗诵会', '县级', 200, '2025-09-10'],
  ].forEach((row, at) => {
    if (sheet !== undefined) sheet.getRow(5 + at).values = row;
  });
  await book.xlsx.writeFile(file);
  const filled = await luzhi('evaluate', '--scheme', EXAMPLE, '--figures', out);
  expect(filled.stdout).toBe('甲县\t80.00 + 加分 1.00 / 100.00\t合格\n乙县\t0.00 / 100.00\t不合格\n');
  const again = await write(out);
  expect(again).toMatchObject({ status: 2 });
  expect(again.stderr).toContain('已经存在，没有改动');
  const alone = await luzhi('evaluate', '--scheme', EXAMPLE, '--figures', file);
  expect(alone.stdout).toBe('甲县\t80.00 + 加分 1.00 / 100.00\t合格\n');
});
