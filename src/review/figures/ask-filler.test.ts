/** 请填报单位核实: who may ask, of whom, and what the filler is told. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Who } from '../../platform/index.ts';
import { listMyNotices } from '../look.ts';
import { answerAsker } from './answer-asker.ts';
import { askFiller } from './ask-filler.ts';

const open = testDatabase();
const COUNTY = '云屏县';
let year: Year;
let desk: Desk;
let unit: string;
let [li, zhao, city, leader, government]: Who[] = [];
const be = (who: Who | undefined): Who => who ?? expect.unreachable('nobody');

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  li = await year.person('李晨', 'reporter', COUNTY);
  zhao = await year.person('赵伟', 'office', '石渡县');
  city = await year.person('王督导', 'office', '清江市');
  leader = await year.person('林市长', 'reader', '清江市');
  government = await year.person('刘县长', 'approver', COUNTY);
  await dropWorkbook(year, be(li), '云屏县_2025.xlsx');
  unit = (
    await desk.everything((tx) =>
      tx.selectFrom('unit_state').select('code').where('unit', '=', year.numberOf(COUNTY)).executeTakeFirstOrThrow(),
    )
  ).code;
});

const ask = (who: Who | undefined, more: object = {}) =>
  year.as(be(who), askFiller as never, { round: ROUND, unit, item: 'gpbEduExp', words: '与决算相差较大', ...more });
type Told = readonly { notice: string; kind: string; says: string; data: unknown }[];
const told = async (who: Who | undefined, of = 'figure.ask'): Promise<Told> =>
  (await year.as<Told>(be(who), listMyNotices as never, {})).filter(({ kind }) => kind === of);

test.each([
  ['without words', { words: '  \n' }, 'review.wordsWanted'],
  ['with more words than a message has', { words: '核'.repeat(501) }, 'review.wordsTooLong'],
  ['about a figure nobody stated', { item: 'noSuchItem' }, 'review.nobodyToAsk'],
  ['about a unit that is none', { unit: '999999' }, 'review.nobodyToAsk'],
])('a remark %s is refused', async (_, more, code) => {
  await expect(ask(city, more)).rejects.toMatchObject({ code });
  expect(await told(li)).toEqual([]);
});

test('who fills asks nobody, and another county is not told that there is such a figure', async () => {
  await expect(ask(li)).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(ask(zhao)).rejects.toMatchObject({ code: 'review.nobodyToAsk' });
  expect(await told(li)).toEqual([]);
});

test('the office, a leader and who approves ask; the filler reads who asks what of which cell', async () => {
  for (const who of [city, leader, government]) expect(await ask(who)).toMatchObject({ asked: 1 });
  const notices = await told(li);
  expect(notices).toHaveLength(3);
  expect(notices.at(-1)).toMatchObject({
    says: '王督导请核实 云屏县“一般公共预算教育支出”：与决算相差较大',
    data: { task: (await desk.taskOf(COUNTY)).task, subject: unit, item: 'gpbEduExp' },
  });
  expect(await told(zhao)).toEqual([]);
  expect(await desk.audited(`figure ${unit} gpbEduExp`)).toHaveLength(3);
});

test('only who was asked answers, in words, and whoever asked is told', async () => {
  const answer = (who: Who | undefined, notice: string, words: string) =>
    year.as(be(who), answerAsker as never, { notice, words });
  const [{ notice } = { notice: '' }] = await told(li);
  await expect(answer(city, notice, '无误')).rejects.toMatchObject({ code: 'review.questionMissing' });
  await expect(answer(li, notice, ' ')).rejects.toMatchObject({ code: 'review.answerWanted' });
  await expect(answer(li, notice, '核'.repeat(501))).rejects.toMatchObject({ code: 'review.wordsTooLong' });
  await answer(li, notice, '已与决算报表核对，数据无误');
  const answers = await told(government, 'figure.answer');
  expect(answers).toMatchObject([
    {
      says: '李晨答复 云屏县“一般公共预算教育支出”的核实：已与决算报表核对，数据无误',
      data: { subject: unit, item: 'gpbEduExp' },
    },
  ]);
  expect(await told(city, 'figure.answer')).toEqual([]);
  await expect(answer(government, answers[0]?.notice ?? '', '好')).rejects.toMatchObject({
    code: 'review.questionMissing',
  });
});
