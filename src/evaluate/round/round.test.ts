import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSample } from '../../../sample/index.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { loadRound, raiseRevision, readFigures } from '../../collect/index.ts';
import { type Action, newId, type Tx, transact, type Who } from '../../platform/index.ts';
import { loadScheme } from '../../scheme/index.ts';
import type { UnitResult } from '../contract.ts';
import { evaluate } from '../evaluate.ts';
import { listResults, readResult } from './results.ts';
import { evaluateAfresh, evaluateRound } from './round-evaluation.ts';
import { type WalkStep, walkFigure } from './walk.ts';

const open = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-round-'));
afterAll(() => rmSync(folder, { recursive: true }));
let year: Year;
let [wang, li]: Who[] = [];
const people = () => ({ wang, li }) as Record<'wang' | 'li', Who>;
const YUNPING = '881221';
const SHIDU = '881222';

type HeldTask = { tenant: number; round: string; task: string; unit: number };
type Listed = { revision: bigint; units: { code: string; score: string; grade: string; undecided: number }[] };
const list = (who: Who) => year.as(who, listResults as never as Action<never, Listed>, { round: ROUND });
const read = (who: Who, unit: string) =>
  year.as(who, readResult as never as Action<never, UnitResult>, { round: ROUND, unit });
const walk = (who: Who, unit: string, item: string, more: object = {}) =>
  year.as(who, walkFigure as never as Action<never, WalkStep>, { round: ROUND, unit, item, ...more });
const acceptAll = () =>
  transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx.updateTable('ledger_row').set({ accepted: true }).where('latest', '=', true).execute();
    await tx.updateTable('task').set({ state: 'accepted' }).execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王督导', 'office', '清江市');
  li = await year.person('李晨', 'reporter', '云屏县');
});

test('nothing counts before it is accepted, and what is missing is undecided, not zero', async () => {
  await dropWorkbook(year, people().li, '云屏县_2025.xlsx');
  const before = (await list(people().wang)).units.find(({ code }) => code === YUNPING);
  expect(before).toMatchObject({ score: '0.00', grade: '待定' });
});

test('all accepted, every unit gets to the last point what the same workbooks get as files', async () => {
  const books = [...year.sample.keys()].flatMap((name) => /^figures\/([^/]+_2025\.xlsx)$/.exec(name)?.[1] ?? []);
  for (const name of books) await dropWorkbook(year, people().wang, name);
  await acceptAll();
  writeSample(path.join(folder, 's'));
  const scheme = loadScheme(path.join(folder, 's/scheme'));
  const submission = readFigures(path.join(folder, 's/figures'), scheme, { year: 2025 });
  const pure = evaluate(scheme, submission, { asOf: '2025-12-31' }).results.units;
  const stored = (await list(people().wang)).units;
  const told = ({ code, score, grade }: { code: string; score: string; grade: string }) => `${code} ${score} ${grade}`;
  expect(stored.map(told)).toEqual(pure.map(told));
  const [of] = pure;
  expect((await read(people().wang, of?.code ?? '')).results).toEqual(of?.results);
});

test("a county sees its own result and nobody else's", async () => {
  expect((await list(people().li)).units.map(({ code }) => code)).toEqual([YUNPING]);
  expect((await read(people().li, YUNPING)).score).toBe('90.35');
  await expect(read(people().li, SHIDU)).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
  await expect(walk(people().li, SHIDU, 'gpbEduExp')).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
  await expect(walk(people().wang, YUNPING, 'nothing')).rejects.toMatchObject({ code: 'evaluate.itemMissing' });
});

test('a figure walks back to its cell and the person who filed it', async () => {
  const whole = await walk(people().wang, '881200', 'gpbEduExp');
  expect(whole).toMatchObject({ how: 'sum', more: 0 });
  expect(whole.parts.length).toBeGreaterThan(14);
  expect(await walk(people().li, YUNPING, 'gpbEduExp')).toMatchObject({
    how: 'stated',
    source: { kind: 'cell', file: '云屏县_2025.xlsx' },
    stated: { version: 1, person: '李晨' },
  });
});

test('what the prefecture stated itself of a total is walked apart from it; where it states nothing there is none', async () => {
  const { wang } = people();
  expect(await walk(wang, '881200', 'gpbEduExp', { own: true })).toMatchObject({
    how: 'stated',
    unit: { code: '881200' },
    source: { kind: 'cell', file: expect.stringContaining('财政局') },
  });
  const alone = walk(wang, YUNPING, 'gpbEduExp', { own: true });
  await expect(alone).rejects.toMatchObject({ code: 'evaluate.itemMissing' });
});

test('a ledger without rows counts as none once its task was accepted, also when the task went back; before, it is missing', async () => {
  const ZONE = '881271';
  const gradeWhen = async (change: (tx: Tx, task: HeldTask) => Promise<unknown>) => {
    await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
      const { unit } = await tx
        .selectFrom('unit_state')
        .select('unit')
        .where('code', '=', ZONE)
        .executeTakeFirstOrThrow();
      const task = await tx
        .selectFrom('task')
        .select(['tenant', 'round', 'task', 'unit'])
        .where((where) => where.and({ unit, part: 'forms' }))
        .executeTakeFirstOrThrow();
      await change(tx, task);
      await tx
        .updateTable('round')
        .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
        .execute();
    });
    return (await list(people().wang)).units.find(({ code }) => code === ZONE)?.grade;
  };
  const stateOf = (tx: Tx, { task }: HeldTask, state: string) =>
    tx.updateTable('task').set({ state }).where('task', '=', task).execute();
  expect(await gradeWhen(() => Promise.resolve())).toBe('优秀');
  expect(await gradeWhen((tx, task) => stateOf(tx, task, 'draft'))).toBe('待定');
  const once = {
    decision: newId(),
    verdict: 'accept',
    was: 'cityReview',
    reason: null,
    fields: '[]',
    became: 'accepted',
    author: newId(),
    person: '王督导',
  };
  const back = async (tx: Tx, task: HeldTask) => {
    await stateOf(tx, task, 'returned');
    await tx
      .insertInto('decision')
      .values({ ...task, ...once, at: new Date('2026-02-11T00:00:00Z') })
      .execute();
  };
  expect(await gradeWhen(back)).toBe('优秀');
});

test('after an acceptance that names its task, only what stands in it is read again, and all is as read afresh', async () => {
  const all = { tenant: 1, reach: '*' } as const;
  const evaluated = () => transact(open().db, all, (tx) => evaluateRound(tx, people().wang, ROUND));
  const afresh = () =>
    transact(open().db, all, async (tx) => evaluateAfresh(tx, people().wang, await loadRound(tx, 1, ROUND)));
  const pointed = async (accepted: number | null, named: boolean) => {
    await transact(open().db, all, async (tx) => {
      const { round } = await loadRound(tx, 1, ROUND);
      const tasks = await tx
        .updateTable('figure')
        .set({ accepted })
        .where('item', '=', 'gpbEduExp')
        .where('subject', '=', (from) => from.selectFrom('unit_state').select('unit').where('code', '=', YUNPING))
        .returning(['task', 'subject as unit'])
        .execute();
      expect(new Set(tasks.map(({ task }) => task)).size).toBe(1);
      await raiseRevision(tx, { tenant: 1, round: round.round }, 'accept', named ? tasks[0] : {}, new Date());
    });
  };
  const before = await evaluated();
  const elsewhere = before.accepted.held.find(({ figure }) => figure.key.subject === SHIDU);
  await pointed(null, true);
  const without = await evaluated();
  expect(without.accepted.held).toContain(elsewhere);
  expect(without.submission.figures).toHaveLength(before.submission.figures.length - 2);
  expect(without.evaluation.results).toEqual((await afresh()).evaluation.results);
  await pointed(1, true);
  const again = await evaluated();
  expect(again.submission).toEqual(before.submission);
  expect(again.submission).toEqual((await afresh()).submission);
  await pointed(1, false);
  expect((await evaluated()).accepted.held).not.toContain(elsewhere);
});

test('who asks gets what is accepted by now', async () => {
  const before = await list(people().wang);
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx.updateTable('figure').set({ accepted: null }).where('item', '=', 'gpbEduExp').execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });
  const after = await list(people().wang);
  expect(after.revision).toBe(before.revision + 1n);
  expect(after.units.find(({ code }) => code === YUNPING)?.undecided).toBeGreaterThan(0);
});
