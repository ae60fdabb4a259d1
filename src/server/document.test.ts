/** `docs/api.md` tells of paths that are there, and leaves none of the door's own out. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { NO_FILES } from '../../test/support/files.ts';
import { HOST } from '../../test/support/http.ts';
import { ROUTES } from '../app/routes.ts';
import { STAGES } from '../platform/access/contract.ts';
import { VAULT } from '../platform/access/fixture.ts';
import { auditVerifyRoutes, openHeads, systemRoutes } from '../platform/index.ts';
import { openServer } from './index.ts';
import { LIMITS } from './limits.ts';

const open = testDatabase();
const INSTALLATION = {
  version: '',
  ground: { owner: {}, files: NO_FILES, filesDir: '', heads: openHeads('') },
  dataDir: '',
  embedded: true,
  mail: false,
  scanner: false,
  singleSignOn: false,
};
const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/api.md'), 'utf8');
/** `GET /api/v1/session`, as the document writes them, without queries. */
const told = new Set(
  [...text.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/[\w/:.-]*)/g)].map(([, method, url]) => `${method} ${url}`),
);
const described = new Set<string>();
const own = new Set<string>();
const stages = new Set<string>();

beforeAll(async () => {
  const { db, pool } = open();
  const files = NO_FILES;
  const oidc = { start: () => Promise.reject(new Error('none')), finish: () => Promise.reject(new Error('none')) };
  const door = { db, pool, files, oidc, vault: VAULT, hosts: [HOST], https: true, now: () => new Date() };
  const server = await openServer({
    ...door,
    routes: [...ROUTES, ...auditVerifyRoutes(INSTALLATION.ground.heads), ...systemRoutes(INSTALLATION)],
    sentences: { zh: [], en: [] },
    log: { level: 'silent' },
  });
  const { paths } = server.swagger() as unknown as { paths: Record<string, Record<string, { operationId: string }>> };
  for (const [url, operations] of Object.entries(paths)) {
    for (const [method, { operationId }] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${url.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      described.add(name);
      stages.add(operationId.split('.')[0] ?? '');
      if (/^(server\.|collect\.|access\.(signIn|signOut|session\.|sessions\.list|oidc\.))/.test(operationId))
        own.add(name);
    }
  }
  await server.close();
});

test('every path of the document is there', () => {
  expect(told.size).toBeGreaterThan(10);
  expect([...told].filter((name) => !described.has(name))).toEqual([]);
});

test('every path of the door itself is in the document', () => {
  expect([...own].filter((name) => !told.has(name))).toEqual([]);
});

test('every path is of a stage that a token can be held to, or of the server itself; the document names them', () => {
  expect([...stages].filter((stage) => stage !== 'server').sort()).toEqual([...STAGES].sort());
  expect(text.replaceAll('\n', ' ')).toContain(STAGES.map((stage) => `\`${stage}\``).join(', '));
});

test('the limits of the document are those of the door', () => {
  const numbers = [
    `${LIMITS.bodyBytes / 1_000_000} MB`,
    `${LIMITS.uploadBytes / 1_000_000} MB`,
    `${LIMITS.headersMs / 1_000} s`,
    `${LIMITS.requestMs / 1_000} s`,
    `${LIMITS.signInsPerMinute} sign-ins a minute`,
  ];
  for (const number of numbers) expect(text.replaceAll('\n', ' ')).toContain(number);
});
