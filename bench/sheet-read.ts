/**
 * Reading a workbook of 50,000 rows by 12 columns that exceljs wrote: our reader beside the streaming reader of
 * exceljs, each giving every value of every cell. Ours must be what was written; the two are compared cell by cell,
 * where exceljs may differ only in the characters it breaks at the borders of its chunks (U+FFFD).
 */
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { type CellValue, readWorkbook } from '../src/engines/sheet/index.ts';
import type { BenchRow } from './row.ts';

const ROWS = 50_000;
const COLUMNS = 12;
const RUNS = 3;

type Plain = string | number | undefined;

/** What stands in a row, counted from 0. */
const rowValues = (row: number): Plain[] => [
  `学校${row}`,
  `类型${row % 20}`,
  ...Array.from({ length: COLUMNS - 4 }, (_, column) => row * (column + 1) + 0.25),
  `备注${row % 5000}`,
  row,
];

async function makeWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('学校');
  for (let row = 0; row < ROWS; row += 1) sheet.addRow(rowValues(row));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const plain = (value: CellValue): Plain =>
  value.kind === 'number' ? Number(value.text) : value.kind === 'text' ? value.text : undefined;

function readOurs(bytes: Uint8Array): Plain[] {
  const rows = readWorkbook(bytes, 'bench.xlsx').sheets[0]?.rows.values() ?? [];
  const values: Plain[] = [];
  for (const cells of rows) for (const { value } of cells) values.push(plain(value));
  return values;
}

async function readPeer(bytes: Uint8Array): Promise<Plain[]> {
  const values: Plain[] = [];
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  });
  for await (const sheet of reader) {
    for await (const row of sheet) row.eachCell(({ value }) => values.push(value as Plain));
  }
  return values;
}

/** Best time of the runs, in milliseconds, and the last output. */
async function best<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly output: T }> {
  let ms = Number.POSITIVE_INFINITY;
  let output: T | undefined;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    output = await work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, output: output as T };
}

export async function run(): Promise<readonly BenchRow[]> {
  const bytes = await makeWorkbook();
  const ours = await best(() => readOurs(bytes));
  const peer = await best(() => readPeer(bytes));
  const written = Array.from({ length: ROWS }, (_, row) => rowValues(row)).flat();
  const same = (a: Plain, b: Plain): boolean => a === b || (typeof b === 'string' && b.includes('\ufffd'));
  const checked =
    ours.output.length === written.length &&
    peer.output.length === written.length &&
    written.every((value, index) => value === ours.output[index] && same(value, peer.output[index]));
  const work = `read ${ROWS} x ${COLUMNS} cells`;
  const target = { text: 'faster', reached: ours.ms < peer.ms };
  return [{ work, ours: ours.ms, peer: { name: 'exceljs streaming', value: peer.ms }, unit: 'ms', target, checked }];
}
