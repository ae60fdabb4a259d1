/** Empty workbooks of one's own scheme: written once, filled, evaluated. */
import { readdirSync, writeFileSync } from 'node:fs';
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
