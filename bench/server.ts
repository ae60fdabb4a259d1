/**
 * The server as a real process, this process as its load: starts, entry beside the same statements made by themselves,
 * a workbook, the last minute before a deadline, memory at rest.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../src/platform/embedded/index.ts';
import { type Visitor, visit } from '../test/support/browser.ts';
import type { BenchRow } from './row.ts';

const ROUND = '/rounds/duty-2025';
const FILLERS = 15;
const SAVING_MS = 6_000;
const LAST_MINUTE = 500;
const ITEM = 'ruralTeachersPaid';

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly signIns: ReadonlyMap<string, string>;
  readonly upMs: number;
}

export async function run(folder: string): Promise<readonly BenchRow[]> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const { connection, stop } = await openEmbedded({ dataDir: path.join(folder, 'db'), log: () => {} });
  const { host, port, user, password, database } = connection;
  const url = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
  try {
    const first = await startServer(folder, url);
    const fillers = await hireFillers(first);
    const [ours, raw] = [await saveFor(fillers), await rawSaves(connection)];
    const beside = await besideEvaluation(fillers, first);
    const sheet = await dropSchools(first);
    const minute = await lastMinute(fillers, connection);
    await stopServer(first);
    const again = await startServer(folder, url);
    const memory = await idleMegabytes(again.child);
    await stopServer(again);
    const share = ours.perSecond / raw;
    return [
      row('first start with the whole sample year', first.upMs / 1_000, 's', '10 s', first.upMs <= 10_000),
      row('later start', again.upMs / 1_000, 's', '2 s', again.upMs <= 2_000),
      row('idle server', memory, 'MB', '200 MB', memory < 200),
      {
        ...row(
          `entry: one save, ${FILLERS} people at once`,
          1_000 / ours.perSecond,
          'ms',
          '80 % of the statements',
          share >= 0.8,
          ours.checked,
        ),
        peer: { name: 'the same statements over pg', value: 1_000 / raw },
      },
      row('entry: p99 beside a running evaluation', beside, 'ms', '100 ms', beside < 100),
      row('school list of a county previewed and taken over', sheet, 's', '1 s', sheet < 1),
      row(
        `${LAST_MINUTE} requests in the last minute, all answered, none lost, none doubled`,
        minute.seconds,
        's',
        '60 s',
        minute.seconds < 60 && minute.checked,
        minute.checked,
      ),
    ];
  } finally {
    await stop();
  }
}

const row = (
  work: string,
  ours: number,
  unit: BenchRow['unit'],
  text: string,
  reached: boolean,
  checked = true,
): BenchRow => ({
  work,
  ours,
  unit,
  target: { text, reached },
  checked,
});

async function startServer(folder: string, url: string): Promise<Running> {
  const main = path.resolve(import.meta.dirname, '../src/cli/main.ts');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=4',
      '--heap-growing-percent=40',
      main,
      'serve',
      '--sample',
      '--port',
      '0',
      '--data',
      path.join(folder, 'data'),
    ],
    {
      env: { ...process.env, LUZHI_DATABASE_URL: url, LANG: 'zh_CN.UTF-8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  const signIns = new Map<string, string>();
  for await (const piece of child.stdout) {
    said += String(piece);
    if (/^ {2}audit\t\S+\t/m.test(said) || (/开启：\S+\n/.test(said) && !said.includes('首次'))) break;
  }
  const upMs = performance.now() - began;
  child.stdout.resume();
  for (const [, login = '', secret = ''] of said.matchAll(/^ {2}(\S+)\t(\S+)\t/gm)) signIns.set(login, secret);
  return { child, address: /http:\/\/\S+/.exec(said)?.[0] ?? '', signIns, upMs };
}

async function stopServer({ child }: Running): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function idleMegabytes({ pid }: ChildProcess): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

interface Filler {
  readonly visitor: Visitor;
  readonly task: string;
  version: number;
}

/** A filler of the bench in each county, by the security administrator. */
async function hireFillers({ address, signIns }: Running): Promise<Filler[]> {
  const enter = (login: string) => visit(address, login, signIns.get(login) ?? '');
  const [security, office] = [await enter('security'), await enter('office')];
  const tasks = (await office.get(`${ROUND}/tasks`)).body as {
    task: string;
    unit: number;
    dept: string;
    part: string;
    state: string;
  }[];
  const counties = tasks.filter(
    ({ dept, part, state }) => dept === '' && part === 'forms' && (state === 'draft' || state === 'returned'),
  );
  const fillers: Filler[] = [];
  for (const { task, unit } of counties.slice(0, FILLERS)) {
    const login = `bench-${unit}`;
    const made = (await security.post('/accounts', { login, name: `测${unit}`, post: { unit, role: 'reporter' } }))
      .body;
    const password = `${crypto.randomUUID()}Aa1`;
    await (await visit(address, login, made.password)).post('/own/password', { old: made.password, password });
    const visitor = await visit(address, login, password);
    const { answers } = (await visitor.get(`${ROUND}/tasks/${task}`)).body;
    const held = answers.find(({ item, year }: { item: string; year: string }) => item === ITEM && year === 'now');
    fillers.push({ visitor, task, version: held?.version ?? 0 });
  }
  return fillers;
}

async function saveOnce(filler: Filler): Promise<boolean> {
  const { visitor, task, version } = filler;
  const answers = [{ item: ITEM, year: 'now', typed: String(1_000 + version), seen: version, reason: '测试写入' }];
  const { body } = await visitor.post(`${ROUND}/tasks/${task}/figures`, { answers });
  const [outcome] = body.outcomes ?? [];
  if (outcome?.kind !== 'saved') return false;
  filler.version = outcome.version;
  return true;
}

async function saveFor(fillers: readonly Filler[], times?: number[]): Promise<{ perSecond: number; checked: boolean }> {
  for (const filler of fillers) await saveOnce(filler);
  const [began, until] = [performance.now(), performance.now() + SAVING_MS];
  let [done, refused] = [0, 0];
  await Promise.all(
    fillers.map(async (filler) => {
      while (performance.now() < until) {
        const start = performance.now();
        if (await saveOnce(filler)) done += 1;
        else refused += 1;
        times?.push(performance.now() - start);
      }
    }),
  );
  return { perSecond: (done * 1_000) / (performance.now() - began), checked: refused === 0 };
}

/** The statements that file a figure, and nothing else: version, pointer, task, audit, in one transaction. */
async function rawSaves(connection: pg.ClientConfig): Promise<number> {
  const pool = new pg.Pool({ ...connection, max: FILLERS });
  const [key] = (await pool.query(`select * from figure where item = $1 limit 1`, [ITEM])).rows;
  const tasks = (
    await pool.query(
      `select distinct task, subject, reporter, dept, period, latest from figure where item = $1 limit $2`,
      [ITEM, FILLERS],
    )
  ).rows;
  const until = performance.now() + SAVING_MS;
  let done = 0;
  await Promise.all(
    tasks.map(async (of, at) => {
      let version = 100_000 + of.latest;
      while (performance.now() < until) {
        version += 1;
        const client = await pool.connect();
        const figure = [key.tenant, key.round, of.subject, ITEM, of.period, of.reporter, of.dept, 'own'];
        await client.query('begin');
        await client.query(`select set_config('luzhi.tenant', '1', true), set_config('luzhi.units', '*', true)`);
        await client.query('select 1 from task where tenant = $1 and round = $2 and task = $3 for update', [
          key.tenant,
          key.round,
          of.task,
        ]);
        await client.query(
          `insert into figure_version (tenant, round, subject, item, period, reporter, dept, scope, version, kind, steps, unit, typed, source, task, author, person, at)
          values ($1,$2,$3,$4,$5,$6,$7,$8,$9,'quantity',1,'人','1','{}',$10,$11,'测',now())`,
          [...figure, version, of.task, crypto.randomUUID()],
        );
        await client.query(
          `update figure set latest = $9, returned = null where tenant = $1 and round = $2 and subject = $3 and item = $4
          and period = $5 and reporter = $6 and dept = $7 and scope = $8`,
          [...figure, version],
        );
        await client.query('update task set edition = edition + 1 where tenant = $1 and round = $2 and task = $3', [
          key.tenant,
          key.round,
          of.task,
        ]);
        await client.query(
          `insert into audit (tenant, entry, at, account, person, action, about, detail, address) values ($1, $2, now(), $2, '测', 'bench', 'task', '{}', '${at}')`,
          [key.tenant, crypto.randomUUID()],
        );
        await client.query('commit');
        client.release();
        done += 1;
      }
    }),
  );
  await pool.query(
    `update figure f set latest = (select max(version) from figure_version v where v.tenant = f.tenant and v.round = f.round
    and v.subject = f.subject and v.item = f.item and v.period = f.period and v.reporter = f.reporter and v.dept = f.dept and v.scope = f.scope and version < 100000)
    where item = $1`,
    [ITEM],
  );
  await pool.query(`delete from figure_version where item = $1 and version > 100000`, [ITEM]);
  await pool.end();
  return (done * 1_000) / SAVING_MS;
}

async function besideEvaluation(fillers: readonly Filler[], { address, signIns }: Running): Promise<number> {
  const office = await visit(address, 'office', signIns.get('office') ?? '');
  const times: number[] = [];
  let over = false;
  const evaluating = (async () => {
    while (!over) await office.get(`${ROUND}/results`);
  })();
  await saveFor(fillers, times);
  over = true;
  await evaluating;
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

async function dropSchools({ address, signIns }: Running): Promise<number> {
  const filler = await visit(address, '881221-reporter', signIns.get('881221-reporter') ?? '');
  const { task } = ((await filler.get(`${ROUND}/tasks`)).body as { task: string; part: string }[]).find(
    ({ part }) => part === 'schools',
  ) ?? { task: '' };
  const { bytes } = await filler.get(`${ROUND}/tasks/${task}/workbook`);
  const began = performance.now();
  const { sha256 } = (await filler.post('/files', bytes)).body;
  const { plan } = (await filler.get(`${ROUND}/workbooks/preview?name=a.xlsx&sha256=${sha256}`)).body;
  await filler.post(`${ROUND}/workbooks`, { name: 'a.xlsx', sha256, plan });
  return (performance.now() - began) / 1_000;
}

/** Everyone presses at once, each request twice with one key; counted in the database afterwards. */
async function lastMinute(fillers: readonly Filler[], connection: pg.ClientConfig) {
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
