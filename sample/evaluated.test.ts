/** Both samples through the main job: read from their workbooks, checked and judged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigures, type Submission } from '../src/collect/index.ts';
import { evaluate, type Results } from '../src/evaluate/index.ts';
import { type Finding, isError, type UnitCode } from '../src/kernel/index.ts';
import { loadScheme } from '../src/scheme/index.ts';
import { cleanSample } from './clean.ts';
import { writeSample } from './index.ts';
import { PLANTED_FIGURES, type PlantedFigure } from './planted.ts';

interface Judged {
  readonly submission: Submission;
  readonly results: Results;
  readonly findings: readonly Finding[];
}

function judge(dir: string, planted: boolean): Judged {
  const folder = path.join(dir, planted ? 'planted' : 'clean');
  writeSample(folder, { planted });
  const scheme = loadScheme(path.join(folder, 'scheme'));
  const submission = readFigures(path.join(folder, 'figures'), scheme, { year: scheme.year });
  const { results } = evaluate(scheme, submission, { asOf: '2025-12-31' });
  return { submission, results, findings: [...submission.findings, ...results.findings] };
}

let dir = '';
let clean: Judged;
let planted: Judged;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'luzhi-sample-judged-'));
  clean = judge(dir, false);
  planted = judge(dir, true);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('nothing in the clean sample is an error', () => {
  expect(clean.findings.filter(isError)).toEqual([]);
});

test('the clean prefecture stands just under 90, its counties between 80 and 94, and one is downgraded', () => {
  const [prefecture, ...counties] = clean.results.units;
  expect([prefecture?.unit, prefecture?.score, prefecture?.grade]).toEqual(['清江市', '89.71', '良好']);
  for (const county of counties.filter(({ unit }) => !unit.includes('开发区'))) {
    expect(Number(county.score), county.unit).toBeGreaterThan(80);
    expect(Number(county.score), county.unit).toBeLessThan(94);
    expect(county.undecided, county.unit).toEqual([]);
  }
  const downgraded = counties.filter(({ downgrades }) => downgrades.length > 0);
  expect(downgraded.map(({ unit, gradeBySum, grade }) => [unit, gradeBySum, grade])).toEqual([
    ['鹿鸣县', '良好', '合格'],
  ]);
});

test('what must be explained in the clean sample is explained', () => {
  const asked = clean.findings.filter(({ code }) => code === 'YOY-1' || code === 'YOY-2');
  expect(asked.length).toBeGreaterThan(10);
  for (const { at } of asked) {
    const figure = clean.submission.figures.find(
      ({ key, reason }) => key.subject === at.unit && key.item === at.item && reason !== undefined,
    );
    expect(figure?.reason?.length ?? 0, `${at.unit} ${at.item}`).toBeGreaterThanOrEqual(6);
  }
});

const governments = [cleanSample()].flatMap(({ own, counties }) => [own, ...counties]).map(({ of }) => of);

const scheme = loadScheme('schemes/duty-2025');
/** The clean sample with these values of schools put in place of what they stated. */
function withSchools(change: (item: string, unit: UnitCode) => bigint | undefined): Results {
  const figures = clean.submission.figures.map((figure) => {
    const steps = change(figure.key.item, figure.key.subject);
    if (steps === undefined || figure.value.kind !== 'quantity') return figure;
    return { ...figure, value: { ...figure.value, steps } };
  });
  return evaluate(scheme, { ...clean.submission, figures }, { asOf: '2025-12-31' }).results;
}

test('a county whose schools drift apart beyond basic balance takes the prefecture down one grade', () => {
  const county = clean.submission.org.find('云屏县')?.code as UnitCode;
  const emptied = new Set(clean.submission.org.below(county, 'school').flatMap(({ code }, n) => (n % 2 ? [] : [code])));
  const resources = /^primary(Degree|Backbone|Arts)Teachers$|^primary(TeachingArea|SportsArea|Equipment|MediaRooms)$/;
  const [prefecture] = withSchools((item, unit) => (resources.test(item) && emptied.has(unit) ? 0n : undefined)).units;
  expect(clean.results.units[0]?.downgrades).toEqual([]);
  expect(prefecture?.downgrades.map(({ code }) => code)).toEqual(['G6']);
  expect([prefecture?.gradeBySum, prefecture?.grade]).toEqual(['良好', '合格']);
});

test('more backbone teachers than teachers is an error at the school', () => {
  const county = clean.submission.org.find('云屏县')?.code as UnitCode;
  const [school] = clean.submission.org.below(county, 'school');
  const { findings } = withSchools((item, unit) =>
    item === 'primaryBackboneTeachers' && unit === school?.code ? 9_000n : undefined,
  );
  expect(findings.filter(isError).map(({ code, at }) => [code, at.unit])).toEqual([['XF-3l', school?.code]]);
});

/** Where a planted mistake must be found: the unit it was done to, or the file that should not be there. */
function standsAt({ edit }: PlantedFigure, { at }: Finding): boolean {
  const codeOf = (name: string) => governments.find((of) => of.name === name);
  switch (edit.kind) {
    case 'answer':
      return at.unit === codeOf(edit.unit)?.code;
    case 'school':
      return at.unit === codeOf(edit.county)?.schools[edit.nth]?.code;
    case 'nature':
      return at.file === `${edit.unit}_2025.xlsx`;
    case 'copy':
      return at.file === edit.as || at.file === edit.file;
    case 'lastYear':
      return at.file === edit.as;
    case 'table':
      return at.file === edit.file;
  }
}

test.each(PLANTED_FIGURES)('$code: $says', (mistake) => {
  const found = planted.findings.filter((finding) => finding.code === mistake.code && standsAt(mistake, finding));
  // One mistake may be told of several figures: a wrong head speaks of a whole column.
  expect([...new Set(found.map(({ severity }) => severity))]).toEqual([mistake.severity]);
});

test('a sum that does not agree is printed beside what it was compared with', () => {
  const found = planted.findings.find(({ code }) => code === 'XF-2');
  const { gpbEduExpOfCounties: sum, gpbEduExpCounties: stated } = found?.data ?? {};
  expect([sum, stated]).toEqual([expect.stringMatching(/^[\d,.]+ 万元$/), expect.stringMatching(/^[\d,.]+ 万元$/)]);
  expect(sum).not.toEqual(stated);
});

test('nothing else in the planted sample is called an error', () => {
  const others = planted.findings.filter(
    (finding) =>
      isError(finding) &&
      !PLANTED_FIGURES.some((mistake) => mistake.code === finding.code && standsAt(mistake, finding)),
  );
  expect(others).toEqual([]);
});
