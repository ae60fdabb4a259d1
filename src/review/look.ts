/** What waits for me, what was decided, what I was told. */
import Type from 'typebox';
import { listTasks, loadRound, nameOfState, openTask, wayOfTask } from '../collect/index.ts';
import { action, behind, PAGING, query } from '../platform/index.ts';
import { listDecisions } from './decisions.store.ts';
import { findReader, listNotices, namesOfRounds, readNotices } from './notices/notices.store.ts';
import { sayNotice } from './notices/say-notice.ts';
import { waitsFor } from './policy.ts';

const Round = Type.String({ maxLength: 64 });
const NOTICES_PAGE = 200;
const strict = { additionalProperties: false } as const;

export const listInbox = query({
  name: 'review.inbox.list',
  input: Type.Object({ round: Round, ...PAGING }, strict),
  may: (who) => who.posts.length > 0,
  async run(tx, { round: code, after, limit }, { who, now }) {
    const context = await loadRound(tx, who.tenant, code);
    const { register } = context;
    const tasks = behind(await listTasks(tx, who.tenant, code), ({ task }) => task, after);
    return tasks
      .filter((task) => waitsFor(who, task, context))
      .slice(0, limit)
      .map(({ task, unit, dept, part, state, edition, due }) => {
        const name = register.unitOf(unit)?.name ?? '';
        const stateName = nameOfState(state, wayOfTask(context, { unit, dept, part }));
        return { task, unit, name, dept, part, state, stateName, edition, due, overdue: due < now };
      });
  },
});

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const taskHistory = query({
  name: 'review.task.history',
  input: Type.Object({ round: Round, task: Type.String({ format: 'uuid' }) }, strict),
  may: (who) => who.posts.length > 0,
  async run(tx, { round, task: id }, { who }) {
    const { task } = await openTask(tx, who, round, id);
    return (await listDecisions(tx, task)).map(({ author: _, ...decision }) => decision);
  },
});

export const listMyNotices = query({
  name: 'review.notices.list',
  input: Type.Object(
    {
      /** Notice that was the last of the page before. */
      after: Type.Optional(Type.String({ format: 'uuid' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: NOTICES_PAGE })),
    },
    strict,
  ),
  may: () => true,
  async run(tx, { after, limit = NOTICES_PAGE }, { who }) {
    const rounds = await namesOfRounds(tx, who.tenant);
    const language = (await findReader(tx, who.account))?.language ?? 'zh';
    const notices = await listNotices(tx, who.tenant, who.account, { after, limit });
    return notices.map((notice) => ({ ...notice, says: sayNotice(notice, rounds, language) }));
  },
});

export const readMyNotices = action({
  name: 'review.notices.read',
  input: Type.Object({ notices: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200 }) }, strict),
  async load() {},
  may: () => true,
  async run(tx, { notices }, _, { who, now }) {
    const { numUpdatedRows } = (await readNotices(tx, who.tenant, who.account, notices, now)) ?? { numUpdatedRows: 0n };
    return { read: Number(numUpdatedRows) };
  },
  audit: ({ read }) => ({ about: 'notices', detail: { read } }),
});
