import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { NO_FILES } from '../../test/support/files.ts';
import { HOST, signedIn } from '../../test/support/http.ts';
import { addPerson, addPrefecture, CITY, NOW, PASSWORD, VAULT } from '../platform/access/fixture.ts';
import { openServer } from './index.ts';

const open = testDatabase(1);
let server: FastifyInstance;

beforeAll(async () => {
  const { db, pool } = open();
  await addPrefecture(db);
  await addPrefecture(db, 2, '白石市');
  await addPerson(db, 'li_city', [['securityAdmin', CITY]]);
  await addPerson(db, 'sun_stone', [['securityAdmin', CITY]], 2);
  const files = NO_FILES;
  const door = { db, pool, files, vault: VAULT, hosts: [HOST], https: true, now: () => NOW };
  server = await openServer({ ...door, routes: [], sentences: { zh: [], en: [] }, log: { level: 'silent' } });
});
afterAll(() => server.close());

test('two people who take turns on one connection never see rows of the other', async () => {
  const [li, sun] = await Promise.all(
    ['li_city', 'sun_stone'].map((login) => signedIn(server, { login, password: PASSWORD })),
  );
  const turns = Array.from({ length: 40 }, async (_, turn) => {
    const { status, body } = (await (turn % 2 === 0 ? li : sun)?.get('/accounts')) ?? {};
    return [status, body.map(({ login }: { login: string }) => login)];
  });
  const seen = await Promise.all(turns);
  expect(seen.filter((_, turn) => turn % 2 === 0)).toEqual(Array(20).fill([200, ['li_city']]));
  expect(seen.filter((_, turn) => turn % 2 === 1)).toEqual(Array(20).fill([200, ['sun_stone']]));
});
