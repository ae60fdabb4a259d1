import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { checkSentences, saveFigures } from '../../collect/index.ts';
import { readTask } from '../../collect/round/read-task.ts';
import { type Finding, sayWith } from '../../kernel/index.ts';
import { type Action, newId, type Who } from '../../platform/index.ts';
import { listOutliers } from '../figures/look.ts';
import type { Outlier } from '../figures/outliers.ts';
import { listMyNotices } from '../look.ts';
import { listQueue } from '../queue/list-queue.ts';
import { submitTask } from '../take-step.ts';
import { askException } from './ask-exception.ts';
import { decideException } from './decide-exception.ts';
import { listRoundExceptions } from './list-exceptions.ts';

const open = testDatabase();
const COUNTY = '云屏县';
const CODE = '881221';
/** 招生计划 < 分配名额: `XF-3h`, an error at each of its figures. */
const CHECK = 'XF-3h';
let year: Year;
let desk: Desk;
/** 李晨 fills for 云屏县, 方立 owns the scheme; 周丹 is the county's 督导室, 何静 fills for another county. */
let [li, fang, zhou, he]: Who[] = [];
const people = () => ({ li, fang, zhou, he }) as Record<'li' | 'fang' | 'zhou' | 'he', Who>;

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  li = await year.person('李晨', 'reporter', COUNTY);
  // As a session has it: administrators reach no figures.
  const admin = await year.person('方立', 'schemeAdmin', '清江市');
  fang = { ...admin, reach: [], posts: admin.posts.map((post) => ({ ...post, reach: [] })) };
  zhou = await year.person('周丹', 'office', COUNTY);
  he = await year.person('何静', 'reporter', '石渡县');
  await dropWorkbook(year, li, `${COUNTY}_2025.xlsx`);
});

interface Page {
  readonly edition: number;
  readonly findings: readonly Finding[];
  readonly exceptions: readonly { exception: string; decision: { granted: boolean; reason: string } | null }[];
}
interface Listed {
  readonly exceptions: readonly {
    exception: string;
    state: string;
    mine: boolean;
    unit: string;
    name: string;
    reason: string;
    figures: readonly { item: string; now: string | null }[];
  }[];
}
const read = async <Out>(who: Who, query: unknown, more: object = {}): Promise<Out> =>
  year.as(who, query as Action<never, Out>, { round: ROUND, ...more });
const page = async (): Promise<Page> => read(people().li, readTask, { task: (await desk.taskOf(COUNTY)).task });
const listed = async () => (await read<Listed>(people().fang, listRoundExceptions)).exceptions;
const ask = async (who: Who, more: object = {}): Promise<{ exception: string }> => {
  const { task } = await desk.taskOf(COUNTY);
  const about = { code: CHECK, subject: CODE, item: 'quotaRural', reason: '区划调整，生源并入邻县' };
  return year.as(who, askException as never, { round: ROUND, task, ...about, ...more });
};
const decide = (who: Who, exception: string, grant: boolean, reason: string): Promise<unknown> =>
  year.as(who, decideException as never, { round: ROUND, exception, grant, reason });
const submit = () => desk.take(people().li, submitTask, COUNTY);
/** What 李晨 types over this year's figure. */
const type = async (item: string, typed: string, unit?: string): Promise<void> => {
  const { task } = await desk.taskOf(COUNTY);
  const { latest } = await desk.everything((tx) =>
    tx
      .selectFrom('figure')
      .select('latest')
      .where((where) => where.and({ task, item }))
      .where('period', 'like', '%2025%')
      .executeTakeFirstOrThrow(),
  );
  const answers = [{ item, year: 'now', typed, seen: latest, reason: '按实际招生填写', ...(unit ? { unit } : {}) }];
  const { outcomes } = await year.as(
    people().li,
    saveFigures as never as Action<never, { outcomes: { kind: string }[] }>,
    { round: ROUND, task, answers },
  );
  expect(outcomes).toMatchObject([{ kind: 'saved' }]);
};
const found = async (): Promise<Finding | undefined> => (await page()).findings.find(({ code }) => code === CHECK);
const noticesOf = async (who: Who) =>
  (
    await year.as(who, listMyNotices as never as Action<never, { kind: string; says: string; data: unknown }[]>, {})
  ).slice(0, 1);

test('what no check found, what is missing and what is no check of the scheme cannot be an exception', async () => {
  expect(await refusal(ask(people().li))).toBe('review.findingGone');
  expect(await refusal(ask(people().li, { code: 'CM-1' }))).toBe('review.notExceptable');
  expect(await refusal(ask(people().li, { code: 'collect.cell.text' }))).toBe('review.notExceptable');
  expect(await refusal(ask(people().li, { code: 'no-such-check' }))).toBe('review.notExceptable');
});

test('only who states the figure asks, only the owner of the scheme decides, and a reason is wanted', async () => {
  await type('quotaPlan', '1');
  expect(await found()).toMatchObject({ severity: 'error' });
  expect(await refusal(submit())).toBe('review.checksStand');
  expect(await refusal(ask(people().he))).toBe('collect.taskMissing');
  expect(await refusal(ask(people().zhou))).toBe('platform.forbidden');
  expect(await refusal(ask(people().li, { reason: '' }))).toBe('platform.inputRefused');
  const { edition } = await page();
  const { exception } = await ask(people().li, { document: '清府办发〔2025〕9号' });
  expect((await page()).edition).toBe(edition + 1);
  expect(await refusal(ask(people().li))).toBe('review.exceptionWaits');
  const county = await year.person('县方案', 'schemeAdmin', COUNTY);
  for (const who of [
    people().li,
    people().zhou,
    people().he,
    county,
    await year.person('王督导', 'office', '清江市'),
  ]) {
    expect(await refusal(decide(who, exception, true, '情况属实'))).toBe('platform.forbidden');
    expect(await refusal(read(who, listRoundExceptions))).toBe('platform.forbidden');
  }
  expect(await refusal(decide(people().fang, newId(), true, '情况属实'))).toBe('review.exceptionMissing');
  expect(await refusal(decide(people().fang, exception, true, ''))).toBe('platform.inputRefused');
  // Until it is decided nothing is let pass.
  expect(await refusal(submit())).toBe('review.checksStand');
});

test('the owner of the scheme is told, and sees the figures it is about and nothing else of the county', async () => {
  expect(await noticesOf(people().fang)).toMatchObject([{ kind: 'exception.ask' }]);
  expect((await noticesOf(people().fang))[0]?.says).toContain('区划调整，生源并入邻县');
  const [asked] = await listed();
  expect(asked).toMatchObject({ state: 'waits', mine: false, unit: COUNTY, document: '清府办发〔2025〕9号' });
  expect(asked?.figures.map(({ item }) => item).toSorted()).toEqual(['quotaAllocated', 'quotaPlan', 'quotaRural']);
  expect(asked?.figures).toContainEqual(expect.objectContaining({ item: 'quotaPlan', now: '1' }));
  const { task } = await desk.taskOf(COUNTY);
  expect(await refusal(read(people().fang, readTask, { task }))).toBe('collect.taskMissing');
});

test('whoever asked, or filled in the task, does not decide it', async () => {
  const [asked] = await listed();
  const admin = people().fang.posts[0] ?? expect.unreachable();
  const both = { ...people().li, posts: [...people().li.posts, admin] };
  await open()
    .db.insertInto('post')
    .values({
      ...{ post: newId(), account: both.account, tenant: 1, unit: admin.unit, role: 'schemeAdmin' },
      begins: '2025-01-01',
      created_at: new Date(),
    })
    .execute();
  const standing = await open().db.selectFrom('post').selectAll().where('account', '=', both.account).execute();
  const two = {
    ...both,
    posts: standing.map(({ post, unit, dept, role }) => ({
      post,
      unit,
      dept,
      role: role as 'reporter',
      reach: '*' as const,
    })),
  };
  expect(await refusal(decide(two, asked?.exception ?? '', true, '情况属实'))).toBe('review.ownException');
});

test('refused, the error stands, and who asked is told why', async () => {
  const [asked] = await listed();
  await decide(people().fang, asked?.exception ?? '', false, '请附区划批复');
  expect(await refusal(decide(people().fang, asked?.exception ?? '', true, '情况属实'))).toBe(
    'review.exceptionDecided',
  );
  expect(await found()).toMatchObject({ severity: 'error' });
  expect(await refusal(submit())).toBe('review.checksStand');
  const [told] = await noticesOf(people().li);
  expect(told).toMatchObject({ kind: 'exception.refuse', data: { item: 'quotaRural', subject: CODE } });
  expect(told?.says).toContain('请附区划批复');
  expect(await listed()).toMatchObject([{ state: 'refused' }]);
});

test('once a figure changed there is nothing to decide, and it may be asked anew', async () => {
  const { exception } = await ask(people().li, { reason: '区划调整，批复已附' });
  await type('quotaPlan', '2');
  expect(await listed()).toMatchObject([{ state: 'refused' }, { state: 'lapsed' }]);
  expect(await refusal(decide(people().fang, exception, true, '情况属实'))).toBe('review.exceptionLapsed');
  const again = await ask(people().li, { reason: '区划调整，批复已附' });
  await decide(people().fang, again.exception, true, '批复已核');
  expect((await listed()).map(({ state }) => state)).toEqual(['refused', 'lapsed', 'granted']);
});

test('granted, it is a hint that says why and by whom, in both languages, and no longer blocks', async () => {
  const finding = (await found()) ?? expect.unreachable();
  expect(finding).toMatchObject({
    severity: 'hint',
    data: { granted: '区划调整，批复已附', grantedBy: '方立', grantedOn: '2026-02-10' },
  });
  const checks = [{ id: CHECK, kind: 'holds' }];
  const says = (language: 'zh' | 'en') => sayWith(checkSentences({ checks }, language))(finding);
  expect(says('zh')).toMatch(/已按特殊情况处理：区划调整，批复已附（方立 2026-02-10 批准）。$/);
  expect(says('en')).toMatch(/Let pass as an exception: 区划调整，批复已附 \(方立, 2026-02-10\)\.$/);
  expect((await noticesOf(people().li))[0]).toMatchObject({ kind: 'exception.grant' });
  expect(await refusal(ask(people().li))).toBe('review.findingGone');
  // The same amount written otherwise is the same figure.
  await type('quotaPlan', '2.0');
  expect(await found()).toMatchObject({ severity: 'hint' });
});

test('any figure behind it changed, this year or last, and the error is back; changed back, the grant holds again', async () => {
  for (const item of ['quotaPlan', 'quotaRural', 'quotaAllocated']) {
    const was = (await listed()).at(-1)?.figures.find((each) => each.item === item)?.now ?? '';
    await type(item, item === 'quotaPlan' ? '3' : String(Number(was.replaceAll(',', '')) - 1));
    expect(await found(), item).toMatchObject({ severity: 'error' });
    expect(await refusal(submit())).toBe('review.checksStand');
    expect((await listed()).at(-1)).toMatchObject({ state: 'lapsed' });
    await type(item, was.replaceAll(',', ''));
    expect(await found(), item).toMatchObject({ severity: 'hint' });
  }
});

test('it is submitted, and the reviewer looks at it one by one', async () => {
  expect(await submit()).toMatchObject({ state: 'countyReview' });
  const { task } = await desk.taskOf(COUNTY);
  const { outliers } = await read<{ outliers: readonly Outlier[] }>(people().zhou, listOutliers, { task });
  const outlier = outliers.find(({ findings }) => findings.some(({ code }) => code === CHECK));
  expect(outlier).toMatchObject({ item: 'quotaRural', why: expect.arrayContaining(['check']) });
  const [row] = await read<{ isClean: boolean }[]>(people().zhou, listQueue);
  expect(row).toMatchObject({ isClean: false });
  expect(await refusal(ask(people().li, { code: 'XF-1' }))).toBe('collect.taskClosed');
  expect(await desk.audited(`task ${task}`)).toContain('review.exception.decide');
});
