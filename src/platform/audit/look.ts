/** The record as its auditor sees it: rows by what they are about, page by page, and as a table to take away. */
import Type, { type Static } from 'typebox';
import type { Who } from '../access/contract.ts';
import { query } from '../action/action.ts';
import { type Tx, widened } from '../action/transact.ts';
import { accountsNamed, rowsWanted, tasksNamed, type Wanted } from './look.store.ts';
import { mayAudit } from './policy.ts';

const PAGE = 100;
const EXPORTED_MOST = 100_000;
const Words = Type.String({ minLength: 1, maxLength: 100 });
const Instant = Type.String({ format: 'date-time' });

const FILTERS = {
  /** `review.task.return`, or `review` for all of a stage. */
  action: Type.Optional(Type.String({ pattern: '^[a-zA-Z]+(\\.[a-zA-Z]+)*$', maxLength: 100 })),
  person: Type.Optional(Words),
  /** Part of what it was about or of its details: an item's code, a login. */
  words: Type.Optional(Words),
  /** Code of a unit. */
  unit: Type.Optional(Words),
  since: Type.Optional(Instant),
  until: Type.Optional(Instant),
};
const Filters = Type.Object(FILTERS, { additionalProperties: false });

export const listAudit = query({
  name: 'audit.rows.list',
  input: Type.Object(
    {
      ...FILTERS,
      after: Type.Optional(Type.String({ format: 'uuid' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE })),
    },
    { additionalProperties: false },
  ),
  may: mayAudit,
  run: (tx, { after, limit = PAGE, ...filters }, { who }) =>
    namedRows(tx, who, { ...wantedOf(filters), ...(after === undefined ? {} : { after }) }, limit),
});

export const exportAudit = query({
  name: 'audit.rows.export',
  input: Filters,
  may: mayAudit,
  async run(tx, filters, { who }) {
    const rows = await namedRows(tx, who, wantedOf(filters), EXPORTED_MOST);
    const lines = rows.map(({ at, seq, person, action, about, object, detail, address }) =>
      [seq ?? '', at.toISOString(), person, action, about, object ?? '', JSON.stringify(detail), address]
        .map((cell) => inCell(String(cell)))
        .join(','),
    );
    // Excel and WPS take a CSV for UTF-8 only with its mark.
    return `\uFEFF${[HEADS.join(','), ...lines].join('\r\n')}\r\n`;
  },
});

const HEADS = ['序号', '时间', '操作人', '操作', '对象', '对象名称', '内容', '地址'];

/** Quoted always; a cell that a spreadsheet would take for a formula is kept text. */
const inCell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const wantedOf = ({ since, until, ...filters }: Static<typeof Filters>): Wanted => ({
  ...filters,
  ...(since === undefined ? {} : { since: new Date(since) }),
  ...(until === undefined ? {} : { until: new Date(until) }),
});

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What numbers of tasks and accounts stand for, where it is known. */
async function namedRows(tx: Tx, who: Who, wanted: Wanted, limit: number) {
  return widened(tx, who, async () => {
    const rows = await rowsWanted(tx, who.tenant, wanted, limit);
    const ids = [...new Set(rows.flatMap(({ about }) => UUID.exec(about) ?? []))];
    const names = new Map<string, string>();
    for (const { task, name, dept, round } of await tasksNamed(tx, who.tenant, ids))
      names.set(task, [name, dept, round].filter(Boolean).join(' · '));
    for (const { account, name, login } of await accountsNamed(tx, ids)) names.set(account, `${name}（${login}）`);
    return rows.map((row) => {
      const object = names.get(UUID.exec(row.about)?.[0] ?? '');
      return { ...row, ...(object === undefined ? {} : { object }) };
    });
  });
}
