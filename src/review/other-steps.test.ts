/** Steps as another scheme declares them: a bureau within the county signs, the upper level's verifier accepts. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { refusal } from '../../test/support/review.ts';
import { openYear, type Year } from '../../test/support/year.ts';
import { openRound, saveFigures } from '../collect/index.ts';
import { type Action, transact, type Who } from '../platform/index.ts';
import { publishScheme } from '../scheme/index.ts';
import { acceptTask, approveTask, returnTask, submitTask } from './index.ts';
import { listInbox, taskHistory } from './look.ts';

const SCHEME = `
scheme: signed
name: 局审签、上级核查的方案
year: 2025
levels: [county]
total: "0"
departments: { JY: { name: 教育局 } }
items: { staff: { name: 教职工数, unit: 人, by: { county: JY }, prior: false } }
forms: { F: { name: 队伍, level: county, items: [staff] } }
indicators: { A: { name: 队伍, value: staff, unit: 人, rule: { type: information } } }
approval:
  counties:
    level: county
    steps:
      - { step: bureauSign, name: 教育局审签, role: approver, dept: JY, verdicts: [approve] }
      - { step: verify, name: 上级核查, role: verifier, at: prefecture, backTo: bureauSign }
      - { step: above, name: 省级复核, role: office, at: province }
`;
const open = testDatabase();
const COUNTY = '云屏县';
let year: Year;
let task: string;
let who: Record<'li' | 'jy' | 'liu' | 'zhao' | 'reader' | 'wang', Who>;

const state = () =>
  transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('task').select(['state', 'edition']).where('task', '=', task).executeTakeFirstOrThrow(),
  );
const take = async (by: Who, action: unknown, more: object = {}): Promise<{ state: string }> =>
  year.as(by, action as Action<never, { state: string }>, {
    round: 'signed',
    task,
    edition: (await state()).edition,
    ...more,
  });
const inboxOf = async (by: Who) =>
  (await year.as(by, listInbox as never as Action<never, { stateName: string }[]>, { round: 'signed' })).map(
    ({ stateName }) => stateName,
  );

beforeAll(async () => {
  year = await openYear(open());
  who = {
    li: await year.person('李晨', 'reporter', COUNTY),
    jy: await year.person('教育局长', 'approver', COUNTY, 'JY'),
    liu: await year.person('财政审核', 'approver', COUNTY, 'CZ'),
    zhao: await year.person('赵明远', 'verifier', '清江市'),
    reader: await year.person('周市长', 'reader', '清江市'),
    wang: await year.person('王督导', 'office', '清江市'),
  };
  await year.as(await year.person('方方案', 'schemeAdmin', '清江市'), publishScheme as never, {
    files: { 'scheme.yaml': SCHEME },
  });
  const everything = { tenant: 1, reach: '*' } as const;
  const { code } = await transact(open().db, everything, (tx) =>
    tx.selectFrom('unit_state').select('code').where('kind', '=', 'prefecture').executeTakeFirstOrThrow(),
  );
  await year.as(who.wang, openRound as never, {
    round: 'signed',
    name: '局审签的一轮',
    direction: 'downward',
    scheme: 'signed',
    version: '1',
    evaluee: code,
    asOf: '2025-12-31',
    opens: '2026-01-10T00:00:00Z',
    due: '2026-03-31T15:59:59Z',
  });
  const found = await transact(open().db, everything, (tx) =>
    tx
      .selectFrom('task')
      .select('task')
      .where((where) => where.and({ round: 'signed', unit: year.numberOf(COUNTY), part: 'forms' }))
      .executeTakeFirstOrThrow(),
  );
  task = found.task;
  const answers = [{ item: 'staff', year: 'now', typed: '1200', seen: 0 }];
  await year.as(who.li, saveFigures as never, { round: 'signed', task, answers });
  await take(who.li, submitTask);
});

test('the step is taken from the post it names: not another bureau’s, not a leader’s, not the office’s', async () => {
  expect(await inboxOf(who.jy)).toEqual(['待教育局审签']);
  for (const other of [who.zhao, who.reader, who.wang, who.li])
    expect(await refusal(take(other, approveTask))).toBe('platform.forbidden');
  // Whose bureau has no part in it does not learn that there is such a task.
  expect(await refusal(take(who.liu, approveTask))).toBe('collect.taskMissing');
  expect(await refusal(take(who.jy, returnTask, { reason: '这一步只能同意' }))).toBe('platform.forbidden');
  expect(await take(who.jy, approveTask)).toMatchObject({ state: 'verify' });
  expect(await inboxOf(who.zhao)).toEqual(['待上级核查']);
  expect(await refusal(take(who.jy, approveTask))).toBe('platform.forbidden');
});

test('those above read what was decided, a leader too; only the verifier acts', async () => {
  for (const above of [who.zhao, who.reader, who.wang, who.jy])
    expect(
      await year.as(above, taskHistory as never as Action<never, object[]>, { round: 'signed', task }),
    ).toHaveLength(2);
  expect(await refusal(take(who.reader, approveTask))).toBe('platform.forbidden');
  expect(await refusal(year.as(who.liu, taskHistory as never, { round: 'signed', task }))).toBe('collect.taskMissing');
});

test('a return goes back to the step the scheme names, and from there on again', async () => {
  expect(await take(who.zhao, returnTask, { reason: '请局里核对花名册' })).toMatchObject({ state: 'bureauSign' });
  expect(await refusal(take(who.zhao, acceptTask))).toBe('review.notNow');
  await take(who.jy, approveTask);
  expect(await take(who.zhao, approveTask)).toMatchObject({ state: 'above' });
});

test('a step of a level above the register is taken at its root', async () => {
  expect(await refusal(take(who.zhao, acceptTask))).toBe('platform.forbidden');
  expect(await take(who.wang, acceptTask)).toMatchObject({ state: 'accepted' });
});
