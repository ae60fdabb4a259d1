/**
 * The duty scheme against the list it was written from: every leaf, every check, points that add up, a basis for every
 * limit. Reads the YAML itself, so that a fault in the loader cannot hide one in the content.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CheckFile, FormFile, IndicatorFile, ItemFile, LedgerFile, RuleFile } from '../../src/scheme/contract.ts';

const folder = fileURLToPath(new URL('../../schemes/duty-2025/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(folder + name, 'utf8')) as Record<string, Record<string, unknown>>);
const all = <T>(key: string): Map<string, T> =>
  new Map(files.flatMap((file) => Object.entries(file[key] ?? {}) as [string, T][]));

const items = all<ItemFile>('items');
const ledgers = all<LedgerFile>('ledgers');
const indicators = all<IndicatorFile>('indicators');
const checks = all<CheckFile>('checks');
const forms = all<FormFile>('forms');
const leaves = new Map([...indicators].filter(([, { rule }]) => rule !== undefined));

const numbered = (prefix: string, to: number): string[] => Array.from({ length: to }, (_, i) => `${prefix}${i + 1}`);
const EXPECTED_LEAVES = [
  ...numbered('A1.', 4),
  ...numbered('A2.', 6),
  ...numbered('B1.', 4),
  ...numbered('B2.', 3),
  ...numbered('B3.', 7),
  ...numbered('B4.', 6),
  ...numbered('C1.', 5),
  ...numbered('C2.', 3),
  ...numbered('C3.', 3),
  ...numbered('C4.', 5),
  ...numbered('C5.', 3),
  ...numbered('D1.', 3),
  ...numbered('D2.', 2),
  ...numbered('D3.', 2),
  ...numbered('D4.', 2),
  ...numbered('D5.', 2),
  ...numbered('D6.', 3),
  ...numbered('E', 3),
];
const EXPECTED_CHECKS = [
  ...numbered('YOY-', 10),
  ...numbered('XF-', 9),
  ...numbered('UN-', 7),
  ...numbered('RT-', 6),
  ...numbered('CM-', 5),
  ...numbered('TM-', 4),
  ...numbered('TX-', 10),
  'PI-1',
];

/** Points in hundredths, so that sums are whole numbers. */
const hundredths = (points: string | undefined): number => Math.round(Number(points) * 100);
const sum = (of: Iterable<IndicatorFile>): number =>
  [...of].reduce((total, { points }) => total + hundredths(points), 0);
const below = (branch: string): IndicatorFile[] =>
  [...leaves].flatMap(([code, leaf]) => (code.startsWith(branch) ? [leaf] : []));
const asksPoints = (rule: RuleFile | undefined): boolean => rule?.type !== 'information';

test('every leaf of the duty tree is there, and no other', () => {
  expect([...leaves.keys()].sort()).toEqual([...EXPECTED_LEAVES].sort());
});

test('the five sections have 12, 34, 26, 20 and 8 points, 100 in all', () => {
  expect(['A', 'B', 'C', 'D', 'E'].map((code) => sum(below(code)))).toEqual([1200, 3400, 2600, 2000, 800]);
});

test('every branch states the sum of its leaves', () => {
  for (const [code, { points }] of indicators) {
    if (!leaves.has(code)) expect([code, hundredths(points)]).toEqual([code, sum(below(code))]);
  }
});

test('the parts of a leaf add up to its points', () => {
  for (const [code, { rule, points }] of leaves) {
    if (rule?.type !== 'parts') continue;
    const parts = rule.parts.reduce((total, part) => total + hundredths(part.points), 0);
    expect([code, parts]).toEqual([code, hundredths(points)]);
  }
});

test('a leaf with points has a basis, evidence, a lead department, a problem and its measure', () => {
  const bare = [...leaves].filter(
    ([, leaf]) =>
      asksPoints(leaf.rule) && !(leaf.basis && leaf.evidence?.length && leaf.lead && leaf.problem && leaf.measure),
  );
  expect(bare.map(([code]) => code)).toEqual([]);
});

test('grades that a clause lowers or bars, and bonus awards, each name their basis', () => {
  const clauses = ['vetoes', 'downgrades', 'ceilings'].flatMap((key) => [...all<{ basis?: unknown }>(key)]);
  expect(clauses.length).toBeGreaterThan(0);
  expect(clauses.filter(([, { basis }]) => basis === undefined)).toEqual([]);
});

test('every check of the review is in the list', () => {
  expect(EXPECTED_CHECKS.filter((id) => !checks.has(id))).toEqual([]);
});

test('a check with a limit of its own names its basis', () => {
  const limited = [...checks].filter(([, { params, kind }]) => params !== undefined && kind !== 'text');
  expect(limited.filter(([, { basis }]) => basis === undefined).map(([id]) => id)).toEqual([]);
});

test('a check that is a rule says in Chinese what to do', () => {
  const silent = [...checks].filter(([, { rule, says }]) => rule !== undefined && says === undefined);
  expect(silent.map(([id]) => id)).toEqual([]);
});

test('every item is filed or computed, never both', () => {
  const wrong = [...items].filter(
    ([, { by, formula, from }]) => [by, formula, from].filter((way) => way !== undefined).length !== 1,
  );
  expect(wrong.map(([code]) => code)).toEqual([]);
});

test('every filed item stands in exactly one form of each level that files it', () => {
  const asked = [...items].flatMap(([code, { by }]) => Object.keys(by ?? {}).map((level) => `${level} ${code}`));
  const stood = [...forms.values()].flatMap(({ level, items: rows }) => rows.map((code) => `${level} ${code}`));
  expect(stood.sort()).toEqual(asked.sort());
});

test('money filed with last year beside it names the nature of both years or is a budget', () => {
  const unnamed = [...items].filter(
    ([, { unit, prior, nature, name }]) =>
      prior === true &&
      ['万元', '亿元'].includes(unit) &&
      nature === undefined &&
      !/预算|附加|补助|培训经费/.test(name),
  );
  expect(unnamed.map(([code]) => code)).toEqual([]);
});

test('the five ledgers are there and each is counted or summed by an item', () => {
  const read = new Set([...items.values()].flatMap(({ from }) => (from && 'ledger' in from ? [from.ledger] : [])));
  expect([...ledgers.keys()].sort()).toEqual(
    ['documents', 'inspectors', 'modelSchools', 'trainingInstitutions', 'transfers'].sort(),
  );
  // 印发文件 is read by the report itself, which lists titles and numbers.
  expect([...ledgers.keys()].filter((code) => !read.has(code))).toEqual(['documents']);
});
