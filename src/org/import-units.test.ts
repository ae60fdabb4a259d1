import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { NO_FILES } from '../../test/support/files.ts';
import { sayWith } from '../kernel/index.ts';
import { newId, type Role, transact, type Who } from '../platform/index.ts';
import { importUnits, loadRegister, messages } from './index.ts';

const open = testDatabase();
const NOW = new Date('2026-01-05T02:00:00Z');
const files = NO_FILES;
const who = (role: Role): Who => ({
  account: newId(),
  person: '陈系统',
  tenant: 1,
  posts: [{ post: newId(), unit: 1, dept: '', role, reach: [] }],
  reach: [],
  address: '',
});
const take = (begins: string, units: readonly object[], role: Role = 'systemAdmin') =>
  importUnits.perform({ db: open().db, files, who: who(role), now: NOW }, { begins, units });
const on = (day: string) => transact(open().db, { tenant: 1, reach: [] }, (tx) => loadRegister(tx, 1, day));

const CITY = { code: '8812', name: '清江市', kind: '市' };
const county = (code: string, name: string) => ({ code, name, kind: '县', parent: '8812' });
const school = (parent: string, name = '中心小学') => ({
  code: 'S1',
  name,
  kind: '学校',
  parent,
  attributes: { type: '小学' },
});

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
});

test('the office does not change the register, and what does not fit together is refused whole', async () => {
  await expect(take('2024-01-01', [CITY], 'office')).rejects.toMatchObject({ code: 'platform.forbidden' });
  const kind = await take('2024-01-01', [CITY, { ...CITY, code: '1', kind: '镇' }]).catch((error) => error);
  const parent = await take('2024-01-01', [CITY, { ...county('881221', '云屏县'), parent: '无' }]).catch(
    (error) => error,
  );
  expect([kind.code, parent.code]).toEqual(['org.unitUnreadable', 'org.registerRefused']);
  expect(parent.findings).toMatchObject([{ code: 'org.unit.parentUnknown' }]);
  for (const table of [messages.zh, messages.en])
    for (const problem of [kind, parent]) expect(sayWith(table)(problem)).not.toContain('undefined');
  await expect(on('2025-01-01')).rejects.toMatchObject({ code: 'org.empty' });
});

test('a unit keeps its number for life; its name and its place are those of the day asked for', async () => {
  const first = await take('2024-01-01', [
    CITY,
    county('881221', '云屏县'),
    county('881222', '石渡县'),
    school('881221'),
  ]);
  expect(first).toEqual({ added: 4, changed: 0, same: 0 });
  const before = (await on('2025-01-01')).numberOf('S1');
  // Behind the school that left it, 石渡县 moves up in the order of the register.
  const moved = [CITY, county('881221', '云屏县'), county('881222', '石渡县'), school('881222', '石渡镇中心小学')];
  expect(await take('2026-09-01', moved)).toEqual({ added: 0, changed: 2, same: 2 });
  const [then, now] = [await on('2025-12-31'), await on('2026-09-01')];
  expect([then.tree.find('S1')?.parent, now.tree.find('S1')?.parent]).toEqual(['881221', '881222']);
  expect(now.unitOf(before ?? 0)?.name).toBe('石渡镇中心小学');
});

test('the same register again changes nothing', async () => {
  const same = [CITY, county('881221', '云屏县'), county('881222', '石渡县'), school('881222', '石渡镇中心小学')];
  expect(await take('2026-09-01', same)).toEqual({ added: 0, changed: 0, same: 4 });
});
