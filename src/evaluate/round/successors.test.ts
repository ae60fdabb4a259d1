/** Two counties are merged between two rounds: the year before of the new one is found in last year's round. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { openRound } from '../../collect/index.ts';
import { mergeUnits, splitUnit } from '../../org/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { publishScheme } from '../../scheme/index.ts';
import { type WalkStep, walkFigure } from './walk.ts';

const open = testDatabase();
const [YUNPING, SHIDU, BOTH] = ['881221', '881222', '881241'];
const NEXT = 'duty-2026';
const ITEM = 'gpbEduExp';
let year: Year;
let wang: Who;
type Any<Out> = Action<never, Out>;

const walk = (round: string, unit: string, when: 'now' | 'prior') =>
  year.as(wang, walkFigure as never as Any<WalkStep>, { round, unit, item: ITEM, year: when });
const everything = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const accept = (accepted: boolean) =>
  everything(async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: accepted ? ref('latest') : null }))
      .execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .where('round', '=', ROUND)
      .execute();
  });
const fen = ({ value }: WalkStep): bigint =>
  BigInt('value' in value ? value.value.replace('.', '') : expect.unreachable(JSON.stringify(value)));

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王督导', 'office', '清江市');
  for (const name of ['云屏县', '石渡县']) await dropWorkbook(year, wang, `${name}_2025.xlsx`);
  await accept(true);
  const chen = await year.person('陈系统', 'systemAdmin', '清江市');
  const basis = '民函〔2026〕12号';
  const merger = { on: '2026-07-01', basis, units: [YUNPING, SHIDU], into: { code: BOTH, name: '云石区' } };
  await expect(year.as(chen, mergeUnits as never, merger)).rejects.toMatchObject({
    code: 'org.unitAsked',
    data: { unit: '云屏县', round: '2025年度自查自评' },
  });
  await everything((tx) => tx.updateTable('round').set({ state: 'closed' }).execute());
  await year.as(chen, mergeUnits as never, merger);
  const register = await everything((tx) => tx.selectFrom('unit_state').selectAll().execute());
  const third = register.find(({ kind, ends, code }) => kind === 'county' && ends === null && code !== BOTH);
  const schools = register.filter(
    ({ parent, host, ends }) => ends === null && [parent, host].includes(third?.unit ?? -1),
  );
  await year.as(chen, splitUnit as never, {
    on: '2026-08-01',
    basis,
    unit: third?.code,
    into: [
      { code: third?.code, units: [] },
      { code: '881242', name: '新分区', units: schools.map(({ code }) => code) },
    ],
  });
  const files = Object.fromEntries(
    [...year.sample].flatMap(([path, content]) => {
      const text = Buffer.from(content).toString('utf8');
      if (!/^scheme\/[^/]+\.yaml$/.test(path)) return [];
      return [[path.slice(7), text.replace(/^year: 2025$/m, 'year: 2026').replace(/^version: .*$/m, 'version: "2"')]];
    }),
  );
  const fang = await year.person('方方案', 'schemeAdmin', '清江市');
  await year.as(fang, publishScheme as never, { files });
  await year.as(wang, openRound as never, {
    round: NEXT,
    name: '2026年度自查自评',
    direction: 'upward',
    scheme: 'duty-2025',
    version: '2',
    evaluee: '881200',
    asOf: '2026-12-31',
    opens: '2027-01-10T00:00:00Z',
    due: '2027-03-31T15:59:59Z',
  });
});

test('what two counties had accepted is the year before of the one they became, and its county asks nobody', async () => {
  const [one, other, both] = [
    await walk(ROUND, YUNPING, 'now'),
    await walk(ROUND, SHIDU, 'now'),
    await walk(NEXT, BOTH, 'prior'),
  ];
  expect(fen(both)).toBe(fen(one) + fen(other));
  expect(both).toMatchObject({
    unit: { name: '云石区' },
    source: { kind: 'predecessors', round: ROUND, units: [YUNPING, SHIDU] },
  });
  expect((await walk(NEXT, BOTH, 'now')).value).toMatchObject({ gap: 'missing' });
});

test("last year's round keeps its own tree", async () => {
  expect((await walk(ROUND, YUNPING, 'now')).unit.name).toBe('云屏县');
  await expect(walk(ROUND, BOTH, 'now')).rejects.toMatchObject({ code: 'evaluate.unitMissing' });
});

test('what is no longer accepted there is no longer found here', async () => {
  await accept(false);
  expect((await walk(NEXT, BOTH, 'prior')).value).toMatchObject({ gap: 'missing' });
  await accept(true);
  expect((await walk(NEXT, BOTH, 'prior')).value).toMatchObject({ unit: '元' });
});
