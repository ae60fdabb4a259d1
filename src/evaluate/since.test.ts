import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSample } from '../../sample/index.ts';
import { readFigures, type Submission } from '../collect/on-files.ts';
import { type Figure, printPeriod } from '../kernel/index.ts';
import { loadScheme, type Scheme } from '../scheme/on-files.ts';
import { evaluate } from './evaluate.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-since-'));
afterAll(() => rmSync(folder, { recursive: true }));
const AS_OF = { asOf: '2025-12-31' };
let scheme: Scheme;
let whole: Submission;
beforeAll(() => {
  writeSample(folder);
  scheme = loadScheme(path.join(folder, 'scheme'));
  whole = readFigures(path.join(folder, 'figures'), scheme, { year: 2025 });
});

/** The sample's answers with one figure or row another, by what is done to them. */
const changed = (of: Submission, change: (figures: Figure[]) => void): Submission => {
  const figures = [...of.figures];
  change(figures);
  return { ...of, figures };
};
const at = (figures: readonly Figure[], subject: string, item: string, isPrior = false): number =>
  figures.findIndex(
    ({ key, value }) =>
      key.subject === subject &&
      key.item === item &&
      value.kind === 'quantity' &&
      printPeriod(key.period).includes(isPrior ? '2024' : '2025'),
  );
const add = (figures: Figure[], index: number, steps: bigint): void => {
  const figure = figures[index];
  if (figure?.value.kind !== 'quantity') throw new Error('no such figure in the sample');
  figures[index] = { ...figure, value: { ...figure.value, steps: figure.value.steps + steps } };
};

const CHANGES: readonly (readonly [string, (of: Submission) => Submission])[] = [
  ['a figure of a county', (of) => changed(of, (all) => add(all, at(all, '881221', 'gpbEduExp'), 1_000_000n))],
  ['its year before', (of) => changed(of, (all) => add(all, at(all, '881221', 'gpbEduExp', true), 5_000_000_000n))],
  [
    'a figure of a school in a 功能区, which its host county counts',
    (of) => {
      const zone = of.org.units.find(({ kind }) => kind === 'zone');
      const school = of.org.units.find(({ parent, kind }) => kind === 'school' && parent === zone?.code);
      return changed(of, (all) => add(all, at(all, school?.code ?? '', 'primaryStudents'), 100_000_000n));
    },
  ],
  [
    'a figure taken away, so that the total above is a gap',
    (of) => changed(of, (all) => void all.splice(at(all, '881222', 'gpbEduExp'), 1)),
  ],
  ['a row of a ledger less', (of) => ({ ...of, ledgerRows: of.ledgerRows.slice(1) })],
  ['a ledger of nobody any more', (of) => ({ ...of, ledgerRows: [], handedLedgers: [] })],
];

test('after each change the results are those of an evaluation of everything', { timeout: 120_000 }, () => {
  let since = evaluate(scheme, whole, AS_OF);
  let answers = whole;
  for (const [what, change] of CHANGES) {
    answers = change(answers);
    const before = since.results;
    since = evaluate(scheme, answers, { ...AS_OF, since });
    expect(since.results, what).not.toEqual(before);
    expect(since.results, what).toEqual(evaluate(scheme, answers, AS_OF).results);
  }
});

test('what nobody changed is taken over, also from one that was itself made after a change', () => {
  const first = evaluate(scheme, whole, AS_OF);
  const second = evaluate(scheme, { ...whole }, { ...AS_OF, since: first });
  expect(second.results).toEqual(first.results);
  const leafOf = (of: typeof first, unit: string) => of.results.units.find(({ code }) => code === unit)?.results[0];
  expect(leafOf(second, '881221')).toBe(leafOf(first, '881221'));
});

test('another scheme takes nothing over', () => {
  const first = evaluate(scheme, whole, AS_OF);
  const other = { ...scheme, pointsDecimals: scheme.pointsDecimals + 1 };
  expect(evaluate(other, whole, { ...AS_OF, since: first }).results).toEqual(evaluate(other, whole, AS_OF).results);
});
