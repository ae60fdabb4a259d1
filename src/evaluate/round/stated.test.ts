import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { acceptFigure, acceptTask, acceptWithin, extendDue } from '../../review/index.ts';
import { statedBy } from './stated.store.ts';
import { type WalkStep, walkFigure } from './walk.ts';

const open = testDatabase();
const COUNTY = '云屏县';
let year: Year;
let desk: Desk;
let wang: Who;

const keyOf = (item: string) => ({
  tenant: 1,
  round: ROUND,
  subject: year.numberOf(COUNTY),
  item,
  period: 'calendar(2025)',
});
const decided = async (item: string): Promise<readonly string[] | undefined> => {
  const stated = await desk.everything((tx) => statedBy(tx, keyOf(item)));
  return stated?.decisions.map(({ verdict }) => verdict);
};

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  wang = await year.person('王督导', 'office', '清江市');
  await dropWorkbook(year, await year.person(`${COUNTY}填报`, 'reporter', COUNTY), '云屏县_2025.xlsx');
  await desk.submitted(COUNTY);
});

test('the walk of a figure names the decisions that were about it, and not those about others', async () => {
  const { subject, item, period } = keyOf('supervisionBudget');
  await desk.take(wang, extendDue, COUNTY, { due: '2026-06-30T00:00:00Z', reason: '补充材料' });
  await desk.take(wang, acceptFigure, COUNTY, { subject, item, period, version: 1 });
  await desk.take(wang, acceptTask, COUNTY);
  const steps = ['submit', 'approve', 'approve'];
  expect(await decided('supervisionBudget')).toEqual([...steps, 'acceptFigures', 'accept']);
  expect(await decided('gpbEduExp')).toEqual([...steps, 'accept']);
});

test('all within tolerance concerns every figure it did not leave out', async () => {
  const other = '石渡县';
  await dropWorkbook(year, await year.person(`${other}填报`, 'reporter', other), `${other}_2025.xlsx`);
  await desk.submitted(other);
  const { outliers } = await desk.take<{ outliers: { item: string; period: string }[] }>(wang, acceptWithin, other);
  const items = await desk.everything((tx) =>
    tx
      .selectFrom('figure')
      .select(['item', 'period', 'accepted'])
      .where((where) => where.and({ subject: year.numberOf(other), period: 'calendar(2025)' }))
      .execute(),
  );
  const left = new Set(outliers.flatMap(({ item, period }) => (period === 'calendar(2025)' ? [item] : [])));
  for (const { item, accepted } of items) {
    expect(accepted === null).toBe(left.has(item));
    if (accepted === null) continue;
    const stated = await desk.everything((tx) => statedBy(tx, { ...keyOf(item), subject: year.numberOf(other) }));
    expect(stated?.decisions.at(-1)?.verdict).toBe('acceptFigures');
  }
});

test('what the city states itself of a total leads to who stated it, under the code it was stated as', async () => {
  const filler = await year.person('财政局填报', 'reporter', '清江市', 'CZ');
  await dropWorkbook(year, filler, '清江市_财政局_2025.xlsx');
  await desk.everything((tx) =>
    tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .where('item', '=', 'supervisionBudget')
      .execute(),
  );
  const asked = { round: ROUND, unit: '881200', item: 'supervisionBudgetOwn' };
  const walk = await year.as(wang, walkFigure as never as Action<never, WalkStep>, asked);
  expect(walk).toMatchObject({ how: 'stated', statedAs: 'supervisionBudget', stated: { person: '财政局填报' } });
});
