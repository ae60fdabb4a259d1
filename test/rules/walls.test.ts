/**
 * Nobody sees past their own wall: every role of one county, and of a bureau, at every route with every id of another
 * county. Nothing of the other is read, counted, written or told.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/app/routes.ts';
import { listTasks } from '../../src/collect/index.ts';
import { Problem } from '../../src/kernel/index.ts';
import { newId, ROLES, type Role, toJson, transact, type Who } from '../../src/platform/index.ts';
import { testDatabase } from '../support/database.ts';
import { dropWorkbook, NOW, openYear, ROUND, type Year } from '../support/year.ts';

const open = testDatabase();
const MINE = '云屏县';
const OTHER = '石渡县';
const OTHER_CODE = '881222';
let year: Year;
let theirs: readonly string[];
/** Content of the other county's workbook. */
let workbook: string;
/** What only the other county said: its name, its code, and what it typed. */
let marks: readonly string[];

const everything = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);

beforeAll(async () => {
  year = await openYear(open());
  for (const county of [MINE, OTHER])
    await dropWorkbook(year, await year.person(`${county}填报`, 'reporter', county), `${county}_2025.xlsx`);
  workbook = (await year.files.put(year.sample.get(`figures/${OTHER}_2025.xlsx`) ?? new Uint8Array())).sha256;
  const number = year.numberOf(OTHER);
  theirs = (await everything((tx) => listTasks(tx, 1, ROUND)))
    .filter(({ unit }) => unit === number)
    .map(({ task }) => task);
  const typed = await everything((tx) =>
    tx.selectFrom('figure_version').select(['subject', 'typed']).where('kind', '=', 'quantity').execute(),
  );
  const mine = new Set(typed.filter(({ subject }) => subject !== number).map((row) => row.typed));
  const own = typed.filter((row) => row.subject === number && row.typed.length > 6 && !mine.has(row.typed));
  marks = [OTHER, OTHER_CODE, ...theirs, ...own.map((row) => row.typed)];
  expect(marks.length).toBeGreaterThan(20);
});

/** Words for every field the routes know, each naming something of the other county. */
const inputsFor = (path: string): readonly Record<string, unknown>[] => {
  const given: Record<string, readonly unknown[]> = {
    round: [ROUND],
    task: theirs,
    unit: [OTHER_CODE],
    item: ['gpbEduExp', 'staffOnPosts'],
    indicator: ['A1.1'],
    report: [newId()],
    form: ['docx'],
    slot: ['s001'],
    // What the other county is called, so that a search would find it.
    q: [OTHER],
    section: ['summary', 'funding'],
    name: ['上报.xlsx'],
    sha256: [workbook],
  };
  const fields = [...path.matchAll(/:(\w+)/g)]
    .map(([, field = '']) => field)
    .concat(path === '/search' ? ['q', 'round'] : [], path.endsWith('/workbooks/preview') ? ['name', 'sha256'] : []);
  return fields.reduce<readonly Record<string, unknown>[]>(
    (inputs, field) =>
      inputs.flatMap((input) => (given[field] ?? [newId()]).map((value) => ({ ...input, [field]: value }))),
    [{}],
  );
};
const BODIES: readonly Record<string, unknown>[] = [
  {},
  { edition: 1 },
  { edition: 1, reason: '再看看' },
  { edition: 1, take: true },
  { edition: 1, body: [{ kind: 'paragraph', content: [{ text: '改写' }] }] },
  { reason: '再看看', unfinished: true },
  { edition: 1, reason: '再看看', due: '2027-01-01T00:00:00Z' },
  { edition: 1, subject: 1, item: 'staffOnPosts', period: 'calendar(2025)', version: 1 },
  { answers: [{ item: 'staffOnPosts', year: 'now', typed: '1', seen: 0 }] },
  { points: '1', reason: '理由', basis: '依据' },
  { sha256: '0'.repeat(64) },
];

/** The register names units and holds nothing they said; the record of what was done names tasks too. */
const REGISTER: ReadonlySet<string> = new Set(['/units', '/register', '/units/:unit/history', '/search']);
const RECORD: ReadonlySet<string> = new Set(['/audit', '/audit/export']);

async function tryAll(who: Who, { readsRegister = false } = {}): Promise<number> {
  let asked = 0;
  for (const { path, action } of ROUTES) {
    for (const input of inputsFor(path)) {
      for (const body of action.writes ? BODIES : [{}]) {
        asked += 1;
        const { db, files } = { ...year, db: open().db };
        const answer = await action.perform({ db, files, who, now: NOW }, { ...input, ...body }).catch((error) => {
          if (!(error instanceof Problem) && !/^no content/.test(String(error?.message))) throw error;
          return { code: error.code, data: JSON.stringify(error.data ?? {}).replaceAll(OTHER_CODE, '') };
        });
        // What was asked for may be said back; nothing else may.
        const told = toJson(answer).replaceAll(JSON.stringify(input).slice(1, -1), '');
        const named = [
          ...(readsRegister && (REGISTER.has(path) || RECORD.has(path)) ? [OTHER, OTHER_CODE] : []),
          ...(readsRegister && RECORD.has(path) ? theirs : []),
        ];
        for (const mark of marks.filter((each) => !named.includes(each))) {
          const echoed = Object.values(input).includes(mark);
          if (!echoed) expect(told.includes(mark), `${who.posts[0]?.role} ${path} told ${mark}`).toBe(false);
        }
      }
    }
  }
  return asked;
}

const stateOf = () =>
  everything(async (tx) =>
    toJson([
      await tx
        .selectFrom('task')
        .select(['task', 'state', 'edition'])
        .where('task', 'in', [...theirs])
        .orderBy('task')
        .execute(),
      await tx
        .selectFrom('figure_version')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('subject', '=', year.numberOf(OTHER))
        .execute(),
      await tx.selectFrom('score').selectAll().execute(),
      await tx.selectFrom('round').select(['round', 'state', 'revision']).execute(),
      await tx.selectFrom('decision').select('decision').execute(),
      await tx.selectFrom('report').selectAll().execute(),
      await tx.selectFrom('section').selectAll().execute(),
      await tx.selectFrom('section_version').select(['section', 'unit', 'version']).execute(),
    ]),
  );

test.each(ROLES.filter((role) => !role.endsWith('Admin')))(
  'a %s of one county reaches nothing of another',
  async (role: Role) => {
    const before = await stateOf();
    expect(await tryAll(await year.person(`${MINE}${role}`, role, MINE))).toBeGreaterThan(40);
    expect(await stateOf()).toBe(before);
  },
);

test.each(ROLES.filter((role) => role.endsWith('Admin')))(
  'a %s keeps the system and reads no figures',
  async (role: Role) => {
    const before = await stateOf();
    const admin = await year.person(`市${role}`, role, '清江市');
    await tryAll({ ...admin, reach: [] }, { readsRegister: true });
    expect(await stateOf()).toBe(before);
  },
);

test('a bureau of the prefecture sees its own task, and of counties nothing', async () => {
  const before = await stateOf();
  await tryAll(await year.person('财政填报', 'reporter', '清江市', 'CZ'), { readsRegister: true });
  expect(await stateOf()).toBe(before);
});

test.each([
  ['a reporter of another county', MINE, ''],
  ['a bureau of the prefecture', '清江市', 'CZ'],
])('to %s a task is answered as one that does not exist, whatever is read of it', async (_, unit, dept) => {
  const who = await year.person(`${unit}${dept}读`, 'reporter', unit, dept);
  const { db, files } = { ...year, db: open().db };
  const reads = ROUTES.filter(({ path, action }) => !action.writes && path.includes('/tasks/:task'));
  expect(reads.length).toBeGreaterThan(8);
  for (const { path, action } of reads) {
    const codeOf = (task: string) =>
      action.perform({ db, files, who, now: NOW }, { ...inputsFor(path)[0], task }).then(
        () => 'answered',
        ({ code }) => code,
      );
    const told = await codeOf(newId());
    expect(told, path).not.toBe('answered');
    for (const task of theirs) expect(await codeOf(task), path).toBe(told);
  }
});

const together = (a: Who, b: Who): Who => ({
  ...a,
  posts: [...a.posts, ...b.posts],
  reach: a.reach === '*' || b.reach === '*' ? '*' : [...a.reach, ...b.reach],
});
const BUREAU = ['reporter', 'approver'] as const;

describe.each(ROLES.filter((role) => !role.endsWith('Admin')))('a %s of one county who is also', (role: Role) => {
  test.each(BUREAU)(
    '%s of a bureau of the prefecture reads and writes what the one or the other may',
    async (other) => {
      const before = await stateOf();
      const [here, there] = [
        await year.person(`${MINE}${role}`, role, MINE),
        await year.person(`财政${other}`, other, '清江市', 'CZ'),
      ];
      const both = together(here, there);
      await tryAll(both, { readsRegister: true });
      expect(await stateOf()).toBe(before);
      const { db, files } = { ...year, db: open().db };
      for (const { path, action } of ROUTES.filter((route) => !route.action.writes)) {
        for (const input of inputsFor(path)) {
          const opens = (who: Who) =>
            action.perform({ db, files, who, now: NOW }, input).then(
              () => true,
              () => false,
            );
          if (!(await opens(both))) continue;
          expect((await opens(here)) || (await opens(there)), `${path} ${JSON.stringify(input)}`).toBe(true);
        }
      }
    },
  );
});

test('the database itself shows a county nothing of another, whatever a query asks', async () => {
  const who = await year.person(`${MINE}填报`, 'reporter', MINE);
  const number = year.numberOf(OTHER);
  const seen = await transact(open().db, who, async (tx) => ({
    figures: await tx.selectFrom('figure').select('item').where('subject', '=', number).execute(),
    versions: await tx.selectFrom('figure_version').select('typed').where('subject', '=', number).execute(),
    tasks: await tx.selectFrom('task').select('task').where('unit', '=', number).execute(),
    rows: await tx.selectFrom('ledger_row').select('row').where('unit', '=', number).execute(),
    evidence: await tx.selectFrom('evidence').select('title').where('unit', '=', number).execute(),
    own: await tx
      .selectFrom('figure')
      .select(({ fn }) => fn.countAll<bigint>().as('n'))
      .executeTakeFirstOrThrow(),
  }));
  expect(seen).toMatchObject({ figures: [], versions: [], tasks: [], rows: [], evidence: [] });
  expect(seen.own.n).toBeGreaterThan(100n);
});
