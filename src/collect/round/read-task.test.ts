/** A task as a screen reads it, and the departments of a county that fill their own rows of one return. */
import type { TSchema } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { figureHistory } from '../entry/figure-history.ts';
import { saveFigures } from '../entry/save-figures.ts';
import { listMyTasks } from './look.ts';
import { readFindings, readTask } from './read-task.ts';

const open = testDatabase();
let year: Year;
let whole: Who;
let finance: Who;
let task: string;
const as = <Out>(who: Who, of: Action<TSchema, Out>, input: object, now?: Date): Promise<Out> =>
  year.as(who, of as unknown as Action<never, Out>, { round: ROUND, ...input }, now === undefined ? {} : { now });
const save = (who: Who, item: string, typed: string, more: object = {}) =>
  as(who, saveFigures, { task, answers: [{ item, year: 'now', typed, seen: 0, ...more }] });

beforeAll(async () => {
  year = await openYear(open());
  whole = await year.person('李晨', 'reporter', '云屏县');
  finance = await year.person('何财', 'reporter', '云屏县', 'CZ');
  await year.person('周督', 'office', '云屏县');
  const tasks = await as(whole, listMyTasks, {});
  task = tasks.find(({ part }) => part === 'forms')?.task ?? '';
});

test('a department of a county fills its own rows of the return, sees the others, and saves none of them', async () => {
  const { fills, forms } = await as(finance, readTask, { task });
  const row = (item: string) => forms.flatMap(({ rows }) => rows).find((each) => each.item === item);
  expect(fills).toBe('some');
  expect(row('gpbEduExp')).toMatchObject({ by: 'CZ', mine: true });
  expect(row('fitnessTested')).toMatchObject({ mine: false, asked: true });
  expect((await save(finance, 'gpbEduExp', '48205.16')).outcomes).toMatchObject([{ kind: 'saved' }]);
  expect((await save(finance, 'fitnessTested', '12')).outcomes).toMatchObject([
    { kind: 'refused', findings: [{ code: 'collect.entry.otherDept' }] },
  ]);
});

test('a department of another county, and a list of schools, are not theirs', async () => {
  const other = (await as(await year.person('赵远', 'reporter', '石渡县'), listMyTasks, {}))[0]?.task;
  await expect(as(finance, readTask, { task: other })).rejects.toMatchObject({ code: 'collect.taskMissing' });
  expect((await as(finance, listMyTasks, {})).map(({ part }) => part)).toEqual(['forms']);
});

test('the screen is told which rows stand under which heading, who is next and whom to ask', async () => {
  const { forms, steps, contact, proofs } = await as(whole, readTask, { task });
  const funds = forms.find(({ code }) => code === 'B3');
  expect(funds?.rows.find(({ heading }) => heading !== undefined)).toMatchObject({ heading: '一、教育经费总量' });
  expect(steps.map(({ name, unit, people }) => [name, unit, people.map(({ person }) => person)])).toEqual([
    ['县督导室初审', '云屏县', ['周督']],
    ['县政府审定', '云屏县', []],
    ['市督导室复核', '清江市', ['王督导']],
  ]);
  expect(contact.people).toMatchObject([{ person: '王督导' }]);
  expect(proofs.find(({ indicator }) => indicator === 'B3.1')?.items).toContain('gpbEduExp');
});

test('parts that do not add up are found while the task is filled, and explained falls are kept as hints', async () => {
  for (const [item, typed] of [
    ['gpbEduFunds', '100'],
    ['operatingFunds', '60'],
    ['capitalFunds', '20'],
    ['surchargeFunds', '10'],
  ] as const)
    await save(whole, item, typed);
  const { findings } = await as(whole, readFindings, { task });
  expect(findings.find(({ code }) => code === 'XF-1')).toMatchObject({
    severity: 'error',
    data: { gpbEduFunds: '100 万元' },
  });
  await save(whole, 'perStudentJunior', '17905.28', { year: 'prior' });
  await save(whole, 'perStudentJunior', '17411.63');
  const fall = async () => (await as(whole, readFindings, { task })).findings.find(({ code }) => code === 'YOY-2');
  expect(await fall()).toMatchObject({ severity: 'warn', data: { rate: '2.76%' } });
  await save(whole, 'perStudentJunior', '17411.63', { seen: 1, reason: '学生增加，经费未同步到位' });
  expect(await fall()).toMatchObject({ severity: 'hint', data: { reason: '学生增加，经费未同步到位' } });
});

test('one figure tells its versions; the median of the others only once the task is due, and never of a few', async () => {
  await dropWorkbook(year, await year.person('赵远', 'reporter', '石渡县'), '石渡县_2025.xlsx');
  const input = { task, subject: await codeOf(), item: 'perStudentJunior' };
  const { versions, median } = await as(whole, figureHistory, input, new Date('2026-06-01T00:00:00Z'));
  expect(versions.map(({ typed, person }) => [typed, person])).toContainEqual(['17411.63', '李晨']);
  expect(median).toBeUndefined();
  await expect(as(whole, figureHistory, { ...input, subject: '石渡县' })).rejects.toMatchObject({
    code: 'collect.taskMissing',
  });
});

test('a task opens the history of its own rows alone: no county through a list of schools, no bureau through another', async () => {
  await save(whole, 'partyMeetings', '7');
  const city = await year.person('市填报', 'reporter', '清江市');
  const tasks = await as(city, listMyTasks, {});
  const pages: string[] = [];
  for (let after: string | undefined; ; after = pages.at(-1)) {
    const page = await as(city, listMyTasks, { limit: 7, ...(after === undefined ? {} : { after }) });
    pages.push(...page.map(({ task }) => task));
    if (page.length < 7) break;
  }
  expect(pages).toEqual(tasks.map(({ task }) => task));
  await expect(as(city, listMyTasks, { after: 'nobody' })).rejects.toMatchObject({ code: 'platform.inputRefused' });
  const read = (who: Who, part: string, dept: string, subject: string) =>
    as(who, figureHistory, {
      task: tasks.find((each) => each.part === part && each.dept === dept)?.task,
      subject,
      item: 'partyMeetings',
    });
  const missing = { code: 'collect.taskMissing' };
  await expect(read(city, 'schools', '', await codeOf())).rejects.toMatchObject(missing);
  const finance = await year.person('财政填报', 'reporter', '清江市', 'CZ');
  await expect(read(finance, 'forms', 'CZ', '881200')).rejects.toMatchObject(missing);
  expect(await read(city, 'forms', 'JY', '881200')).toMatchObject({ versions: [] });
});

const codeOf = async () => (await as(whole, readTask, { task })).unit.code;
