/**
 * A copy of the sample's year brought to its end before anybody looks: every workbook is in and accepted but one figure
 * of 云屏县, whose task waits for the last step.
 */
import { sampleFiles } from '../../../sample/index.ts';
import { openGround } from '../../../src/app/index.ts';
import { importWorkbook, previewWorkbook } from '../../../src/collect/index.ts';
import {
  type Action,
  newId,
  openDatabase,
  type Performing,
  type Post,
  transact,
  type Who,
} from '../../../src/platform/index.ts';
import type { Bringing } from '../../support/sample-year.ts';

const ROUND = 'duty-2025';
const LATE = ['鹿鸣县', '乌亭县'];
/** Left to be accepted while somebody looks. */
export const WAITING = { unit: '881221', item: 'gpbEduExp', leaf: 'B3.1' } as const;

export const through: Bringing = { name: 'through', bring: (dataDir) => bringTo(dataDir, 'cityReview') };
/** The same, but the task of 云屏县 is still with its filler. */
export const toFiller: Bringing = { name: 'to-filler', bring: (dataDir) => bringTo(dataDir, 'draft') };

async function bringTo(dataDir: string, state: 'draft' | 'cityReview'): Promise<void> {
  const ground = await openGround({ dataDir, log: { level: 'silent' } });
  const database = await openDatabase(ground.owner, ground.secret);
  const all = { tenant: 1, reach: '*' } as const;
  try {
    const { db } = database;
    const posts = await db
      .selectFrom('post')
      .innerJoin('account', 'account.account', 'post.account')
      .where('account.login', '=', 'office')
      .select(['account.account', 'account.name as person', 'post.post', 'post.unit', 'post.dept', 'post.role'])
      .execute();
    const { account = '', person = '' } = posts[0] ?? {};
    const office: Who = {
      account,
      person,
      ...all,
      posts: posts.map((post) => ({ ...post, reach: all.reach })) as readonly Post[],
      address: 'sample',
    };
    const perform = <Out>(action: unknown, input: object): Promise<Out> => {
      const by: Performing = { db, files: ground.files, who: office, now: new Date() };
      return (action as Action<never, Out>).perform(by, { round: ROUND, ...input });
    };
    for (const { path, content } of sampleFiles()) {
      const name = path.replace('figures/', '');
      if (!/_2025\.xlsx$/.test(name) || !LATE.some((unit) => name.startsWith(unit))) continue;
      const { sha256 } = await ground.files.put(content);
      const { plan } = await perform<{ plan: string }>(previewWorkbook, { name, sha256 });
      await perform(importWorkbook, { name, sha256, plan });
    }
    await transact(db, all, async (tx) => {
      await tx
        .updateTable('figure')
        .set(({ ref }) => ({ accepted: ref('latest'), returned: null }))
        .execute();
      await tx.updateTable('ledger_row').set({ accepted: true }).where('latest', '=', true).execute();
      await tx.updateTable('task').set({ state: 'accepted', submitted_at: new Date() }).execute();
      await tx
        .updateTable('round')
        .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
        .execute();
    });
    await transact(db, all, async (tx) => {
      const subject = await tx
        .selectFrom('unit_state')
        .select('unit')
        .where('code', '=', WAITING.unit)
        .executeTakeFirstOrThrow();
      const { task } = await tx
        .selectFrom('figure')
        .select('task')
        .where((where) => where.and({ subject: subject.unit, item: WAITING.item }))
        .executeTakeFirstOrThrow();
      await tx
        .updateTable('figure')
        .set({ accepted: null })
        .where((where) => where.and({ subject: subject.unit, item: WAITING.item }))
        .execute();
      await tx
        .updateTable('task')
        .set({ state, submitted_at: state === 'draft' ? null : new Date() })
        .where('task', '=', task)
        .execute();
      await tx
        .updateTable('round')
        .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
        .execute();
    });
    // Every row is new to the database, which plans by what it last counted.
    await database.count();
  } finally {
    await database.close();
    await ground.close();
  }
}

/** A colleague of the office, who signs in with its password: what two persons have to agree on takes two. */
export async function withSecondOffice(dataDir: string, login: string): Promise<void> {
  const ground = await openGround({ dataDir, log: { level: 'silent' } });
  const database = await openDatabase(ground.owner, ground.secret);
  try {
    await transact(database.db, { tenant: 1, reach: '*' }, async (tx) => {
      const account = newId();
      const first = await tx.selectFrom('account').selectAll().where('login', '=', 'office').executeTakeFirstOrThrow();
      await tx
        .insertInto('account')
        .values({ ...first, account, login, name: '郑复核' } as never)
        .execute();
      const posts = await tx.selectFrom('post').selectAll().where('account', '=', first.account).execute();
      for (const post of posts)
        await tx
          .insertInto('post')
          .values({ ...post, account, post: newId() } as never)
          .execute();
    });
    // Every row is new to the database, which plans by what it last counted.
    await database.count();
  } finally {
    await database.close();
    await ground.close();
  }
}
