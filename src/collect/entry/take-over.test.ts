/** 省评市 and 市评县 of one year at the same time: what a county stated in the one is offered and taken over in the other. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { sayWith } from '../../kernel/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { publishScheme } from '../../scheme/index.ts';
import { fileEvidence } from '../evidence/file-evidence.ts';
import { listCatalogue, readEvidence } from '../evidence/look.ts';
import { withdrawEvidence } from '../evidence/withdraw-evidence.ts';
import { listTasks, loadRound, loadTask, messages, openRound } from '../index.ts';
import { openTwin } from '../round/open-twin.ts';
import { takenOverElsewhere } from './corrections.store.ts';
import { readElsewhere, statedElsewhere } from './elsewhere.ts';
import { figureHistory } from './figure-history.ts';
import { saveFigures } from './save-figures.ts';
import type { Outcome } from './settle-answers.ts';
import { takeOver } from './take-over.ts';

const open = testDatabase();
const [DOWN, COUNTY, OTHER] = ['county-2025', '云屏县', '石渡县'];
let year: Year;
let li: Who;

const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const taskOf = async (round: string, unit = COUNTY, part = 'forms', dept = ''): Promise<string> =>
  (await all((tx) => listTasks(tx, 1, round))).find(
    (task) => task.unit === year.numberOf(unit) && task.part === part && task.dept === dept,
  )?.task ?? expect.unreachable(`no task of ${unit}`);

type Rounds = Awaited<ReturnType<typeof readElsewhere.perform>>['rounds'];
type Offered = Rounds[number]['answers'][number];
const elsewhere = async (who: Who, task: string): Promise<Rounds> =>
  (await year.as(who, readElsewhere as never as Action<never, { rounds: Rounds }>, { round: DOWN, task })).rounds;
const offered = async (who: Who, task: string): Promise<readonly Offered[]> =>
  (await elsewhere(who, task)).flatMap(({ answers }) => answers);

type Taken = { edition: number; outcomes: readonly Outcome[] };
const take = (who: Who, task: string, answers: readonly object[], from = ROUND): Promise<Taken> =>
  year.as(who, takeOver as never as Action<never, Taken>, { round: DOWN, task, from, answers });
const answer = (item: string, seen = 0, more: object = {}) => ({ item, year: 'now', version: 1, seen, ...more });
const save = (round: string, task: string, item: string, typed: string, seen: number): Promise<Taken> =>
  year.as(li, saveFigures as never as Action<never, Taken>, {
    ...{ round, task },
    answers: [{ item, year: 'now', typed, seen }],
  });
const stated = (round: string) =>
  all((tx) =>
    tx.selectFrom('figure_version').select(['item', 'typed', 'version']).where('round', '=', round).execute(),
  );
const codesOf = ({ outcomes }: Taken) =>
  outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.findings.map(({ code }) => code) : outcome.kind));

beforeAll(async () => {
  year = await openYear(open());
  const change = (text: string): string =>
    text
      .replace('version: "1"', 'version: "2"')
      .replace('政府收支分类205类“教育支出”。市填市本级。', '以财政部门提供的数为准。')
      .replace(/( {2}gpbEduFunds:[\s\S]*?unit: )万元/, '$1亿元')
      .replace(/( {2}operatingFunds:[\s\S]*?this: )执行数/, '$1快报数');
  const files = [...year.sample].flatMap(([path, content]) =>
    /^scheme\/[^/]+\.yaml$/.test(path) ? [[path.slice(7), change(Buffer.from(content).toString('utf8'))]] : [],
  );
  await year.as(await year.person('方方案', 'schemeAdmin', '清江市'), publishScheme as never, {
    files: Object.fromEntries(files),
  });
  await year.as(await year.person('王督导', 'office', '清江市'), openRound as never, {
    ...{ round: DOWN, name: '2025年度市评县', direction: 'downward', scheme: 'duty-2025', version: '2' },
    ...{ evaluee: '881200', asOf: '2025-12-31', opens: '2026-01-10T00:00:00Z', due: '2026-03-01T00:00:00Z' },
  });
  li = await year.person('李晨', 'reporter', COUNTY);
  for (const county of [COUNTY, OTHER])
    await dropWorkbook(year, await year.person('李晨', 'reporter', county), `${county}_2025.xlsx`);
});

test('what another county or another bureau stated is neither offered nor taken over', async () => {
  const theirs = await taskOf(DOWN, OTHER);
  await expect(elsewhere(li, theirs)).rejects.toMatchObject({ code: 'collect.taskMissing' });
  await expect(take(li, theirs, [answer('staffOnPosts')])).rejects.toMatchObject({ code: 'collect.taskMissing' });
  const finance = await year.person('财政填报', 'reporter', '清江市', 'CZ');
  const education = await taskOf(DOWN, '清江市', 'forms', 'JY');
  await expect(elsewhere(finance, education)).rejects.toMatchObject({ code: 'collect.taskMissing' });
  // Both counties stated all of it in the other round; a county is told its own.
  const own = new Set((await offered(li, await taskOf(DOWN))).map(({ subject }) => subject));
  expect([...own]).toEqual(['881221']);
  const stateOther = await offered(await year.person('李晨', 'reporter', OTHER), theirs);
  const mine = await take(li, await taskOf(DOWN), [answer('staffOnPosts', 0, { subject: stateOther[0]?.subject })]);
  expect(codesOf(mine)).toEqual([['collect.entry.notElsewhere']]);
  expect(await stated(DOWN)).toEqual([]);
});

test('the database itself gives no twin of another unit, whoever the question says is asking', async () => {
  const leader = await year.person('周市长', 'reader', '清江市');
  const context = await all((tx) => loadRound(tx, 1, DOWN));
  const twinOf = async (unit: string) => {
    const task = await all(async (tx) => loadTask(tx, 1, DOWN, await taskOf(DOWN, unit)));
    return transact(open().db, li, async (tx) => {
      const twin = await openTwin(tx, leader, task, ROUND);
      return twin === undefined ? [] : statedElsewhere(tx, { task, context }, twin);
    });
  };
  expect(await twinOf(OTHER)).toEqual([]);
  expect(await twinOf(COUNTY)).not.toEqual([]);
});

test('who only looks at the task is offered it and takes nothing over', async () => {
  const [leader, task] = [await year.person('周市长', 'reader', '清江市'), await taskOf(DOWN)];
  expect(await offered(leader, task)).not.toEqual([]);
  await expect(take(leader, task, [answer('staffOnPosts')])).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test.each([['nowhere'], [DOWN]])('from %s nothing is taken over: it is no other round of the year', async (from) => {
  await expect(take(li, await taskOf(DOWN), [answer('staffOnPosts')], from)).rejects.toMatchObject({
    code: 'collect.roundMissing',
  });
});

test('asked in another unit or nature, or not as it was shown, a figure is refused by itself', async () => {
  const task = await taskOf(DOWN);
  const items = (await offered(li, task)).map(({ item }) => item);
  expect(items).not.toContain('gpbEduFunds');
  expect(items).not.toContain('operatingFunds');
  const taken = await take(li, task, [
    answer('gpbEduFunds'),
    answer('operatingFunds'),
    answer('students'),
    answer('nothing'),
    answer('approvedPosts', 0, { version: 7 }),
  ]);
  expect(codesOf(taken)).toEqual(Array(5).fill(['collect.entry.notElsewhere']));
  for (const outcome of taken.outcomes)
    for (const finding of outcome.kind === 'refused' ? outcome.findings : [])
      for (const table of [messages.zh, messages.en]) expect(sayWith(table)(finding)).not.toContain('undefined');
  expect(await stated(DOWN)).toEqual([]);
});

test('where both word what is counted otherwise, it is said', async () => {
  const found = await offered(li, await taskOf(DOWN));
  expect(found.find(({ item }) => item === 'gpbEduExp')).toMatchObject({
    definition: '政府收支分类205类“教育支出”。市填市本级。',
  });
  expect(found.find(({ item }) => item === 'staffOnPosts')).not.toHaveProperty('definition');
});

test('what was typed here stays unless its own version is named', async () => {
  const task = await taskOf(DOWN);
  await save(DOWN, task, 'staffOnPosts', '9', 0);
  expect((await offered(li, task)).find(({ item }) => item === 'staffOnPosts')).toMatchObject({ here: 'other' });
  const blind = await take(li, task, [answer('staffOnPosts')]);
  expect(blind.outcomes).toMatchObject([{ kind: 'conflict', version: 1, typed: '9', person: '李晨' }]);
  const seen = await take(li, task, [answer('staffOnPosts', 1)]);
  expect(seen.outcomes).toMatchObject([{ kind: 'saved', version: 2 }]);
  expect((await stated(DOWN)).map(({ typed }) => typed)).toHaveLength(2);
});

test('all that is empty here is taken over at once, saying whence, and once', async () => {
  const task = await taskOf(DOWN);
  const rounds = await elsewhere(li, task);
  expect(rounds).toMatchObject([{ round: ROUND, name: '2025年度自查自评', direction: 'upward' }]);
  const answers = (rounds[0]?.answers ?? []).filter(({ here }) => here === 'empty');
  expect(answers.length).toBeGreaterThan(30);
  const asked = answers.map(({ item, year: of, version }) => answer(item, 0, { year: of, version }));
  const taken = await take(li, task, asked);
  expect(codesOf(taken)).toEqual(asked.map(() => 'saved'));
  expect(codesOf(await take(li, task, asked))).toEqual(asked.map(() => 'same'));
  expect(await offered(li, task)).toEqual([]);
  const history = await year.as(li, figureHistory as never as Action<never, { versions: readonly object[] }>, {
    ...{ round: DOWN, task, subject: '881221', item: 'approvedPosts' },
  });
  expect(history.versions).toMatchObject([
    { source: { kind: 'round', round: ROUND, name: '2025年度自查自评', version: 1, person: '李晨' } },
  ]);
  const audited = await all((tx) =>
    tx.selectFrom('audit').select('detail').where('action', '=', 'collect.figures.takeOver').execute(),
  );
  expect(audited.at(-2)?.detail).toMatchObject({ from: ROUND });
});

test('changed there afterwards it is offered as other than here, of a school list as well', async () => {
  const [here, there] = [await taskOf(DOWN), await taskOf(ROUND)];
  await save(ROUND, there, 'approvedPosts', '77', 1);
  expect(await offered(li, here)).toMatchObject([{ item: 'approvedPosts', typed: '77', version: 2, here: 'other' }]);
  const schools = await taskOf(DOWN, COUNTY, 'schools');
  const lists = await year.person('李晨', 'reporter', COUNTY);
  await dropWorkbook(year, lists, `${COUNTY}_学校_2025.xlsx`);
  const [first] = await offered(lists, schools);
  const { item, subject, version } = first ?? expect.unreachable();
  expect(codesOf(await take(lists, schools, [answer(item, 0, { subject, version })]))).toEqual(['saved']);
});

test('the evidence of a figure comes along: its content once, its record of its own, saying whence', async () => {
  const [here, there] = [await taskOf(DOWN), await taskOf(ROUND)];
  const as = <Out>(who: Who, round: string, action: unknown, input: object) =>
    year.as(who, action as Action<never, Out>, { round, ...input });
  const file = async (round: string, task: string, title: string, items: readonly string[], more: object = {}) => {
    const { sha256 } = await year.files.put(new TextEncoder().encode(`%PDF-1.7 ${title}`));
    const content = { sha256, name: `${title}.pdf` };
    const record = { task, title, mode: 'upload', items, indicators: ['E2'], content, ...more };
    return as<{ evidence: string; number: string }>(li, round, fileEvidence, record);
  };
  type Records = { records: readonly Record<string, unknown>[] };
  const catalogue = async (who = li) => (await as<Records>(who, DOWN, listCatalogue, { indicator: 'E2' })).records;
  const mine = await file(DOWN, here, '本轮已有', ['gpbEduFunds']);
  const posts = await file(ROUND, there, '编制批复', ['approvedPosts', 'staffOnPosts']);
  await file(ROUND, there, '别的材料', ['gpbEduExp']);
  expect([mine.number, posts.number]).toEqual(['E2-02', 'E2-02']);

  const offer = (await offered(li, here)).find(({ item }) => item === 'approvedPosts');
  expect(offer?.evidence).toContainEqual({ number: 'E2-02', title: '编制批复' });
  const asked = { version: offer?.version, seen: 1 };
  // A figure that is refused brings nothing.
  await take(li, here, [answer('approvedPosts', 1, { version: 99 })]);
  expect((await catalogue()).map(({ title }) => title)).not.toContain('编制批复');
  const taken = await take(li, here, [answer('approvedPosts', 1, asked)]);
  expect(taken).toMatchObject({ outcomes: [{ kind: 'saved' }], evidence: ['E2-03'] });
  const origin = { round: ROUND, name: '2025年度自查自评', evidence: posts.evidence, number: 'E2-02', version: 1 };
  const come = (await catalogue()).find(({ title }) => title === '编制批复');
  expect(come).toMatchObject({ number: 'E2-03', title: '编制批复', items: ['approvedPosts'], indicators: ['E2'] });
  expect(come?.origin).toEqual({ ...origin, person: '李晨' });
  // Another figure of the same paper is a link more, and the same figure again is none.
  const link = await take(li, here, [answer('staffOnPosts', 2)]);
  expect(link).toMatchObject({ outcomes: [{ kind: 'same' }], evidence: ['E2-03'] });
  expect(await take(li, here, [answer('staffOnPosts', 2)])).toMatchObject({ evidence: [] });
  expect((await catalogue()).at(-1)).toMatchObject({ version: 2, origin, findings: [], sha256: expect.any(String) });
  expect((await catalogue()).slice(-2).map(({ number, items }) => [number, items])).toEqual([
    ['E2-02', ['gpbEduFunds']],
    ['E2-03', ['approvedPosts', 'staffOnPosts']],
  ]);
  // What the other round does with its own afterwards moves nothing here.
  await as(li, ROUND, withdrawEvidence, { task: there, evidence: posts.evidence, seen: 1 });
  const content = await as<{ content: Uint8Array }>(li, DOWN, readEvidence, { evidence: come?.evidence });
  expect(Buffer.from(content.content).toString()).toBe('%PDF-1.7 编制批复');
  expect(await catalogue(await year.person('李晨', 'reporter', OTHER))).toEqual([]);
});

test('who corrects a figure after the lock is told of the rounds that took it over as it was', async () => {
  const told = (item: string, round = ROUND) =>
    all(async (tx) => {
      const of = { tenant: 1, round: DOWN, subject: year.numberOf(COUNTY), item };
      const { period } = await tx
        .selectFrom('figure')
        .select('period')
        .where((where) => where.and(of))
        .executeTakeFirstOrThrow();
      return takenOverElsewhere(tx, { ...of, round, period });
    });
  expect(await told('approvedPosts', DOWN)).toEqual([]);
  expect(await told('approvedPosts')).toEqual([
    { round: DOWN, name: '2025年度市评县', state: 'collecting', typed: '77' },
  ]);
  await save(DOWN, await taskOf(DOWN), 'approvedPosts', '78', 2);
  expect(await told('approvedPosts')).toEqual([]);
});

test('a task that was handed in, or a round that is locked, takes nothing over', async () => {
  const task = await taskOf(DOWN);
  const set = (table: 'task' | 'round', state: string) =>
    all((tx) =>
      tx
        .updateTable(table)
        .set({ state } as never)
        .where('round', '=', DOWN)
        .execute(),
    );
  await set('task', 'accepted');
  const asked = () => take(li, task, [answer('approvedPosts', 3, { version: 2 })]);
  await expect(asked()).rejects.toMatchObject({ code: 'collect.taskClosed' });
  await set('round', 'locked');
  await expect(asked()).rejects.toMatchObject({ code: 'collect.roundClosed' });
});
