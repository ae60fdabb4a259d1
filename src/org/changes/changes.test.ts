import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { NO_FILES } from '../../../test/support/files.ts';
import { type Problem, sayWith } from '../../kernel/index.ts';
import { type Action, newId, type Role, transact, type Who } from '../../platform/index.ts';
import { importUnits, keepRegister, loadRegister, messages } from '../index.ts';
import { unitHistory } from './history.ts';
import { mergeUnits } from './merge-units.ts';
import { moveUnit } from './move-unit.ts';
import { pastsOf } from './pasts.ts';
import { splitUnit } from './split-unit.ts';

const open = testDatabase();
const NOW = new Date('2026-01-05T02:00:00Z');
const CITY = '8812';
const [WEST, EAST, NORTH, SOUTH, ZONE] = ['881221', '881222', '881223', '881224', '881290'];
const basis = '民函〔2026〕12号';
const everything = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const who = (role: Role, reach: Who['reach'] = [], unit = 1): Who => ({
  account: newId(),
  person: role === 'systemAdmin' ? '陈系统' : '王督导',
  tenant: 1,
  posts: [{ post: newId(), unit, dept: '', role, reach }],
  reach,
  address: '',
});
type Any<Out> = Action<never, Out>;
const as = <Out>(person: Who, action: unknown, input: object): Promise<Out> =>
  (action as Any<Out>).perform({ db: open().db, files: NO_FILES, who: person, now: NOW }, input);
const chen = who('systemAdmin');
const change = <Out>(action: unknown, input: object): Promise<Out> => as<Out>(chen, action, { basis, ...input });

const on = (day: string) => everything((tx) => loadRegister(tx, 1, day));
const number = async (code: string): Promise<number> => (await on('2025-01-01')).numberOf(code) ?? 0;
const audited = () =>
  everything((tx) => tx.selectFrom('audit').select(['action', 'about', 'person']).orderBy('entry').execute());

/** Code of the refusal, which has a sentence in both languages. */
async function refusal(act: Promise<unknown>): Promise<string> {
  const problem: Problem = await act.then(
    () => expect.unreachable('nothing was refused'),
    (error) => error,
  );
  if (problem.code?.startsWith('org.'))
    for (const table of [messages.zh, messages.en]) expect(sayWith(table)(problem)).not.toMatch(/undefined/);
  return problem.code ?? String(problem);
}

async function openRound(round: string, unit: string, asOf: string, meanwhile = async () => {}) {
  const of = { tenant: 1, round };
  const subject = await number(unit);
  await everything(async (tx) => {
    await keepRegister(tx, 1);
    const scheme = { tenant: 1, scheme: 'duty', version: '1' };
    await tx
      .insertInto('scheme')
      .values({ ...scheme, year: 2025, hash: '', files: '{}', published_at: NOW, published_by: newId() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const dates = { year: 2025, as_of: asOf, opens: NOW, due: NOW };
    await tx
      .insertInto('round')
      .values({ ...of, ...scheme, ...dates, name: `${round}轮`, direction: 'upward', evaluee: 1, state: 'collecting' })
      .execute();
    const task = { task: newId(), unit: subject, part: 'forms' as const, state: 'draft' };
    await tx
      .insertInto('task')
      .values({ ...of, ...task, due: NOW, changed_at: NOW })
      .execute();
    await meanwhile();
  });
}

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: CITY, name: '清江市', created_at: NOW }).execute();
  const county = (code = '', name = '') => ({ code, name, kind: '县', parent: CITY });
  const school = (code: string, parent = '') => ({ code, name: `${code}小学`, kind: '学校', parent });
  await as(chen, importUnits, {
    begins: '2024-01-01',
    units: [
      { code: CITY, name: '清江市', kind: '市' },
      county(WEST, '西县'),
      county(EAST, '东县'),
      county(NORTH, '北县'),
      county(SOUTH, '南县'),
      { code: ZONE, name: '开发区', kind: '功能区', parent: CITY, host: WEST },
      ...['W1', 'W2'].map((code) => school(code, WEST)),
      ...['N1', 'N2', 'N3'].map((code) => school(code, NORTH)),
    ],
  });
});

const merger = { on: '2026-07-01', units: [WEST, EAST], into: { code: '881231', name: '西东区' } };
const split = {
  on: '2026-08-01',
  unit: NORTH,
  into: [
    { code: NORTH, units: ['N1'] },
    { code: '881241', name: '新北区', units: ['N2', 'N3'] },
  ],
};

test('only the system administrator changes units, and what does not fit is refused whole', async () => {
  const before = (await audited()).length;
  expect(await refusal(as(who('office', '*'), mergeUnits, { ...merger, basis }))).toBe('platform.forbidden');
  const merge = (more: object) => refusal(change(mergeUnits, { ...merger, ...more }));
  expect(await merge({ units: [WEST, '881299'] })).toBe('org.unitMissing');
  expect(await merge({ on: '2023-01-01' })).toBe('org.unitMissing');
  expect(await merge({ units: [WEST], into: { code: WEST } })).toBe('org.mergesAlone');
  expect(await merge({ units: [WEST, 'W1'] })).toBe('org.levelsDiffer');
  expect(await merge({ into: { code: 'W1' } })).toBe('org.levelsDiffer');
  expect(await merge({ units: [CITY] })).toBe('org.rootStays');
  expect(await merge({ into: { code: '881231' } })).toBe('org.nameMissing');
  expect(await merge({ into: { code: '? ?', name: '西东区' } })).toBe('org.codeUnreadable');
  expect(await merge({ basis: ' ' })).toBe('platform.inputRefused');
  const divide = (more: object) => refusal(change(splitUnit, { ...split, ...more }));
  const [stays, leaves] = split.into;
  expect(await divide({ into: [stays, { ...leaves, units: ['N2'] }] })).toBe('org.unplaced');
  expect(await divide({ into: [stays, { ...leaves, units: ['N2', 'N3', 'W1'] }] })).toBe('org.notBelow');
  expect(await divide({ into: [stays, { ...leaves, units: ['N1', 'N2', 'N3'] }] })).toBe('org.namedTwice');
  expect(await divide({ unit: CITY })).toBe('org.rootStays');
  const move = (more: object) => refusal(change(moveUnit, { on: '2026-07-01', unit: 'W1', parent: EAST, ...more }));
  expect(await move({ parent: WEST })).toBe('org.alreadyThere');
  expect(await move({ parent: 'W2' })).toBe('org.parentBelow');
  expect(await move({ unit: CITY, parent: WEST })).toBe('org.rootStays');
  expect((await audited()).length).toBe(before);
});

test('a unit is not changed while an open round asks it, nor before a day it was counted on', async () => {
  await openRound('open', EAST, '2025-12-31');
  expect(await refusal(change(mergeUnits, merger))).toBe('org.unitAsked');
  expect(await refusal(change(moveUnit, { on: '2026-07-01', unit: 'W1', parent: EAST }))).toBe('org.unitAsked');
  await everything((tx) => tx.updateTable('round').set({ state: 'closed' }).where('round', '=', 'open').execute());
  expect(await refusal(change(mergeUnits, { ...merger, on: '2025-12-31' }))).toBe('org.unitCounted');
});

test('a round opened at the same moment is waited for, and then stands in the way', async () => {
  let refused: Promise<string> = Promise.resolve('');
  await openRound('of-south', SOUTH, '2025-12-31', async () => {
    refused = refusal(change(mergeUnits, { ...merger, units: [SOUTH, EAST] }));
    const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await open().pool.query(waiting)).rows.length === 0);
  });
  expect(await refused).toBe('org.unitAsked');
});

test('merged units end on the day, their schools and zones go over, and before it all stands as it stood', async () => {
  const account = newId();
  await open()
    .db.insertInto('account')
    .values({ account, login: 'li', name: '李晨', state: 'active', created_at: NOW })
    .execute();
  const post = { post: newId(), account, tenant: 1, unit: await number(WEST), role: 'reporter' };
  await open()
    .db.insertInto('post')
    .values({ ...post, begins: '2025-01-01', created_at: NOW })
    .execute();
  expect(await change(mergeUnits, merger)).toEqual({ into: '881231', ended: [WEST, EAST], moved: 3, posts: 1 });
  const [then, now] = [await on('2026-06-30'), await on('2026-07-01')];
  expect([then.tree.find(WEST)?.name, then.tree.find('W1')?.parent, then.tree.find('881231')]).toEqual([
    '西县',
    WEST,
    undefined,
  ]);
  expect([now.tree.find(WEST), now.tree.find(EAST)]).toEqual([undefined, undefined]);
  expect(now.tree.find('881231')).toMatchObject({ name: '西东区', kind: 'county', parent: CITY });
  expect([now.tree.find('W1')?.parent, now.tree.find(ZONE)?.host]).toEqual(['881231', '881231']);
  expect((await audited()).at(-1)).toEqual({ action: 'org.units.merge', about: 'unit 881231', person: '陈系统' });
  expect(await refusal(change(mergeUnits, merger))).toBe('org.unitMissing');
});

test('a split unit goes on beside the new one when it is named, with the schools it was given', async () => {
  expect(await change(splitUnit, split)).toMatchObject({ into: [NORTH, '881241'], goesOn: true, moved: 3 });
  const { tree } = await on('2026-08-01');
  expect(['N1', 'N2', 'N3'].map((code) => tree.find(code)?.parent)).toEqual([NORTH, '881241', '881241']);
  expect((await audited()).at(-1)).toMatchObject({ action: 'org.unit.split', about: `unit ${NORTH}` });
  expect(await refusal(change(moveUnit, { on: '2026-07-15', unit: 'N2', parent: '881231' }))).toBe(
    'org.unitChangedLater',
  );
});

test('a moved school stays the school it was', async () => {
  expect(await change(moveUnit, { on: '2026-09-01', unit: 'N3', parent: '881231' })).toEqual({
    unit: 'N3',
    parent: '881231',
  });
  const [then, now] = [await on('2026-08-31'), await on('2026-09-01')];
  expect([then.tree.find('N3')?.parent, now.tree.find('N3')?.parent]).toEqual(['881241', '881231']);
  expect(now.numberOf('N3')).toBe(then.numberOf('N3'));
});

test('what became of a unit is told to those who reach it, and to nobody else', async () => {
  const west = await number(WEST);
  const look = (person: Who, unit = WEST) =>
    as<Record<'from' | 'became', { code: string }[]>>(person, unitHistory, { unit });
  const south = await number(SOUTH);
  expect(await refusal(look(who('reader', [south], south)))).toBe('org.unitMissing');
  // A bureau of the prefecture fills for it and looks into no county.
  expect(await refusal(look(who('reporter', '*')))).toBe('org.unitMissing');
  expect(await refusal(look(who('securityAdmin')))).toBe('platform.forbidden');
  // Who keeps the register sees what it was.
  expect((await look(chen)).became.map(({ code }) => code)).toEqual(['881231']);
  expect(await look(who('reporter', [west], west))).toEqual({
    states: [{ begins: '2024-01-01', ends: '2026-07-01', code: WEST, name: '西县', kind: 'county' }],
    from: [],
    became: [{ code: '881231', name: '西东区', on: '2026-07-01', kind: 'merge', basis }],
  });
  expect((await look(who('office', '*'), '881231')).from.map(({ code }) => code)).toEqual([WEST, EAST]);
});

test('whatever was merged and split, a past is whole only where nothing of it stands elsewhere', () => {
  const number = fc.integer({ min: 1, max: 8 });
  const links = fc.array(fc.record({ unit: number, successor: number }), { maxLength: 12 });
  fc.assert(
    fc.property(links, fc.uniqueArray(number), (drawn, standing) => {
      const now = new Set(standing);
      const pasts = pastsOf(
        drawn,
        () => true,
        (unit) => now.has(unit),
      );
      const claims = [...pasts].flatMap(([unit, { of, whole }]) =>
        whole ? of.map((each) => [each, unit] as const) : [],
      );
      // No unit's past is wholly two units' own.
      expect(new Set(claims.map(([each]) => each)).size).toBe(claims.length);
      for (const unit of pasts.keys()) expect(now.has(unit)).toBe(true);
    }),
  );
  const all = () => true;
  const but =
    (...gone: number[]) =>
    (unit: number) =>
      !gone.includes(unit);
  expect(
    pastsOf(
      [
        { unit: 1, successor: 3 },
        { unit: 2, successor: 3 },
      ],
      but(3),
      but(1, 2),
    ).get(3),
  ).toEqual({
    of: [1, 2],
    whole: true,
  });
  expect([...pastsOf([{ unit: 1, successor: 2 }], but(2), all)]).toEqual([
    [1, { of: [1], whole: false }],
    [2, { of: [1], whole: false }],
  ]);
  // Split and merged again in one year: all is together.
  const again = [
    { unit: 1, successor: 2 },
    { unit: 1, successor: 3 },
    { unit: 2, successor: 3 },
  ];
  expect(pastsOf(again, but(2, 3), but(1, 2)).get(3)).toEqual({ of: [1], whole: true });
});
