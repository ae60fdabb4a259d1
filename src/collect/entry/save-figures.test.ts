import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { sayWith } from '../../kernel/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { listTasks, messages, openRound } from '../index.ts';
import { saveFigures } from './save-figures.ts';
import type { Outcome } from './settle-answers.ts';

const open = testDatabase();
let year: Year;
let [li, zhang]: Who[] = [];
const people = () => ({ li, zhang }) as Record<'li' | 'zhang', Who>;

const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const taskOf = async (unit: string, part: string, dept = ''): Promise<string> => {
  const tasks = await all((tx) => listTasks(tx, 1, ROUND));
  return (
    tasks.find((each) => each.unit === year.numberOf(unit) && each.part === part && each.dept === dept)?.task ?? ''
  );
};
type Saved = { edition: number; outcomes: readonly Outcome[] };
const save = async (who: Who, task: string, answers: readonly object[], key?: string): Promise<Saved> =>
  year.as(
    who,
    saveFigures as never as Action<never, Saved>,
    { round: ROUND, task, answers },
    key === undefined ? {} : { key },
  );
const answer = (item: string, typed: string, seen = 0, more: object = {}) => ({
  item,
  year: 'now',
  typed,
  seen,
  ...more,
});
const versions = (item: string) =>
  all((tx) =>
    tx
      .selectFrom('figure_version')
      .select(['version', 'typed', 'steps', 'person'])
      .where('item', '=', item)
      .orderBy('version')
      .execute(),
  );
const codesOf = ({ outcomes }: Saved) =>
  outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.findings.map(({ code }) => code) : outcome.kind));

beforeAll(async () => {
  year = await openYear(open());
  li = await year.person('李晨', 'reporter', '云屏县');
  zhang = await year.person('张洋', 'reporter', '云屏县');
});

test('a task of another county, or of another bureau, is not there; one I only look at I do not fill', async () => {
  const other = await taskOf('石渡县', 'forms');
  await expect(save(people().li, other, [answer('staffOnPosts', '1')])).rejects.toMatchObject({
    code: 'collect.taskMissing',
  });
  const finance = await year.person('财政填报', 'reporter', '清江市', 'CZ');
  const education = await taskOf('清江市', 'forms', 'JY');
  await expect(save(finance, education, [answer('supervisionPosts', '1')])).rejects.toMatchObject({
    code: 'collect.taskMissing',
  });
  const leader = await year.person('周市长', 'reader', '清江市');
  await expect(save(leader, other, [answer('staffOnPosts', '1')])).rejects.toMatchObject({
    code: 'platform.forbidden',
  });
});

test('who fills cannot say who they are, what was accepted or when', async () => {
  const task = await taskOf('云屏县', 'forms');
  for (const more of [{ accepted: 1 }, { person: '王督导' }, { source: {} }, { subject: '881221', version: 9 }])
    await expect(save(people().li, task, [answer('staffOnPosts', '1', 0, more)])).rejects.toMatchObject({
      code: 'platform.inputRefused',
    });
});

test('what cannot be a figure of the item is refused by itself, with its reason; the rest is saved', async () => {
  const task = await taskOf('云屏县', 'forms');
  const saved = await save(people().li, task, [
    answer('gpbEduExp', '１，２３４．５', 0),
    answer('gpbEduFunds', '很多'),
    answer('nothing', '5'),
    answer('staffOnPosts', '12', 0, { unit: '万元' }),
    answer('students', '12'),
    answer('teacherAvgPay', '=1+1'),
  ]);
  expect(codesOf(saved)).toEqual([
    'saved',
    ['collect.cell.text'],
    ['collect.entry.notAsked'],
    ['collect.unitMismatch'],
    ['collect.entry.notAsked'],
    ['collect.cell.text'],
  ]);
  expect(await versions('gpbEduExp')).toMatchObject([
    { version: 1, typed: '１，２３４．５', steps: 1_234_500_000n, person: '李晨' },
  ]);
  for (const outcome of saved.outcomes)
    for (const finding of outcome.kind === 'refused' ? outcome.findings : [])
      for (const table of [messages.zh, messages.en]) expect(sayWith(table)(finding)).not.toContain('undefined');
});

test('two at one cell: the second is shown what the first saved, and nothing is lost', async () => {
  const task = await taskOf('云屏县', 'forms');
  await save(people().li, task, [answer('gpbEduExp', '1300', 1)]);
  const late = await save(people().zhang, task, [answer('gpbEduExp', '1400', 1)]);
  expect(late.outcomes).toMatchObject([{ kind: 'conflict', version: 2, typed: '1300', person: '李晨' }]);
  expect((await save(people().zhang, task, [answer('gpbEduExp', '1400', 2)])).outcomes).toMatchObject([
    { kind: 'saved', version: 3 },
  ]);
  expect((await versions('gpbEduExp')).map(({ typed }) => typed)).toEqual(['１，２３４．５', '1300', '1400']);
});

test('the same words again are no new version; the same request again is done once', async () => {
  const task = await taskOf('云屏县', 'forms');
  expect(codesOf(await save(people().zhang, task, [answer('gpbEduExp', '1400', 3)]))).toEqual(['same']);
  const [first, second] = [
    await save(people().li, task, [answer('staffOnPosts', '3124')], 'once'),
    await save(people().li, task, [answer('staffOnPosts', '3124')], 'once'),
  ];
  expect(second).toEqual(first);
  await expect(save(people().li, task, [answer('staffOnPosts', '3125')], 'once')).rejects.toMatchObject({
    code: 'platform.keyReused',
  });
  expect(await versions('staffOnPosts')).toHaveLength(1);
});

test('who says which edition was seen is refused once the task has moved', async () => {
  const task = await taskOf('云屏县', 'forms');
  const input = { round: ROUND, task, answers: [answer('staffOnPosts', '3126', 1)] };
  await expect(year.as(people().li, saveFigures as never, { ...input, edition: 1 })).rejects.toMatchObject({
    code: 'collect.editionMoved',
  });
  expect(await versions('staffOnPosts')).toHaveLength(1);
});

test('two who save at the same moment come one after the other', async () => {
  const task = await taskOf('云屏县', 'forms');
  const both = await Promise.all(
    [people().li, people().zhang].map((who, at) => save(who, task, [answer('approvedPosts', String(3200 + at))])),
  );
  expect(both.flatMap(codesOf).sort()).toEqual(['conflict', 'saved']);
  expect(await versions('approvedPosts')).toHaveLength(1);
});

test('a school list takes figures of its own schools alone', async () => {
  const task = await taskOf('云屏县', 'schools');
  const schools = await all((tx) =>
    tx.selectFrom('unit_state').select(['code', 'parent']).where('kind', '=', 'school').orderBy('place').execute(),
  );
  const own = schools.find(({ parent }) => parent === year.numberOf('云屏县'))?.code;
  const foreign = schools.find(({ parent }) => parent === year.numberOf('石渡县'))?.code;
  const item = 'primaryStudents';
  const saved = await save(people().li, task, [
    answer(item, '10', 0, { subject: own }),
    answer(item, '10', 0, { subject: foreign }),
  ]);
  expect(codesOf(saved)).toEqual(['saved', ['collect.entry.notAsked']]);
});

test('a round is opened once, by the office, with an end after its beginning', async () => {
  const office = await year.person('王督导', 'office', '清江市');
  const round = {
    round: 'again',
    name: '再来',
    direction: 'downward',
    scheme: 'duty-2025',
    version: '1',
    evaluee: '881200',
    asOf: '2025-12-31',
  };
  const asked = (more: object) =>
    year.as(office, openRound as never, {
      ...round,
      opens: '2026-01-10T00:00:00Z',
      due: '2026-03-01T00:00:00Z',
      ...more,
    });
  await expect(asked({ due: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'collect.dueBeforeOpening' });
  await expect(asked({ round: ROUND })).rejects.toMatchObject({ code: 'collect.roundTaken' });
  await expect(asked({ version: '99' })).rejects.toMatchObject({ code: 'scheme.notPublished' });
  await expect(
    year.as(people().li, openRound as never, { ...round, opens: '2026-01-10T00:00:00Z', due: '2026-03-01T00:00:00Z' }),
  ).rejects.toMatchObject({
    code: 'platform.forbidden',
  });
});

test('the office of a county opens a round for its own county, and tasks go to it alone', async () => {
  const office = await year.person('乌督导', 'office', '云屏县');
  const input = {
    round: 'county-own',
    name: '县自评',
    direction: 'downward',
    scheme: 'duty-2025',
    version: '1',
    evaluee: '881221',
    asOf: '2025-12-31',
    opens: '2026-01-10T00:00:00Z',
    due: '2026-03-01T00:00:00Z',
  };
  expect(await year.as(office, openRound as never, input)).toMatchObject({ tasks: 2 });
  const units = (await all((tx) => listTasks(tx, 1, 'county-own'))).map(({ unit, part }) => [unit, part]);
  const own = year.numberOf('云屏县');
  expect(units).toEqual([
    [own, 'forms'],
    [own, 'schools'],
  ]);
});
