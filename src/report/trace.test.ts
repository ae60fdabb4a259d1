import { expect, test } from 'vitest';
import { joinRuns } from './trace.ts';

const cell = (address: string, sheet = '表1', file = 'a.xlsx') => ({ file, sheet, cell: address });

test('cells one below the other are one run, whatever order they come in', () => {
  expect(joinRuns(['F5', 'F3', 'F4', 'F9', 'F4'].map((address) => cell(address)))).toEqual([cell('F3:F5'), cell('F9')]);
});

test('other columns, sheets and workbooks are not joined', () => {
  const apart = [cell('F3'), cell('G4'), cell('F4', '表2'), cell('F4', '表1', 'b.xlsx')];
  expect(joinRuns(apart)).toEqual(apart);
});

test('a line of a CSV file keeps its name', () => {
  const line = { file: 'schools.csv', sheet: '', cell: '学生数:12' };
  expect(joinRuns([line, cell('A1')])).toEqual([line, cell('A1')]);
});

test('each cell keeps what was written there; of a long run the first six are named', () => {
  const written = (address: string, value: string) => ({ ...cell(address), values: [value] });
  expect(joinRuns([written('F4', '20'), written('F3', '10'), cell('G3')])).toEqual([
    { ...cell('F3:F4'), values: ['10', '20'] },
    cell('G3'),
  ]);
  const long = [3, 4, 5, 6, 7, 8, 9, 10].map((row) => written(`F${row}`, String(row)));
  expect(joinRuns(long)).toEqual([{ ...cell('F3:F10'), values: ['3', '4', '5', '6', '7', '8'] }]);
});
