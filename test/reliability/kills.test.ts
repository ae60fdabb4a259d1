/**
 * Kill -9 in the middle of everything people do: what was answered is there, nothing is half done, the audit chain holds.
 * `npm run test:reliability` kills a hundred times; `npm test` a few.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstStart, openApp } from '../../src/app/index.ts';
import { verifyAudit } from '../../src/platform/index.ts';
import { type Reply, type Visitor, visit } from '../support/browser.ts';
import { emptyDatabase } from '../support/database.ts';
import { type System, systemOn } from './system.ts';

const KILLS = Number(process.env.LUZHI_KILLS ?? 4);
/** People work for a while of this length at most before the kill. */
const WHILE_MS = 2_500;
/** A system that came up and answers nothing for so long is killed all the same. */
const WARM_MS = 30_000;
/** For everything that was left lying. */
const TAKEN_OVER_MS = 120_000;
const ROUND = '/rounds/duty-2025';

const data = mkdtempSync(path.join(tmpdir(), 'luzhi-kills-'));
const database = emptyDatabase();
let databaseUrl: string;
let system: System;
let owner: pg.Client;
let people: Record<'li' | 'zhou' | 'liu' | 'office', Visitor>;
let template: string;

/** What was answered, and how many requests never were. */
const answered = {
  saves: [] as { typed: string; version: number }[],
  evidence: [] as { evidence: string; sha256: string; content: string }[],
  steps: 0,
  reports: [] as { report: string; docx: string }[],
  imports: 0,
};
let unknown = { steps: 0 };
let count = 0;

beforeAll(async () => {
  const { host, port, user = '', password, database: name } = database();
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  databaseUrl = `postgres://${user}${secret}@${encodeURIComponent(host ?? '')}:${port}/${name}`;
  const app = await openApp({ dataDir: data, databaseUrl, log: { level: 'silent' }, now: () => new Date() });
  const signIns = await firstStart(app, true);
  await app.close();
  system = await systemOn(databaseUrl, data);
  await system.start();
  const enter = (login: string) =>
    visit(system.address, login, signIns.find((each) => each.login === login)?.password ?? expect.unreachable(login));
  people = {
    li: await enter('881221-reporter'),
    zhou: await enter('881221-office'),
    liu: await enter('881221-approver'),
    office: await enter('office'),
  };
  owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const bytes = new Uint8Array(
    readFileSync(path.resolve(import.meta.dirname, '../../schemes/duty-2025/template.docx')),
  );
  template = (await people.office.post('/files', bytes)).body.sha256;
  expect((await people.office.put(`${ROUND}/template`, { sha256: template })).status).toBe(200);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await system.kill();
  rmSync(data, { recursive: true, force: true });
});

interface Task {
  readonly task: string;
  readonly name: string;
  readonly part: string;
  readonly edition: number;
  readonly state: string;
}
const taskOf = async (part: string): Promise<Task> =>
  ((await people.li.get(`${ROUND}/tasks`)).body as Task[]).find((task) => task.part === part) ??
  expect.unreachable(part);
const isDone = ({ status }: Reply): boolean => status < 300;

/** Each does one thing and notes the answer; a request the kill swallows throws. */
const WORK: readonly (() => Promise<void>)[] = [
  async function save() {
    const { task } = await taskOf('forms');
    const form = (await people.li.get(`${ROUND}/tasks/${task}`)).body;
    const held = form.answers.find(
      (answer: { item: string; year: string }) => answer.item === 'ruralTeachersPaid' && answer.year === 'now',
    );
    count += 1;
    const typed = String(10_000 + count);
    const saved = await people.li.post(`${ROUND}/tasks/${task}/figures`, {
      answers: [{ item: 'ruralTeachersPaid', year: 'now', typed, seen: held?.version ?? 0, reason: '按台账更正' }],
    });
    const [outcome] = saved.body.outcomes ?? [];
    if (outcome?.kind === 'saved') answered.saves.push({ typed, version: outcome.version });
  },
  async function proof() {
    const { task } = await taskOf('forms');
    count += 1;
    const content = `%PDF-1.7 ${count} ${'.'.repeat(200_000)}`;
    const { sha256 } = (await people.li.post('/files', new TextEncoder().encode(content))).body;
    const filed = await people.li.post(`${ROUND}/tasks/${task}/evidence`, {
      title: `批复 ${count}`,
      mode: 'upload',
      content: { sha256, name: '批复.pdf' },
      items: [],
      indicators: ['B4.1'],
    });
    if (isDone(filed)) answered.evidence.push({ evidence: filed.body.evidence, sha256, content });
  },
  async function step() {
    const { task, state, edition } = await taskOf('schools');
    const [who, verb] = ({
      countyReview: [people.zhou, 'approve'],
      governmentApproval: [people.liu, 'approve'],
      cityReview: [people.office, 'accept'],
      accepted: [people.office, 'return'],
    }[state] ?? [people.li, 'submit']) as [Visitor, string];
    unknown = { steps: unknown.steps + 1 };
    const taken = await who.post(`${ROUND}/tasks/${task}/${verb}`, {
      edition,
      ...(verb === 'return' ? { reason: '请再核对' } : {}),
    });
    unknown = { steps: unknown.steps - 1 };
    if (isDone(taken)) answered.steps += 1;
  },
  async function report() {
    const composed = await people.office.post(`${ROUND}/reports`, {});
    if (isDone(composed)) answered.reports.push({ report: composed.body.report, docx: composed.body.docx });
  },
  async function drop() {
    const { task } = await taskOf('forms');
    const { bytes } = await people.li.get(`${ROUND}/tasks/${task}/workbook`);
    const { sha256 } = (await people.li.post('/files', bytes)).body;
    const preview = (await people.li.get(`${ROUND}/workbooks/preview?name=a.xlsx&sha256=${sha256}`)).body;
    const done = await people.li.post(`${ROUND}/workbooks`, { name: 'a.xlsx', sha256, plan: preview.plan });
    if (isDone(done)) answered.imports += 1;
  },
];

const composed = (): number => answered.reports.length + answered.imports;

/** Everyone goes on with their work until the kill cuts them off; reports and workbooks take turns, for they take long. */
async function workUntilKilled(kill: number): Promise<void> {
  let over = false;
  const [before, composedBefore] = [answered.saves.length, composed()];
  // Every other time what takes long is answered once before the end comes; else it is cut off on its way.
  const isBegun = (): boolean => answered.saves.length > before && (kill % 2 === 0 || composed() > composedBefore);
  const busy = WORK.filter((_, at) => at < 3 || at === 3 + (kill % 2)).map(async (work) => {
    while (!over) {
      try {
        await work();
      } catch {
        return;
      }
    }
  });
  // A system that has just come up reads scheme and register first.
  for (let waited = 0; !isBegun() && waited < WARM_MS; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * WHILE_MS));
  await system.kill();
  over = true;
  await Promise.all(busy);
}

const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

async function expectNothingLost(): Promise<void> {
  const saved = await rows(`select version, typed from figure_version where item = 'ruralTeachersPaid'`);
  const known = new Set(saved.map(({ version, typed }) => `${version} ${typed}`));
  expect(answered.saves.filter(({ version, typed }) => !known.has(`${version} ${typed}`))).toEqual([]);
  const records = new Map(
    (await rows('select evidence, sha256 from evidence where sha256 is not null')).map((row) => [
      row.evidence,
      row.sha256,
    ]),
  );
  for (const { evidence, sha256 } of answered.evidence) expect(records.get(evidence)).toBe(sha256);
  const [{ taken }] =
    await rows(`select count(*)::integer as taken from decision d join task t using (tenant, round, task)
    where t.part = 'schools' and t.unit = (select unit from unit_state where code = '881221' limit 1)`);
  expect(taken).toBeGreaterThanOrEqual(answered.steps);
  expect(taken).toBeLessThanOrEqual(answered.steps + unknown.steps);
  const reports = new Set((await rows('select report from report')).map(({ report }) => report));
  expect(answered.reports.filter(({ report }) => !reports.has(report))).toEqual([]);
  const [{ imports }] = await rows('select count(*)::integer as imports from audit where action = $1', [
    'collect.workbook.import',
  ]);
  expect(imports).toBeGreaterThanOrEqual(answered.imports);
}

async function expectNothingHalfDone(): Promise<void> {
  expect(
    await rows(`select f.item from figure f left join figure_version v
      using (tenant, round, subject, item, period, reporter, dept, scope)
      group by f.tenant, f.round, f.subject, f.item, f.period, f.reporter, f.dept, f.scope, f.latest
      having f.latest is distinct from max(v.version)`),
  ).toEqual([]);
  const named =
    await rows(`select docx as sha256 from report union select html from report union select trace from report
    union select content from snapshot union select results from snapshot
    union select sha256 from evidence where sha256 is not null`);
  for (const { sha256 } of named) {
    const content = readFileSync(path.join(data, 'files/sha256', sha256.slice(0, 2), sha256));
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  }
  expect(
    await rows(`select task from task t where edition < (select count(*) from decision d
    where d.tenant = t.tenant and d.round = t.round and d.task = t.task)`),
  ).toEqual([]);
}

/**
 * What was asked of a system that died is done by the next: its time is over a minute after its last word. A job that was
 * killed five times is given up, and says so.
 */
async function expectNothingLeftLying(): Promise<void> {
  await system.start();
  await rows(`update job set taken_until = now() - interval '1 second' where state = 'running'`);
  const lying = `select kind, state, attempts from job
    where kind in ('report.compose', 'collect.workbook.import') and state <> 'done'`;
  const waiting = `${lying} and state <> 'failed'`;
  const until = Date.now() + TAKEN_OVER_MS;
  while ((await rows(waiting)).length > 0 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await rows(waiting)).toEqual([]);
  const givenUp = await rows(lying);
  expect(givenUp.filter(({ attempts }) => attempts < 5)).toEqual([]);
  const [{ asked, made }] = await rows(`select (select count(*)::integer from report) as made,
    (select count(*)::integer from job where kind = 'report.compose' and outcome = 'null') as asked`);
  // One that was given up may have been done before its last end.
  expect(made).toBeGreaterThanOrEqual(asked);
  expect(made).toBeLessThanOrEqual(asked + givenUp.filter(({ kind }) => kind === 'report.compose').length);
  expect(made).toBeGreaterThanOrEqual(answered.reports.length);
}

test(`killed ${KILLS} times in the middle of work, nothing that was answered is lost and nothing is half done`, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    await workUntilKilled(kill);
    await expectNothingLost();
    await expectNothingHalfDone();
    await system.start();
  }
  const { saves, evidence, steps } = answered;
  const done = { saves: saves.length, evidence: evidence.length, steps, composed: composed() };
  console.log(`${KILLS} kills; answered before them: ${JSON.stringify(done)}`);
  for (const [what, times] of Object.entries(done)) expect(times, what).toBeGreaterThan(0);
  await system.kill();
  await expectNothingLeftLying();
  await expectNothingHalfDone();
  await system.kill();
  const app = await openApp({ dataDir: data, databaseUrl, log: { level: 'silent' }, now: () => new Date() });
  const outside = { heads: await app.heads.read(), files: app.files };
  const { sealed, findings } = await verifyAudit(app.database.db, 1, outside).finally(() => app.close());
  expect(findings).toEqual([]);
  expect(sealed).toBeGreaterThan(KILLS);
}, 3_600_000);
