/** 清江市 behind the whole HTTP door, and its people as they come there: with a token of their own account. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../src/app/routes.ts';
import { SENTENCES } from '../../src/app/sentences.ts';
import { VAULT } from '../../src/platform/access/fixture.ts';
import { type Action, addToken, type OpenDatabase, type Who } from '../../src/platform/index.ts';
import { openServer } from '../../src/server/index.ts';
import { type Client, HOST, withToken } from './http.ts';
import { NOW, openYear, ROUND, type Year } from './year.ts';

export interface Office {
  readonly year: Year;
  readonly server: FastifyInstance;
  /** The person at the door. */
  at(who: Who): Promise<Client>;
  /** The person's one task of the kind, as the door lists it. */
  taskOf(client: Client, part?: 'forms' | 'schools'): Promise<string>;
  /** Files the workbook and asks what it would change. */
  preview(client: Client, name: string, content: Uint8Array): ReturnType<Client['get']>;
}

export async function openOffice(open: OpenDatabase): Promise<Office> {
  const year = await openYear(open);
  const { db, pool } = open;
  const door = { db, pool, files: year.files, vault: VAULT, hosts: [HOST], https: true, now: () => NOW };
  const server = await openServer({ ...door, routes: ROUTES, sentences: SENTENCES, log: { level: 'silent' } });
  return {
    year,
    server,
    async at(who) {
      const asked = { name: 'test', rights: ['read', 'write'], days: 30 };
      const { secret } = await year.as(who, addToken as never as Action<never, { secret: string }>, asked);
      return withToken(server, secret);
    },
    async taskOf(client, part = 'forms') {
      const { body } = await client.get(`/rounds/${ROUND}/tasks`);
      return body.find((task: { part: string }) => task.part === part).task;
    },
    async preview(client, name, content) {
      const { body } = await client.post('/files', content);
      const asked = new URLSearchParams({ name, sha256: body.sha256 });
      return client.get(`/rounds/${ROUND}/workbooks/preview?${asked}`);
    },
  };
}
