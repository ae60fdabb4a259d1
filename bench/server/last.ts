/** The last minute before a deadline. */
import pg from 'pg';
import { type Filler, ROUND } from './fillers.ts';

export const LAST_MINUTE = 500;

/** Everyone presses at once, each request twice with one key; counted in the database afterwards. */
export async function lastMinute(fillers: readonly Filler[], connection: pg.ClientConfig) {
  const client = new pg.Client(connection);
  await client.connect();
  const count = async () =>
    Number((await client.query(`select count(*) from figure_version where reason like '最后一刻%'`)).rows[0].count);
  const before = await count();
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: LAST_MINUTE }, async (_, at) => {
      const { visitor, task } = fillers[at % fillers.length] as Filler;
      const item = ['recruited', 'rotated', 'supportVisits', 'trainingVisits'][at % 4];
      const form = { answers: [{ item, year: 'now', typed: String(at), seen: 0, reason: `最后一刻${at}` }] };
      const key = { 'idempotency-key': `last-${at}` };
      const [one, two] = await Promise.all([1, 2].map(() => visitor.post(`${ROUND}/tasks/${task}/figures`, form, key)));
      return [one, two].map((reply) => (reply?.status ?? 500) < 300 && reply?.body.outcomes?.[0]?.kind);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const saved = answers.filter(([one]) => one === 'saved').length;
  const alike = answers.every(([one, two]) => one !== false && one === two);
  const written = (await count()) - before;
  await client.end();
  return { seconds, checked: alike && written === saved };
}
