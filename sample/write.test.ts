/** The sample as a folder: the same every time, and never half a folder. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../src/engines/sheet/index.ts';
import { messages, writeSample } from './index.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'luzhi-sample-test-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test('a folder that already holds files is left as it is', () => {
  const target = path.join(dir, 'taken');
  mkdirSync(target);
  writeFileSync(path.join(target, '我的文件.txt'), '');
  expect(() => writeSample(target)).toThrowError(expect.objectContaining({ code: 'sample.notEmpty', exit: 3 }));
  expect(filesOf(target)).toEqual(['我的文件.txt']);
});

test('writing the same sample again is no fault, and an edited one is left as it is', () => {
  const target = path.join(dir, 'again');
  writeSample(target);
  writeSample(target);
  writeFileSync(path.join(target, 'README.txt'), '我改过');
  expect(() => writeSample(target)).toThrowError(expect.objectContaining({ code: 'sample.notEmpty' }));
  expect(readFileSync(path.join(target, 'README.txt'), 'utf8')).toBe('我改过');
});

test('a place that cannot be written leaves nothing behind', () => {
  const file = path.join(dir, 'a file');
  writeFileSync(file, '');
  expect(() => writeSample(path.join(file, 'sample'))).toThrowError(
    expect.objectContaining({ code: 'sample.notWritable' }),
  );
  expect(readdirSync(dir).filter((name) => name.startsWith('.luzhi-sample-'))).toEqual([]);
});

test('both refusals have a sentence in both languages', () => {
  for (const table of [messages.zh, messages.en]) {
    expect(table['sample.notEmpty']({ dir: '样例' })).toContain('样例');
    expect(table['sample.notWritable']({ dir: '样例', fault: 'EACCES' })).toContain('EACCES');
  }
});

test('two runs write the same bytes, clean and planted', () => {
  for (const planted of [false, true]) {
    const target = path.join(dir, `twice ${planted}`);
    writeSample(target, { planted });
    const first = filesOf(target).map((file) => [file, readFileSync(path.join(target, file))] as const);
    rmSync(target, { recursive: true });
    writeSample(target, { planted });
    expect(filesOf(target)).toEqual(first.map(([file]) => file));
    for (const [file, bytes] of first) expect(readFileSync(path.join(target, file)).equals(bytes), file).toBe(true);
  }
});

test('people find a register, a workbook of each county, department and school list, the scheme and what to do next', () => {
  const target = path.join(dir, 'twice false');
  const files = filesOf(target);
  expect(files.filter((file) => /figures\/[^/]+_学校_2025\.xlsx$/.test(file))).toHaveLength(16);
  expect(files.filter((file) => /figures\/[^/_]+_2025\.xlsx$/.test(file))).toHaveLength(16);
  expect(files).toEqual(expect.arrayContaining(['README.txt', 'figures/单位名录.xlsx', 'scheme/scheme.yaml']));
  expect(files.filter((file) => file.startsWith('figures/佐证/')).length).toBeGreaterThan(36);
  const book = readWorkbook(readFileSync(path.join(target, 'figures/云屏县_2025.xlsx')), '云屏县_2025.xlsx');
  expect(book.sheets.map(({ name }) => name)).toContain('督学花名册');
});
