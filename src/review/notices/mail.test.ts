/** Notices by mail through a real SMTP server, and reminders of due times, once each. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { NOW, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import {
  type Action,
  type Handler,
  openPostman,
  type Postman,
  setLanguage,
  transact,
  type Who,
  workOnce,
} from '../../platform/index.ts';
import { waitingLetters } from '../../platform/system/system.store.ts';
import { MAIL_JOB, mailNotices, REMIND_JOB, remindDue, startReminding } from '../index.ts';
import { listMyNotices } from '../look.ts';
import { lockRoundAfter } from '../round/move-round.ts';
import { tell } from './notices.store.ts';

const open = testDatabase();
const lockRound = lockRoundAfter(async () => []);
let year: Year;
let wang: Who;
let office: Who;
let postman: Postman;
let server: SMTPServer;
let port: number;
const letters: string[] = [];
let refuses = false;
let now = NOW;
const faults: unknown[] = [];

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王芳', 'reporter', '云屏县');
  office = await year.person('王督导', 'office', '清江市');
  await open()
    .db.updateTable('account')
    .set({ mail: 'wang@yunping.example' })
    .where('account', '=', wang.account)
    .execute();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) =>
      refuses ? done(Object.assign(new Error('no such box'), { responseCode: 550 })) : done(),
    onData(stream, _, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        letters.push(Buffer.concat(pieces).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  port = (server.server.address() as AddressInfo).port;
  postman = openPostman(`smtp://127.0.0.1:${port}`, '履职 <luzhi@qingjiang.example>');
});
afterAll(async () => {
  postman.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  letters.length = 0;
  refuses = false;
});

const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const work = (of?: Postman) => {
  const mailing = mailNotices({ db: open().db, postman: of, home: 'https://luzhi.example' });
  const handlers = new Map<string, Handler>([
    [MAIL_JOB, mailing],
    [REMIND_JOB, remindDue(open().db)],
  ]);
  return workOnce({ db: open().db, handlers, now: () => now, failed: (error) => void faults.push(error) });
};
const notify = (kind: string, data: object) =>
  all((tx) => tell(tx, 1, [wang.account], kind, { round: ROUND, unit: '云屏县', ...data }, now));
const textOf = (letter: string): string =>
  Buffer.from(
    letter
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('')
      .replace(/\s/g, ''),
    'base64',
  ).toString('utf8');
const unmailed = () =>
  all((tx) =>
    tx
      .selectFrom('notice')
      .select('notice')
      .where('account', '=', wang.account)
      .where('mailed_at', 'is', null)
      .execute(),
  );

test('settings that cannot be read are told when the system opens', () => {
  expect(() => openPostman('mail.example', 'x@y')).toThrow(expect.objectContaining({ code: 'mail.settings' }));
  expect(() => openPostman('smtp://mail.example', 'nobody')).toThrow(
    expect.objectContaining({ code: 'mail.settings' }),
  );
});

test('what comes up within a minute goes out in one letter, once, and says nothing of what was filled', async () => {
  await notify('task.return', { reason: '请补充批复' });
  await notify('due.soon', { ahead: 1 });
  expect(await work(postman)).toBe(0);
  later(60_001);
  await work(postman);
  await work(postman);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatch(/^To: wang@yunping\.example$/m);
  const text = textOf(letters[0] ?? '');
  expect(text).toContain('您有 2 条未读通知');
  expect(text).toContain('云屏县“2025年度自查自评”的填报被退回：请补充批复');
  expect(text).toContain('https://luzhi.example');
  expect(await unmailed()).toEqual([]);
});

test('what was read meanwhile is not mailed', async () => {
  await notify('task.accept', {});
  await all((tx) => tx.updateTable('notice').set({ read_at: now }).where('account', '=', wang.account).execute());
  later(60_001);
  await work(postman);
  expect(letters).toEqual([]);
  expect(await all((tx) => waitingLetters(tx, 1))).toBe(0);
  await all((tx) => tx.updateTable('notice').set({ mailed_at: now }).where('account', '=', wang.account).execute());
});

test('what does not fit into one letter goes out in the next, without anything new coming up', async () => {
  for (let count = 0; count < 51; count += 1) await notify('task.accept', {});
  later(60_001);
  await work(postman);
  expect(letters).toHaveLength(1);
  expect(await unmailed()).toHaveLength(1);
  later(60_001);
  await work(postman);
  expect(letters).toHaveLength(2);
  expect(await unmailed()).toEqual([]);
});

test('a mail server that is away or refuses is tried again, and the letter keeps its name', async () => {
  await notify('task.accept', {});
  later(60_001);
  await work(openPostman('smtp://127.0.0.1:1', 'luzhi@qingjiang.example'));
  refuses = true;
  later(20_000);
  await work(postman);
  expect(letters).toEqual([]);
  refuses = false;
  later(600_000);
  await work(postman);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatch(/^Message-ID: <[0-9a-f]{32}@qingjiang\.example>$/im);
  expect(faults).toEqual([]);
});

test('without a mail server notices wait for nobody', async () => {
  await notify('task.accept', {});
  later(60_001);
  expect(await work()).toBe(1);
  expect(letters).toEqual([]);
});

test('who has not submitted is reminded a week and a day ahead and once after, whoever looks and however often', async () => {
  const reminders = () =>
    all((tx) =>
      tx
        .selectFrom('notice')
        .select('kind')
        .where('account', '=', wang.account)
        .where('kind', 'like', 'due.%')
        .execute(),
    );
  const before = (await reminders()).length;
  const count = async () => (await reminders()).length - before;
  now = new Date('2026-03-20T00:00:00Z');
  await startReminding(open().db, now);
  await startReminding(open().db, now);
  await Promise.all([work(), work()]);
  expect(await count()).toBe(0);
  now = new Date('2026-03-25T00:00:00Z');
  await Promise.all([work(), work()]);
  later(3_600_001);
  await work();
  // Two tasks: forms and schools.
  expect(await count()).toBe(2);
  now = new Date('2026-03-31T10:00:00Z');
  await work();
  expect(await count()).toBe(4);
  now = new Date('2026-04-02T00:00:00Z');
  await work();
  later(3_600_001);
  await work();
  expect(await count()).toBe(6);
  expect((await reminders()).at(-1)).toEqual({ kind: 'due.passed' });
});

test('a round that is locked is told to those who fill it', async () => {
  await year.as(office, lockRound as never, { round: ROUND, reason: '数据定稿', unfinished: true });
  const told = await all((tx) =>
    tx
      .selectFrom('notice')
      .select(['kind', 'data'])
      .where('account', '=', wang.account)
      .where('kind', '=', 'round.lock')
      .execute(),
  );
  expect(told).toMatchObject([{ data: { reason: '数据定稿' } }]);
});

test('who chose English is written to in English, and reads their notices so', async () => {
  await year.as(wang, setLanguage as never, { language: 'en' });
  await notify('task.return', { reason: '口径有误' });
  later(61_000);
  await work(postman);
  expect(letters).toHaveLength(1);
  // Mostly plain letters, so it travels as it is read.
  expect(letters[0]).toMatch(/unread notice/);
  const listed = await year.as(wang, listMyNotices as never as Action<never, { says: string }[]>, {});
  expect(listed[0]?.says).toMatch(/return/i);
  await expect(year.as(wang, setLanguage as never, { language: 'fr' })).rejects.toMatchObject({
    code: 'platform.inputRefused',
  });
  await year.as(wang, setLanguage as never, { language: 'zh' });
  const again = await year.as(wang, listMyNotices as never as Action<never, { says: string }[]>, {});
  expect(again[0]?.says).toContain('退回');
});

test('notices come newest first, page by page to the oldest', async () => {
  const list = (input: object) =>
    year.as(wang, listMyNotices as never as Action<never, { notice: string }[]>, input) as Promise<
      { notice: string }[]
    >;
  const whole = (await list({})).map(({ notice }) => notice);
  const first = (await list({ limit: 40 })).map(({ notice }) => notice);
  const second = (await list({ limit: 200, after: first.at(-1) })).map(({ notice }) => notice);
  expect(whole.length).toBeGreaterThan(50);
  expect([...first, ...second]).toEqual(whole);
});
