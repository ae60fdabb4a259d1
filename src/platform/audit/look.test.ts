import Type from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/cli.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { NO_FILES } from '../../../test/support/files.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import type { Role, Who } from '../access/contract.ts';
import { type Action, action } from '../action/action.ts';
import { newId } from '../id.ts';
import * as hold from './hold.ts';
import { openHeads, sealAudit } from './index.ts';
import { exportAudit, listAudit } from './look.ts';

const open = testDatabase();
const heads = openHeads(temporaryFolder());
const { chainState } = hold;
const verifyChain = hold.verifyChain(heads);
const NOW = new Date('2026-02-10T02:00:00Z');
const who = (person: string, role: Role): Who => ({
  account: newId(),
  person,
  tenant: 1,
  posts: [{ post: newId(), unit: 1, dept: '', role, reach: [] }],
  reach: [],
  address: '10.0.0.7',
});
const auditor = who('沈审计', 'auditAdmin');
const as = <Out>(by: Who, act: unknown, input: object = {}, now = NOW): Promise<Out> =>
  (act as Action<never, Out>).perform({ db: open().db, files: NO_FILES, who: by, now }, input);

const write = (name: string, about: string, words: string) =>
  as(
    who(name === 'test.note.write' ? '王岚' : '周远', 'office'),
    action({
      name,
      input: Type.Object({}),
      async load() {},
      may: () => true,
      run: async () => words,
      audit: () => ({ about, detail: { words } }),
    }),
  );
type Row = { entry: string; person: string; action: string; about: string; seq: bigint | null };
const list = (input: object = {}) => as<readonly Row[]>(auditor, listAudit, input);
const actions = async (input: object) => (await list(input)).map(({ action: name }) => name);

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
  await write('test.note.write', 'note 1', '一般公共预算');
  await write('other.book.close', 'unit 881221', '=HYPERLINK("x")');
  await write('test.note.drop', 'unit 8812210', '50%');
});

test('nobody but the auditor looks into the record, exports or verifies it', async () => {
  for (const role of ['systemAdmin', 'securityAdmin', 'office', 'reader'] as const)
    for (const act of [listAudit, exportAudit, chainState, verifyChain])
      await expect(as(who('周远', role), act)).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test('the newest stands first, page by page', async () => {
  const [first, second] = await list({ limit: 2 });
  expect([first?.action, second?.action]).toEqual(['test.note.drop', 'other.book.close']);
  expect(await actions({ after: second?.entry })).toEqual(['test.note.write']);
});

test('rows are found by action or stage, person, words, unit and time; signs of patterns are only signs', async () => {
  expect(await actions({ action: 'test' })).toEqual(['test.note.drop', 'test.note.write']);
  expect(await actions({ action: 'test.note.write' })).toEqual(['test.note.write']);
  expect(await actions({ action: 'tes' })).toEqual([]);
  expect(await actions({ person: '王' })).toEqual(['test.note.write']);
  expect(await actions({ words: '公共预算' })).toEqual(['test.note.write']);
  expect(await actions({ words: '5_%' })).toEqual([]);
  expect(await actions({ unit: '881221' })).toEqual(['other.book.close']);
  expect(await actions({ since: '2026-02-10T02:00:01Z' })).toEqual([]);
  expect(await actions({ until: '2026-02-10T02:00:01Z' })).toHaveLength(3);
});

test('the table to take away opens in Excel and carries no formula of a stranger', async () => {
  const text = await as<string>(auditor, exportAudit, { unit: '881221' });
  expect(text.startsWith('\uFEFF序号,时间')).toBe(true);
  expect(text).toContain('"周远","other.book.close"');
  const [, line = ''] = text.split('\r\n');
  expect(line).not.toMatch(/(^|,)"[=+@-]/);
});

test('a verification stands in the record itself, and says what was changed behind it', async () => {
  await sealAudit(open().db, 1, NOW, { heads });
  expect(await as(auditor, verifyChain)).toMatchObject({ sealed: 3, findings: [] });
  expect(await as(auditor, chainState)).toMatchObject({ sealed: 3n, verified: { person: '沈审计', faults: 0 } });
  await ownerOf(open(), `update audit set person = '别人' where action = 'other.book.close'`);
  const later = new Date(NOW.getTime() + 60_000);
  expect(await as(auditor, verifyChain, {}, later)).toMatchObject({ findings: [{ code: 'audit.row.changed' }] });
  expect(await as(auditor, chainState)).toMatchObject({ verified: { faults: 1 } });
});
