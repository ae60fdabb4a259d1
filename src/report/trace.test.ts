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
