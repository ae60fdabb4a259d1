import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import { openDesk, refusal } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { askException, decideException, type Moved, unlockRound } from '../../review/index.ts';
import { lockRound } from './lock-round.ts';

const open = testDatabase();
let year: Year;
let wang: Who | undefined;
const lock = (more: object): Promise<Moved> =>
  year.as(wang ?? expect.unreachable(), lockRound as never as Action<never, Moved>, {
    round: ROUND,
    reason: '数据已齐',
    ...more,
  });

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王督导', 'office', '清江市');
  await dropWorkbook(year, wang, '云屏县_2025.xlsx');
  // A total that is not the sum of its parts, accepted by people in a hurry.
  await ownerOf(open(), "update figure_version set steps = steps + 100 where item = 'gpbEduFunds'");
  await ownerOf(open(), 'update figure set accepted = latest');
  await ownerOf(open(), 'update round set revision = revision + 1');
});

test('what the checks of the lock find wrong in accepted answers keeps a round open, each place named', async () => {
  expect(await refusal(lock({}))).toBe('review.tasksUnfinished');
  const refused = await lock({ unfinished: true }).catch((error) => error);
  expect(refused).toMatchObject({ code: 'review.lockChecksStand', status: 422, data: { errors: 1 } });
  expect(refused.findings).toContainEqual(
    expect.objectContaining({ code: 'XF-1', severity: 'error', at: expect.objectContaining({ unit: '881221' }) }),
  );
});

test('locked knowingly, the answer still lists them', async () => {
  const done = await lock({ unfinished: true, unresolved: true });
  expect(done).toMatchObject({ state: 'locked' });
  expect(done.findings.map(({ code }) => code)).toContain('XF-1');
});

test('one let pass for these very figures is told as a hint and keeps nothing open', async () => {
  const li = await year.person('李晨', 'reporter', '云屏县');
  const admin = await year.person('方立', 'schemeAdmin', '清江市');
  const { task } = await openDesk(year).taskOf('云屏县');
  await year.as(wang ?? expect.unreachable(), unlockRound as never, { round: ROUND, reason: '处理特殊情况' });
  const about = { code: 'XF-1', subject: '881221', item: 'gpbEduFunds', reason: '含上年结转' };
  const { exception } = await year.as(li, askException as never as Action<never, { exception: string }>, {
    round: ROUND,
    task,
    ...about,
  });
  expect(await refusal(lock({ unfinished: true }))).toBe('review.lockChecksStand');
  await year.as(admin, decideException as never, { round: ROUND, exception, grant: true, reason: '已核对决算' });
  const { state, findings } = await lock({ unfinished: true });
  expect(state).toBe('locked');
  expect(findings.find(({ code }) => code === 'XF-1')).toMatchObject({
    severity: 'hint',
    data: { granted: '含上年结转', grantedBy: '方立' },
  });
});
