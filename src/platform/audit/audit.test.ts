import Type from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { NO_FILES } from '../../../test/support/files.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import { sayWith } from '../../kernel/index.ts';
import type { Who } from '../access/contract.ts';
import { action } from '../action/action.ts';
import { idsSince, newId } from '../id.ts';
import { messages, sealAudit, verifyAudit } from './index.ts';

const open = testDatabase();
const NOW = new Date('2026-02-10T02:00:00Z');
const files = NO_FILES;
const wang: Who = { account: newId(), person: '王岚', tenant: 1, posts: [], reach: '*', address: '10.0.0.7' };

const note = action({
  name: 'test.note.write',
  input: Type.Object({ words: Type.String() }),
  async load() {},
  may: () => true,
  async run(_, { words }) {
    if (words === '') throw new Error('nothing to note');
    return words;
  },
  audit: (words) => ({ about: 'note', detail: { words, nested: { b: 1, a: [{ z: 1, y: 2 }] } } }),
});
const write = (words: string, now = NOW) => note.perform({ db: open().db, files, who: wang, now }, { words });
const verify = () => verifyAudit(open().db, 1);
const asOwner = (sql: string) => ownerOf(open(), sql);

beforeAll(async () => {
  const tenant = { code: '8812', name: '清江市', created_at: NOW };
  await open()
    .db.insertInto('tenant')
    .values({ tenant: 1, ...tenant })
    .execute();
});

test('what failed left no entry, what was done left one', async () => {
  await expect(write('')).rejects.toThrow('nothing to note');
  expect(await verify()).toMatchObject({ sealed: 0, tail: 0 });
  await write('一');
  expect(await verify()).toMatchObject({ sealed: 0, tail: 1, findings: [] });
});

test('sealed by two at once, every entry stands in the chain once', async () => {
  for (let at = 0; at < 30; at += 1) await write(`第${at}条`);
  await Promise.all([sealAudit(open().db, 1, NOW), sealAudit(open().db, 1, NOW)]);
  expect(await verify()).toMatchObject({ sealed: 31, tail: 0, findings: [] });
});

test('a look at the last seconds seals what was named in them, and a far look what it left', async () => {
  await write('刚才');
  expect(await sealAudit(open().db, 1, NOW, { from: idsSince(Date.now() + 60_000) })).toBe(0);
  expect(await sealAudit(open().db, 1, NOW, { from: idsSince(Date.now() - 60_000) })).toBe(1);
  await write('迟到');
  expect(await sealAudit(open().db, 1, NOW)).toBe(1);
});

test('a clock that was put back by hours makes nothing look slipped in, and what is done then is sealed too', async () => {
  const earlier = new Date(NOW.getTime() - 5 * 60 * 60_000);
  await write('拨回时钟之后', earlier);
  await sealAudit(open().db, 1, earlier);
  expect(await verify()).toMatchObject({ sealed: 34, tail: 0, findings: [] });
});

test('the application itself can neither change nor remove an entry', async () => {
  const { db } = open();
  await expect(db.updateTable('audit').set({ person: '别人' }).execute()).rejects.toThrow(/permission denied/);
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/permission denied/);
  await expect(db.deleteFrom('audit_seal').execute()).rejects.toThrow(/permission denied/);
});

test.each([
  [
    'audit.row.changed',
    `update audit set detail = '{"words":"另一件事"}' where entry = (select entry from audit_seal where seq = 7)`,
  ],
  ['audit.row.removed', 'delete from audit where entry = (select entry from audit_seal where seq = 11)'],
  ['audit.chain.broken', 'delete from audit_seal where seq = 20'],
])('%s is found where it was done by hand', async (code, sql) => {
  const before = (await verify()).findings.length;
  await asOwner(sql);
  const { findings } = await verify();
  const added = findings.filter((each) => each.code === code);
  expect(added).toHaveLength(1);
  expect(findings.length).toBe(before + 1);
  for (const table of [messages.zh, messages.en]) expect(sayWith(table)(added[0] ?? { code, data: {} })).toMatch(/\d/);
});

test('an entry slipped in with an older time is found, sealed or not', async () => {
  await asOwner(
    `insert into audit select tenant, gen_random_uuid(), at - interval '1 day', account, person, action, about, detail, address from audit limit 1`,
  );
  await sealAudit(open().db, 1, NOW);
  expect((await verify()).findings.map(({ code }) => code)).toContain('audit.row.added');
});
