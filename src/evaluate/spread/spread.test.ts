/** 差异系数 taken apart agrees with the one that is scored, and the way under the limit leads there. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import type { SpreadPage, SpreadSchools } from '../replies.ts';
import { walkFigure } from '../round/walk.ts';
import { readSpreadSchools } from './read-schools.ts';
import { readSpread } from './read-spread.ts';

const open = testDatabase();
let year: Year;
let wang: Who;
let li: Who;
const list = (who: Who) => year.as(who, readSpread as never as Action<never, SpreadPage>, { round: ROUND });
const schools = (who: Who, unit: string, item: string) =>
  year.as(who, readSpreadSchools as never as Action<never, SpreadSchools>, { round: ROUND, unit, item });

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王督导', 'office', '清江市');
  li = await year.person('李晨', 'reporter', '云屏县');
  for (const name of year.sample.keys()) {
    const [, file] = /^figures\/([^/]+_2025\.xlsx)$/.exec(name) ?? [];
    if (file !== undefined) await dropWorkbook(year, wang, file);
  }
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx.updateTable('task').set({ state: 'accepted' }).execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });
}, 120_000);

test('the measures are the fourteen of the scheme, held to 0.50 and 0.45', async () => {
  const { measures, units } = await list(wang);
  expect(measures).toHaveLength(14);
  expect(measures.filter(({ name }) => name.includes('小学')).every(({ limit }) => limit === '0.50')).toBe(true);
  expect(measures.filter(({ name }) => name.includes('初中')).every(({ limit }) => limit === '0.45')).toBe(true);
  expect(units.map(({ name }) => name).slice(0, 2)).toEqual(['望川区', '锦湖区']);
});

test('a county sees its own alone', async () => {
  expect((await list(li)).units.map(({ code }) => code)).toEqual(['881221']);
  await expect(schools(li, '881222', 'cvPrimaryDegree')).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
  await expect(schools(wang, '881221', 'gpbEduExp')).rejects.toMatchObject({ code: 'evaluate.itemMissing' });
});

test('the schools of a coefficient share all of its spread, largest first, and it is the one that is scored', async () => {
  const told = await schools(wang, '881221', 'cvPrimaryTeaching');
  const walk = await year.as(wang, walkFigure as never as Action<never, { shown: string }>, {
    round: ROUND,
    unit: '881221',
    item: 'cvPrimaryTeaching',
  });
  expect(walk.shown).toBe('cv' in told ? told.cv : 'missing');
  const shares = told.schools.map(({ share }) => Number(share));
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(Math.abs(shares.reduce((sum, each) => sum + each, 0) - 100)).toBeLessThan(1);
  expect(told.standard).toEqual({ needed: '6', of: 7 });
});

test('over its limit it has a cheapest way back, under it none', async () => {
  const { units } = await list(wang);
  const all = units.flatMap(({ code, cells }) => Object.entries(cells).map(([item, cell]) => ({ code, item, cell })));
  const over = all.find(({ cell }) => 'holds' in cell && cell.holds === false);
  const within = all.find(({ cell }) => 'holds' in cell && cell.holds === true);
  expect(over).toBeDefined();
  const dear = await schools(wang, over?.code ?? '', over?.item ?? '');
  expect(dear.cheapest?.schools.length).toBeGreaterThan(0);
  expect(dear.schools.find(({ code }) => code === dear.cheapest?.schools[0]?.code)?.isBelow).toBe(true);
  expect((await schools(wang, within?.code ?? '', within?.item ?? '')).cheapest).toBeUndefined();
});
