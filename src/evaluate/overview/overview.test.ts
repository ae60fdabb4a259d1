/** The round on one page, last year beside it, and what is taken away: with people, on the database. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { readWorkbook } from '../../engines/sheet/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { readChange } from '../change/read-change.ts';
import { listIndicators } from '../indicators/list-indicators.ts';
import { readLast } from '../last/read-last.ts';
import { stateLast } from '../last/state-last.ts';
import type { ChangePage, FigureWalk, IndicatorTree, LastYear, Overview } from '../replies.ts';
import { downloadWorkbook } from '../round/download-workbook.ts';
import { walkFigure } from '../round/walk.ts';
import { downloadResults } from '../table/download-results.ts';
import { readOverview } from './overview.ts';

const open = testDatabase();
const [YUNPING, SHIDU] = ['881221', '881222'];
let year: Year;
let people: Record<'wang' | 'gao' | 'li', Who>;

const ask = <Out>(who: Who, action: unknown, input: object = {}): Promise<Out> =>
  year.as(who, action as Action<never, Out>, { round: ROUND, ...input });
const overview = (who: Who) => ask<Overview>(who, readOverview);
const state = (who: Who, results: readonly object[]) =>
  ask<{ units: number }>(who, stateLast, { basis: '省教督〔2025〕8号', results });

beforeAll(async () => {
  year = await openYear(open());
  people = {
    wang: await year.person('王督导', 'office', '清江市'),
    gao: await year.person('高市长', 'reader', '清江市'),
    li: await year.person('李晨', 'reporter', '云屏县'),
  };
  for (const name of ['云屏县_2025.xlsx', '云屏县_学校_2025.xlsx', '石渡县_2025.xlsx', '石渡县_学校_2025.xlsx'])
    if (year.sample.has(`figures/${name}`)) await dropWorkbook(year, people.wang, name);
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx.updateTable('ledger_row').set({ accepted: true }).execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });
});

test('a leader sees every unit in the order of the register, with what it lacks for the next grade', async () => {
  const page = await overview(people.gao);
  expect(page.units).toHaveLength(17);
  expect(page.about).toBe('881200');
  expect(page.units.find(({ code }) => code === YUNPING)).toMatchObject({
    score: '90.35',
    grade: '优秀',
    open: '0.00',
    decided: '100.00',
    isZone: false,
    filing: 'filling',
  });
  // The best grade has none above it, and who is still undecided is not told how far.
  expect(page.units.filter(({ next }) => next !== undefined)).toEqual([]);
  expect(page.stages.review.tasks.done).toBe(0);
  for (const { score, open, undecided } of page.units) {
    expect(Number(open) > 0).toBe(undecided.length > 0);
    expect(Number(score) + Number(open)).toBeLessThanOrEqual(100);
  }
  expect(page.attention.length).toBeLessThanOrEqual(3);
});

test('a county sees its own line and no other', async () => {
  const page = await overview(people.li);
  expect(page.units.map(({ code }) => code)).toEqual([YUNPING]);
  expect(page.about).toBe(YUNPING);
});

test('last year is stated by the office, within the points of the scheme, and by nobody else', async () => {
  const good = { unit: YUNPING, score: '89.15', grade: '良好', points: { 'B3.1': '4.00' } };
  await expect(state(people.li, [good])).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(state(people.gao, [good])).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(state(people.wang, [{ ...good, unit: '000000' }])).rejects.toMatchObject({
    code: 'evaluate.unitMissing',
  });
  await expect(state(people.wang, [{ ...good, points: { 'B3.1': '4.01' } }])).rejects.toMatchObject({
    code: 'evaluate.pointsOutside',
  });
  await expect(state(people.wang, [{ ...good, points: { Z9: '1' } }])).rejects.toMatchObject({
    code: 'evaluate.leafMissing',
  });
  expect(await state(people.wang, [good, { unit: SHIDU, score: '88', grade: '良好' }])).toEqual({ units: 2 });
});

test('with it stated, the score shows its change, and the change its reasons', async () => {
  const unit = (await overview(people.li)).units[0];
  expect(unit?.last).toMatchObject({
    score: '89.15',
    difference: '1.20',
    source: { kind: 'stated', person: '王督导' },
  });
  const { change } = await ask<ChangePage & { change: object }>(people.li, readChange, { unit: YUNPING });
  expect(change).toMatchObject({ was: '89.15', is: '90.35' });
  const last = await ask<LastYear>(people.li, readLast);
  expect(last.units.map((each) => each.unit)).toEqual([YUNPING]);
  await expect(ask(people.li, readChange, { unit: SHIDU })).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
});

test('rules name what they read instead of its code', async () => {
  const { indicators } = await ask<IndicatorTree>(people.li, listIndicators);
  const leaf = indicators.find(({ code }) => code === 'B3.1')?.leaf;
  expect(leaf).toMatchObject({
    rule: { type: 'threshold', met: 'CHANGE(一般公共预算教育支出) >= 0' },
    lead: { code: 'CZ' },
  });
});

test('the workbook to take away holds the units the reader may see, and words stay words', async () => {
  const saved = async (who: Who) => {
    const { content } = await ask<{ content: Uint8Array }>(who, downloadResults);
    return readWorkbook(content, 'r.xlsx').sheets[0];
  };
  const names = (sheet: Awaited<ReturnType<typeof saved>>) =>
    [...(sheet?.rows ?? [])].flatMap(([row, [first]]) =>
      row > 4 && first?.value.kind === 'text' ? [first.value.text] : [],
    );
  expect(names(await saved(people.li))).toEqual(['云屏县']);
  expect(names(await saved(people.wang))).toHaveLength(17);
});

test('a figure leads to the workbook it was read from, to what rests on it, and to what was said before', async () => {
  const walk = await ask<FigureWalk>(people.li, walkFigure, { unit: YUNPING, item: 'gpbEduExp' });
  expect(walk).toMatchObject({ stated: { version: 1, earlier: [], workbook: true } });
  expect(walk.leaves.map(({ code }) => code)).toContain('B3.1');
  const { name, content } = await ask<{ name: string; content: Uint8Array }>(people.li, downloadWorkbook, {
    unit: YUNPING,
    item: 'gpbEduExp',
  });
  expect([name, content.length]).toEqual(['云屏县_2025.xlsx', year.sample.get('figures/云屏县_2025.xlsx')?.length]);
  await expect(ask(people.li, downloadWorkbook, { unit: SHIDU, item: 'gpbEduExp' })).rejects.toMatchObject({
    code: 'evaluate.unitMissing',
  });
});
