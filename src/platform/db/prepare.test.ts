/** Several installations on one database server. */
import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/support/database.ts';
import { openDatabase } from './prepare.ts';

const [one, two] = [emptyDatabase(), emptyDatabase()];
const POOL = 2;

test('each goes on answering when another starts on the same server, with its own secret', async () => {
  const first = await openDatabase(one(), 'secret of the first', POOL);
  const [second, third] = await Promise.all([
    openDatabase(two(), 'secret of the second', POOL),
    openDatabase(one(), 'secret of the third', POOL),
  ]);
  // Those it has would go on; a new connection signs in anew.
  await Promise.all([1, 2].map(() => first.pool.query('select pg_sleep(0.1)')));
  for (const { pool } of [first, second, third]) {
    const { rows } = await pool.query('select current_user as name, (select count(*)::int from audit) as audited');
    expect(rows).toEqual([{ name: expect.stringMatching(/^luzhi_app_\w+$/), audited: 0 }]);
  }
  await Promise.all([first, second, third].map(({ close }) => close()));
});
