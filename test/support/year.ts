/** 清江市 in the middle of its year on the store: register, scheme, an open round, and people with posts. */
import { sampleFiles } from '../../sample/index.ts';
import { importWorkbook, openRound, previewWorkbook } from '../../src/collect/index.ts';
import { readWorkbook } from '../../src/engines/sheet/index.ts';
import { importUnits, readRegister } from '../../src/org/index.ts';
import {
  type Action,
  type Files,
  newId,
  type OpenDatabase,
  type Performing,
  type Role,
  transact,
  type Who,
} from '../../src/platform/index.ts';
import { publishScheme } from '../../src/scheme/index.ts';
import { testFiles } from './files.ts';

export const NOW = new Date('2026-02-10T02:00:00Z');
export const ROUND = 'duty-2025';

export interface Year {
  readonly open: OpenDatabase;
  readonly files: Files;
  readonly sample: ReadonlyMap<string, Uint8Array>;
  /** `unit` by its name; a person of the same name and post is the same person. */
  person(name: string, role: Role, unit: string, dept?: string): Promise<Who>;
  /** Performs as the person. */
  as<Out>(who: Who, action: Action<never, Out>, input: unknown, more?: Partial<Performing>): Promise<Out>;
  numberOf(unit: string): number;
}

/** Made once for all files a worker runs. */
let made: Year['sample'] | undefined;

/** The prefecture with its people, before any workbook came. */
export async function openYear(open: OpenDatabase, tenant = 1): Promise<Year> {
  const { db } = open;
  made ??= new Map(sampleFiles().map(({ path, content }) => [path, content]));
  const sample = made;
  const files = testFiles();
  await db
    .insertInto('tenant')
    .values({ tenant, code: `8800${tenant}`, name: '清江市', created_at: NOW })
    .execute();
  const people = new Map<string, Who>();
  const numbers = new Map<string, number>();
  const children = new Map<number, number[]>();
  const person: Year['person'] = async (name, role, unit, dept = '') => {
    const key = [name, role, unit, dept].join('\t');
    const known = people.get(key);
    if (known !== undefined) return known;
    const account = newId();
    const number = numbers.get(unit) ?? 0;
    await db
      .insertInto('account')
      .values({ account, login: `${name}-${account.slice(-6)}`, name, state: 'active', created_at: NOW })
      .execute();
    const post = { post: newId(), unit: number, dept, role };
    await db
      .insertInto('post')
      .values({ ...post, account, tenant, begins: '2025-01-01', created_at: NOW })
      .execute();
    const whole = unit === '清江市';
    const reach = whole ? '*' : [number, ...(children.get(number) ?? [])];
    const who: Who = { account, person: name, tenant, posts: [{ ...post, reach }], reach, address: '127.0.0.1' };
    people.set(key, who);
    return who;
  };
  const as: Year['as'] = (who, action, input, more) => action.perform({ db, files, who, now: NOW, ...more }, input);
  const given = (path: string): Uint8Array => sample.get(path) ?? Buffer.from('');
  const { rows } = readRegister(readWorkbook(given('figures/单位名录.xlsx'), '单位名录.xlsx').sheets, '单位名录.xlsx');
  const units = rows.map(({ code, name, kind, parent, host, attributes }) => ({
    code,
    name,
    kind,
    parent,
    host,
    attributes,
  }));
  await as(await person('陈系统', 'systemAdmin', '清江市'), importUnits as never, {
    begins: '2024-01-01',
    units: JSON.parse(JSON.stringify(units)),
  });
  const states = await transact(db, { tenant, reach: '*' }, (tx) => tx.selectFrom('unit_state').selectAll().execute());
  for (const { unit, name, parent, kind } of states) {
    if (kind !== 'school') numbers.set(name, unit);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const schemeFiles = Object.fromEntries(
    [...sample].flatMap(([path, content]) =>
      /^scheme\/[^/]+\.yaml$/.test(path) ? [[path.slice(7), Buffer.from(content).toString('utf8')]] : [],
    ),
  );
  const { version } = await as(
    await person('方方案', 'schemeAdmin', '清江市'),
    publishScheme as never as Action<never, { version: string }>,
    {
      files: schemeFiles,
    },
  );
  await as(await person('王督导', 'office', '清江市'), openRound as never, {
    round: ROUND,
    name: '2025年度自查自评',
    direction: 'upward',
    scheme: 'duty-2025',
    version,
    evaluee: states.find(({ kind }) => kind === 'prefecture')?.code,
    asOf: '2025-12-31',
    opens: '2026-01-10T00:00:00Z',
    due: '2026-03-31T15:59:59Z',
  });
  return { open, files, sample, person, as, numberOf: (unit) => numbers.get(unit) ?? 0 };
}

/** Drops a workbook of the sample as `who` and confirms what is shown. */
export async function dropWorkbook(year: Year, who: Who, name: string, content = year.sample.get(`figures/${name}`)) {
  const { sha256 } = await year.files.put(content ?? Buffer.from(''));
  const input = { round: ROUND, name, sha256 };
  const preview = await year.as(
    who,
    previewWorkbook as never as Action<never, Awaited<ReturnType<typeof previewWorkbook.perform>>>,
    input,
  );
  const done = await year.as(
    who,
    importWorkbook as never as Action<never, Awaited<ReturnType<typeof importWorkbook.perform>>>,
    { ...input, plan: preview.plan },
  );
  return { preview, done };
}
