/** What must hold of the sample before it becomes files: sums, per-pupil money, rosters, and completeness against the scheme. */
import { expect, test } from 'vitest';
import { loadScheme } from '../src/scheme/index.ts';
import { COST_ITEM } from './answers/finance.ts';
import { cleanSample, type Filed } from './clean.ts';
import { inspectorsNeeded, visitedBy } from './ledgers.ts';
import { LEVELS } from './model.ts';

const sample = cleanSample();
const scheme = loadScheme(new URL('../schemes/duty-2025', import.meta.url).pathname);
const governments = [sample.own, ...sample.counties];
const cents = (text: string | undefined): bigint => BigInt((text ?? '').replace('.', ''));
const all = [...governments, sample.zone];

test('every item the scheme asks of a government is answered, with last year where it is asked, and nothing else', () => {
  for (const { of, answers } of all) {
    const level = of.kind === 'own' ? 'prefecture' : 'county';
    const asked = [...scheme.items.values()].filter((item) => item.by[level] !== undefined);
    for (const item of asked.filter(({ required }) => required)) {
      const answer = answers[item.code];
      expect(answer?.now, `${of.name} ${item.code}`).toBeTruthy();
      if (answer?.now !== '不适用')
        expect(answer?.prior !== undefined, `${of.name} ${item.code} 上年`).toBe(item.prior);
    }
    for (const code of Object.keys(answers)) expect(scheme.items.has(code as never), code).toBe(true);
  }
});

test('every cell of every school list is filled', () => {
  const asked = [...scheme.items.values()].filter((item) => item.by.school !== undefined).map(({ code }) => code);
  for (const { of } of governments) {
    for (const school of of.schools) {
      const filled = Object.keys({ ...school.counts, ...school.answers });
      expect(filled.toSorted()).toEqual(asked.toSorted());
    }
  }
});

test('there are 1,986 schools and kindergartens with names and codes of their own', () => {
  const schools = governments.flatMap(({ of }) => of.schools);
  expect(schools).toHaveLength(1_986);
  expect(new Set(schools.map(({ name }) => name)).size).toBe(1_986);
  expect(new Set(schools.map(({ code }) => code)).size).toBe(1_986);
});

test('the counties and the own level add up to what the prefecture states, to the last digit, in both years', () => {
  for (const year of ['now', 'prior'] as const) {
    const sum = (list: readonly Filed[], item: string): bigint =>
      list.reduce((total, { answers }) => total + cents(answers[item]?.[year]), 0n);
    expect(sum(sample.counties, 'gpbEduExp')).toBe(cents(sample.own.answers.gpbEduExpCounties?.[year]));
    expect(sum(governments, 'gpbEduExp')).toBe(cents(sample.own.answers.gpbEduExpWhole?.[year]));
    expect(sum(sample.counties, 'supervisionBudget')).toBe(cents(sample.own.answers.supervisionBudgetCounties?.[year]));
    for (const { answers } of all) {
      const parts = ['operatingFunds', 'capitalFunds', 'surchargeFunds'].reduce(
        (total, part) => total + cents(answers[part]?.[year]),
        0n,
      );
      expect(parts).toBe(cents(answers.gpbEduFunds?.[year]));
    }
  }
  expect(sample.own.answers.gpbEduExpWhole?.now).toBe('864218.95');
});

test('生均 times pupils agrees with 一般公共预算教育经费 within five percent in every county', () => {
  for (const { of, answers } of sample.counties) {
    const perPupil = LEVELS.reduce(
      (sum, level) => sum + Number(answers[COST_ITEM[level]]?.now) * of.students[level],
      0,
    );
    expect(Math.abs(perPupil / (Number(answers.gpbEduFunds?.now) * 10_000) - 1), of.name).toBeLessThan(0.05);
  }
});

test('the schools of a government hold exactly its pupils', () => {
  for (const { of } of governments) {
    const total = (item: string): number => of.schools.reduce((sum, school) => sum + (school.counts[item] ?? 0), 0);
    expect([
      total('kgChildren'),
      total('primaryStudents'),
      total('juniorStudents'),
      total('seniorStudents'),
      total('vocationalStudents'),
    ]).toEqual(LEVELS.map((level) => of.students[level]));
  }
});

test('each roster holds between the inspectors needed and a fifth more, and every school has one', () => {
  for (const { of, ledgers } of all) {
    const needed = inspectorsNeeded(of);
    expect(ledgers.inspectors.length, of.name).toBeGreaterThanOrEqual(needed);
    expect(ledgers.inspectors.length, of.name).toBeLessThanOrEqual(Math.floor(needed * 1.2));
    expect(ledgers.inspectors.reduce((sum, row) => sum + Number(row.schools), 0)).toBe(visitedBy(of).length);
  }
  const roster = all.flatMap(({ ledgers }) => ledgers.inspectors);
  expect(roster.filter(({ kind }) => kind === '专职')).toHaveLength(96);
  expect(roster.filter(({ kind }) => kind === '兼职')).toHaveLength(316);
});

test('the bad news is there: 普通初中 and 中职 fell, and whoever fell says why', () => {
  const own = sample.own.answers;
  const fallen = LEVELS.filter((level) => Number(own[COST_ITEM[level]]?.now) < Number(own[COST_ITEM[level]]?.prior));
  expect(fallen).toEqual(['junior', 'vocational']);
  for (const { answers, of } of all) {
    for (const item of ['gpbEduExp', ...Object.values(COST_ITEM)]) {
      const answer = answers[item];
      if (Number(answer?.now) < Number(answer?.prior))
        expect(answer?.reason?.length, `${of.name} ${item}`).toBeGreaterThanOrEqual(6);
    }
  }
});
