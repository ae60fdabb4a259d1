import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadScheme } from '../../scheme/index.ts';
import { COMPLETE, countyFile, registerFile, sayAll, scheme, stated } from '../fixture.ts';
import { readFigures } from './files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'luzhi-collect-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
const codeOf = (target: string): string => {
  try {
    readFigures(target, scheme, { year: 2025 });
    return 'read';
  } catch (problem) {
    sayAll([problem as never]);
    return (problem as { code: string }).code;
  }
};

test('a path that is not there, an empty folder and a single bad file each end with their own sentence', () => {
  expect(codeOf(path.join(folder, '没有'))).toBe('collect.pathMissing');
  expect(codeOf(folder)).toBe('collect.nothingUsable');
  expect(codeOf(put('空.xlsx', ''))).toBe('ooxml.empty');
  expect(codeOf(put('名单.csv', '甲,乙\n1,2\n'))).toBe('collect.csvColumns');
  expect(codeOf(put('报告.docx', 'x'))).toBe('collect.fileKind');
});

test('a path that goes through a file cannot be read, and is said', () => {
  expect(codeOf(path.join(put('云屏县_2025.xlsx', countyFile().bytes), 'x'))).toBe('collect.pathUnreadable');
});

test('folders are read to the bottom; lock files and evidence are no figures', () => {
  put('单位名录.xlsx', registerFile().bytes);
  put('县/云屏县_2025.xlsx', countyFile().bytes);
  put('县/~$云屏县_2025.xlsx', 'lock');
  put('佐证/附表.xlsx', 'not a workbook');
  const submission = readFigures(folder, scheme, { year: 2025 });
  expect(submission.files).toEqual([
    { file: '单位名录.xlsx', figures: 0, rows: 0 },
    { file: '县/云屏县_2025.xlsx', figures: 10, rows: 0, from: { unit: '881221', part: 'forms' } },
  ]);
  expect(stated(submission, 'staff')).toBe(5210n);
});

test('evidence carries the hash of its file; a path outside the folder is never opened', () => {
  const record = { title: '批复', date: '2025-12-01', mode: 'upload', indicators: ['A1'], items: ['exp'] } as const;
  const evidence = [
    { ...record, number: 'A1-01', file: '佐证/批复.txt' },
    { ...record, number: 'A1-02', file: '../../../../etc/passwd' },
  ];
  put('云屏县_2025.xlsx', countyFile(COMPLETE, { evidence }).bytes);
  put('佐证/批复.txt', '教育支出110205.16万元');
  const submission = readFigures(folder, scheme, { year: 2025 });
  expect(readFigures(path.join(folder, '云屏县_2025.xlsx'), scheme, { year: 2025 }).evidence).toEqual(
    submission.evidence,
  );
  expect(submission.evidence.map(({ sha256 }) => sha256)).toEqual([
    createHash('sha256').update('教育支出110205.16万元').digest('hex'),
    undefined,
  ]);
  expect(submission.findings.map(({ code }) => code)).toEqual(['collect.evidence.fileMissing']);
  sayAll(submission.findings);
});

test('identity numbers in evidence are counted and never repeated; other long numbers are none', () => {
  put('云屏县_2025.xlsx', countyFile(COMPLETE).bytes);
  put('佐证/名册.txt', '王某 11010519491231002X，账号 622202020011223344，流水 110105194912310021');
  const found = readFigures(folder, scheme, { year: 2025 }).findings.filter(({ code }) => code === 'PI-1');
  expect(sayAll(found)).toEqual(['佐证/名册.txt 中有 1 个身份证号。请遮去后再提供。']);
});

test('the two examples of the format page are read as they stand', () => {
  for (const [example, figures] of [
    ['cv', 6],
    ['small-scheme', 4],
  ] as const) {
    const dir = path.resolve(import.meta.dirname, '../../../docs/examples', example);
    const submission = readFigures(path.join(dir, 'figures.csv'), loadScheme(dir), { year: 2025 });
    expect([submission.figures.length, submission.findings]).toEqual([figures, []]);
  }
});
