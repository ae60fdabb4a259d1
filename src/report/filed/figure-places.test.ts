/** Before any report: what a figure's places say of the evidence that speaks of it. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { readFigurePlaces } from './figure-places.ts';

const open = testDatabase();
let year: Year;

beforeAll(async () => {
  year = await openYear(open());
  for (const county of ['云屏县', '石渡县'])
    await dropWorkbook(year, await year.person('李晨', 'reporter', county), `${county}_2025.xlsx`);
});

const papersOf = async (who: Who, unit: string) => {
  const action = readFigurePlaces as never as Action<
    never,
    { evidence: readonly { number: string; unitName: string }[] }
  >;
  const { evidence } = await year.as(who, action, { round: ROUND, unit, item: 'gpbEduExp' });
  return evidence.map(({ number, unitName }) => `${unitName} ${number}`);
};

test('who may not see a unit is told nothing of it', async () => {
  const li = await year.person('李晨', 'reporter', '云屏县');
  await expect(papersOf(li, '881222')).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
});

test('a county’s figure is spoken of by the papers of that county, though others have the same numbers', async () => {
  const office = await year.person('王督导', 'office', '清江市');
  expect(await papersOf(office, '881221')).toEqual(['云屏县 B3.1-01']);
  expect(await papersOf(office, '881222')).toEqual(['石渡县 B3.1-01']);
});
