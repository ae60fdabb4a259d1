import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { NO_FILES } from '../../test/support/files.ts';
import { type Action, newId, type Role, transact, type Who } from '../platform/index.ts';
import { loadPublished, publishScheme } from './index.ts';
import { listSchemes } from './list-schemes.ts';

const open = testDatabase();
const NOW = new Date('2026-01-05T02:00:00Z');
const files = NO_FILES;
const as = (role: Role): Who => ({
  account: newId(),
  person: '方立',
  tenant: 1,
  posts: [{ post: newId(), unit: 1, dept: '', role, reach: '*' }],
  reach: '*',
  address: '',
});
const perform = <Out>(action: { perform: Action<never, Out>['perform'] }, who: Who, input: unknown) =>
  action.perform({ db: open().db, files, who, now: NOW }, input);
const YAML = `
scheme: small
name: 样例方案
version: "1"
year: 2025
levels: [county]
departments: { JY: { name: 教育局 } }
items:
  a: { name: 甲, unit: 个, by: { county: JY } }
indicators:
  A: { name: 全部 }
  A1: { name: 甲数, points: "100", basis: { source: 示例 }, rule: { type: threshold, met: a >= 1 } }
`;
const publish = (text: string, role: Role = 'schemeAdmin', file = 'scheme.yaml') =>
  perform(publishScheme, as(role), { files: { [file]: text } });

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
});

test('only the scheme administrator publishes, and only files of YAML by their plain names', async () => {
  await expect(publish(YAML, 'office')).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(publish(YAML, 'schemeAdmin', '../scheme.yaml')).rejects.toMatchObject({ code: 'platform.inputRefused' });
});

test('a scheme with faults is not published; all of them are told at once', async () => {
  const refused = await publish(YAML.replace('a >= 1', 'b >= 1').replace('unit: 个', 'unit: 斤')).catch(
    (error) => error,
  );
  expect(refused).toMatchObject({ code: 'scheme.invalid' });
  expect(refused.findings.length).toBeGreaterThan(1);
});

test('what was published stays: the same again is no change, another content under the version is refused', async () => {
  const first = await publish(YAML);
  expect(await publish(YAML)).toEqual(first);
  await expect(publish(YAML.replace('甲数', '乙数'))).rejects.toMatchObject({
    code: 'scheme.versionTaken',
    status: 409,
    data: { scheme: 'small', version: '1' },
  });
  expect(await perform(listSchemes, as('reporter'), {})).toMatchObject([{ scheme: 'small', version: '1', year: 2025 }]);
});

test('a published scheme is the one that was checked; one nobody published is said', async () => {
  await publish(YAML);
  const load = (version: string) =>
    transact(open().db, { tenant: 1, reach: [] }, (tx) => loadPublished(tx, 1, 'small', version));
  expect((await load('1')).indicators.map(({ name }) => name)).toEqual(['全部', '甲数']);
  await expect(load('2')).rejects.toMatchObject({ code: 'scheme.notPublished', status: 404 });
});
