import type { Static } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { openRound } from '../../collect/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import type { readMatrix as ReadMatrix } from './matrix.ts';
import { readMatrix } from './matrix.ts';
import { listResults } from './results.ts';
import { type WhatIf, whatIf } from './what-if.ts';

const open = testDatabase();
const [YUNPING, SHIDU] = ['881221', '881222'];
let year: Year;
let [wang, li, du]: Who[] = [];

type Out<A> = A extends Action<infer _, infer O> ? O : never;
const suppose = (who: Who | undefined, input: Omit<Static<typeof WhatIf>, 'round'>) =>
  year.as(who as Who, whatIf as never as Action<never, Out<typeof whatIf>>, { round: ROUND, ...input });
const matrix = (who: Who | undefined, round = ROUND) =>
  year.as(who as Who, readMatrix as never as Action<never, Out<typeof ReadMatrix>>, { round });
const everything = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const raise = (round: string) =>
  everything((tx) =>
    tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .where('round', '=', round)
      .execute(),
  );

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王督导', 'office', '清江市');
  li = await year.person('李晨', 'reporter', '云屏县');
  du = await year.person('杜看看', 'reader', '云屏县');
  for (const name of ['云屏县_2025.xlsx', '石渡县_2025.xlsx']) await dropWorkbook(year, wang, name);
  await everything(async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx.updateTable('ledger_row').set({ accepted: true }).where('latest', '=', true).execute();
    await tx.updateTable('task').set({ state: 'accepted' }).execute();
  });
  await raise(ROUND);
});

test('a filler supposes nothing, and nobody supposes for a unit they do not see', async () => {
  await expect(suppose(li, { unit: YUNPING })).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(suppose(du, { unit: SHIDU })).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
  const stranger = [{ subject: SHIDU, item: 'ruralTeachersPaid', value: '1' }];
  await expect(suppose(du, { unit: YUNPING, figures: stranger })).rejects.toMatchObject({
    code: 'evaluate.unitMissing',
    data: { unit: SHIDU },
  });
});

test('what cannot be supposed is told all at once', async () => {
  const figures = [
    { item: 'nothing', value: '1' },
    { item: 'ruralTeachersPaid', value: '很多' },
  ];
  const limits = [
    { indicator: 'A1.1', limit: '2' },
    { indicator: 'Z9', limit: '2' },
  ];
  const refused = await suppose(wang, { unit: YUNPING, figures, limits }).catch((error) => error);
  expect(refused).toMatchObject({ code: 'evaluate.supposeRefused', data: { count: refused.findings.length } });
  const codes = refused.findings.map(({ code }: { code: string }) => code);
  expect(codes.filter((code: string) => code === 'collect.entry.notAsked')).toHaveLength(1);
  expect(codes.filter((code: string) => code === 'evaluate.suppose.noLimit').length).toBeGreaterThan(0);
  expect(codes.length).toBeGreaterThanOrEqual(4);
});

test('nothing supposed changes nothing; a figure supposed moves its leaf and the sum by the same points', async () => {
  const plain = await suppose(wang, { unit: YUNPING });
  expect(plain).toMatchObject({ change: '0.00', was: plain.is });
  const none = await suppose(wang, { unit: YUNPING, figures: [{ item: 'ruralTeachersPaid', value: '0' }] });
  const moved = none.leaves.filter(({ change }) => change !== undefined && change !== '0.00');
  expect(moved.length).toBeGreaterThan(0);
  const sum = moved.reduce((total, { change }) => total + Number(change), 0);
  expect(Number(none.change)).toBeCloseTo(sum, 9);
  expect(Number(none.change)).toBeLessThan(0);
});

test('a higher limit takes points, a lower one gives them back, and only at its leaf', async () => {
  const { units } = await matrix(wang);
  const cells = Object.entries(units.find(({ code }) => code === YUNPING)?.cells ?? {});
  let tried = 0;
  for (const [indicator, { verdict }] of cells) {
    if (verdict !== 'met') continue;
    const out = await suppose(wang, { unit: YUNPING, limits: [{ indicator, limit: '99999999' }] }).catch(
      () => undefined,
    );
    if (out === undefined) continue;
    const moved = out.leaves.filter(({ change }) => change !== undefined && change !== '0.00');
    if (moved.length === 0) continue;
    expect(moved.map(({ code }) => code)).toContain(indicator);
    expect(Number(moved.find(({ code }) => code === indicator)?.change)).toBeLessThan(0);
    tried += 1;
    if (tried === 2) break;
  }
  expect(tried).toBe(2);
});

test('nothing was written and nothing is kept of what was supposed', async () => {
  const before = await matrix(wang);
  await suppose(wang, { unit: YUNPING, figures: [{ item: 'ruralTeachersPaid', value: '0' }] });
  expect(await matrix(wang)).toEqual(before);
  const rows = await everything((tx) =>
    tx.selectFrom('audit').select('entry').where('action', '=', 'evaluate.whatIf').execute(),
  );
  expect(rows).toEqual([]);
});

test('the matrix says what results say, to each what they may see', async () => {
  const { units, leaves, revision } = await matrix(wang);
  const listed = await year.as(wang as Who, listResults as never as Action<never, Out<typeof listResults>>, {
    round: ROUND,
  });
  expect(units.map(({ code, score, grade }) => [code, score, grade])).toEqual(
    listed.units.map(({ code, score, grade }) => [code, score, grade]),
  );
  expect(revision).toBe(listed.revision);
  const yunping = units.find(({ code }) => code === YUNPING);
  expect(Object.keys(yunping?.cells ?? {}).every((code) => leaves.some((leaf) => leaf.code === code))).toBe(true);
  const open = units.flatMap(({ cells }) => Object.values(cells)).filter(({ verdict }) => verdict === 'undecided');
  expect(open.length).toBeGreaterThan(0);
  expect(open.every(({ points, gap }) => points === undefined && gap !== undefined)).toBe(true);
  expect((await matrix(li)).units.map(({ code }) => code)).toEqual([YUNPING]);
});

test("last year's points stand beside this year's where there was a round", async () => {
  await everything((tx) => tx.updateTable('round').set({ year: 2024, state: 'closed' }).execute());
  const [scheme] = await everything((tx) => tx.selectFrom('scheme').select(['scheme', 'version']).execute());
  await year.as(wang as Who, openRound as never, {
    round: 'again',
    name: '2025年度复评',
    direction: 'upward',
    ...scheme,
    evaluee: '881200',
    asOf: '2026-01-31',
    opens: '2026-02-01T00:00:00Z',
    due: '2026-03-31T15:59:59Z',
  });
  const [then, now] = [await matrix(wang), await matrix(wang, 'again')];
  expect(now.prior).toMatchObject({ round: ROUND });
  const [of, was] = [now.units, then.units].map((units) => units.find(({ code }) => code === YUNPING));
  expect(of?.prior).toBe(was?.score);
  for (const [code, { points }] of Object.entries(was?.cells ?? {})) expect(of?.cells[code]?.prior).toBe(points);
});
