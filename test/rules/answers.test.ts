/** Every answer in JSON has a shape in the interface description, and the shapes are those of the types. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../src/app/routes.ts';
import { VAULT } from '../../src/platform/access/fixture.ts';
import { auditVerifyRoutes, type Installation, openHeads, systemRoutes } from '../../src/platform/index.ts';
import { openServer } from '../../src/server/index.ts';
import { ANSWERS, makeAnswers } from '../../tools/answers.mjs';
import { testDatabase } from '../support/database.ts';
import { NO_FILES } from '../support/files.ts';
import { API, HOST } from '../support/http.ts';

const open = testDatabase();
const INSTALLATION: Installation = {
  ...{ version: '', dataDir: '', embedded: true, mail: false, scanner: false, singleSignOn: false },
  ground: { owner: {}, files: NO_FILES, filesDir: '', heads: openHeads('') },
};
interface Description {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, Told> }> }>>;
  readonly components: { readonly schemas: Record<string, object> };
}
interface Told {
  readonly schema: object;
}
let description: Description;

beforeAll(async () => {
  const { db, pool } = open();
  const door = { db, pool, files: NO_FILES, vault: VAULT, hosts: [HOST], https: true, now: () => new Date() };
  const server = await openServer({
    ...door,
    routes: [...ROUTES, ...auditVerifyRoutes(INSTALLATION.ground.heads), ...systemRoutes(INSTALLATION)],
    sentences: { zh: [], en: [] },
    log: { level: 'silent' },
  });
  const answer = await server.inject({ url: `${API}/openapi.json`, headers: { host: HOST } });
  description = answer.json();
  await server.close();
});

test('the shapes are read off the types: npm run answers', () => {
  expect(readFileSync(ANSWERS, 'utf8') === makeAnswers().text, 'npm run answers').toBe(true);
});

test('no answer in JSON goes without a shape', () => {
  const bare = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([, { content }]) => {
          const told = content?.['application/json'];
          return told !== undefined && Object.keys(told.schema).length === 0;
        })
        .map(([status]) => `${method} ${path} ${status}`),
    ),
  );
  // The description does not describe itself.
  expect(bare).toEqual(['get /api/v1/openapi.json 200']);
});

test('every shape that is referred to is there', () => {
  const text = JSON.stringify(description);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => description.components.schemas[name] === undefined)).toEqual([]);
});
