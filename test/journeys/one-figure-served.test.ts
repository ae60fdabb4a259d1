/**
 * The journey of one figure through the running system, over HTTP, on the embedded database and on a PostgreSQL server:
 * a workbook comes in, a check stops it, it is submitted, returned, corrected in the workbook and accepted; the score moves;
 * the report is composed, walked back to the cell and the person, edited in Word and brought back, its bundle verified.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, firstStart, openApp } from '../../src/app/index.ts';
import { readWorkbook } from '../../src/engines/sheet/index.ts';
import { civilDay } from '../../src/platform/index.ts';
import { verifyBundle } from '../../src/report/index.ts';
import { type Reply, type Visitor, visit } from '../support/browser.ts';
import { emptyDatabase } from '../support/database.ts';
import { copyYear, type SignIns } from '../support/sample-year.ts';
import { setCell } from '../support/set-cell.ts';
import { type SystemPostgres, startSystemPostgres, systemBinaries } from '../support/system-postgres.ts';

/** Its own, of the operating system where one is installed; else a database of the server all tests use. */
interface Served {
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const shared = emptyDatabase();

async function startServer(folder: string): Promise<Served> {
  const bin = systemBinaries();
  const own: SystemPostgres | undefined = bin === undefined ? undefined : await startSystemPostgres(bin, folder);
  return { databaseUrl: urlOf(own?.connection ?? shared()), stop: async () => own?.stop() };
}

function urlOf({ host, port, user = '', password, database }: pg.ClientConfig): string {
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  return `postgres://${user}${secret}@${encodeURIComponent(host ?? '')}:${port}/${database}`;
}

const passwordsOf = (said: Awaited<ReturnType<typeof firstStart>>): SignIns =>
  Object.fromEntries(said.map(({ login, password }) => [login, password]));

/** The cell of this year, by the code beside it. */
function budgetCell(content: Uint8Array): { readonly sheet: string; readonly cell: string } {
  for (const { name, rows } of readWorkbook(content, 'test').sheets.filter(({ hidden }) => !hidden))
    for (const [row, cells] of rows)
      if (cells.some(({ value }) => value.kind === 'text' && value.text === 'supervisionBudget'))
        return { sheet: name, cell: `E${row}` };
  return expect.unreachable('supervisionBudget');
}

describe.each(['the embedded database', 'a PostgreSQL server'])('on %s', (kind) => {
  let folder = '';
  let server: Served | undefined;
  let app: App;
  let [office, li, zhou, liu, second]: Visitor[] = [];
  const person = (who: Visitor | undefined): Visitor => who ?? expect.unreachable('nobody signed in');

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'luzhi-figure-'));
    // The database runs as another user where the tests run as root.
    chmodSync(folder, 0o711);
    server = kind === 'a PostgreSQL server' ? await startServer(path.join(folder, 'server')) : undefined;
    const dataDir = path.join(folder, 'data');
    const made = server === undefined ? await copyYear(dataDir) : undefined;
    app = await openApp({
      dataDir,
      ...(server === undefined ? {} : { databaseUrl: server.databaseUrl }),
      log: { level: 'error' },
      now: () => new Date(),
    });
    expect(app.where === undefined).toBe(server !== undefined);
    const signIns = made ?? passwordsOf(await firstStart(app, true));
    const address = await app.listen(0);
    const enter = (login: string): Promise<Visitor> =>
      visit(address, login, signIns[login] ?? expect.unreachable(login));
    [office, li, zhou, liu, second] = [
      await enter('office'),
      await enter('881221-reporter'),
      await enter('881221-office'),
      await enter('881221-approver'),
      await enter('verifier'),
    ];
  });
  afterAll(async () => {
    await app.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ROUND = '/rounds/duty-2025';
  const ok = ({ status, body }: Reply) => {
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return body;
  };
  interface Task {
    readonly task: string;
    readonly name: string;
    readonly part: string;
    readonly edition: number;
    readonly state: string;
  }
  const taskOf = async (who: Visitor, part: string): Promise<Task> =>
    (ok(await who.get(`${ROUND}/tasks`)) as Task[]).find((task) => task.name === '云屏县' && task.part === part) ??
    expect.unreachable(`no task ${part}`);
  const step = async (who: Visitor, verb: string, part: string, more: object = {}): Promise<Reply> => {
    const { task, edition } = await taskOf(who, part);
    return who.post(`${ROUND}/tasks/${task}/${verb}`, { edition, ...more });
  };
  /** The workbook as it stands, with another budget of the supervision office typed into its cell, brought back. */
  const dropped = async (typed: string) => {
    const { task } = await taskOf(person(li), 'forms');
    const { bytes } = await person(li).get(`${ROUND}/tasks/${task}/workbook`);
    const name = '云屏县_2025.xlsx';
    const { sheet, cell } = budgetCell(bytes);
    const { sha256 } = ok(
      await person(li).post(
        '/files',
        setCell(bytes, sheet, cell, () => typed),
      ),
    );
    const asked = new URLSearchParams({ name, sha256 });
    return { name, sha256, preview: ok(await person(li).get(`${ROUND}/workbooks/preview?${asked}`)) };
  };
  const budgetOf = async (task: string): Promise<{ typed: string; version: number }> =>
    ok(await person(li).get(`${ROUND}/tasks/${task}`)).answers.find(
      ({ item, year }: { item: string; year: string }) => item === 'supervisionBudget' && year === 'now',
    );
  const scoreOf = async (): Promise<{ score: string; grade: string; undecided: number }> =>
    ok(await person(office).get(`${ROUND}/results`)).units.find(({ code }: { code: string }) => code === '881221');

  test("a filler sees their own tasks, and nobody else's", async () => {
    const mine = ok(await person(li).get(`${ROUND}/tasks`)) as Task[];
    expect(mine.map(({ name, part }) => `${name} ${part}`).sort()).toEqual(['云屏县 forms', '云屏县 schools']);
    const all = ok(await person(office).get(`${ROUND}/tasks`)) as Task[];
    const foreign = all.find(({ name }) => name === '石渡县') ?? expect.unreachable();
    expect(await person(li).get(`${ROUND}/tasks/${foreign.task}`)).toMatchObject({
      status: 404,
      body: { code: 'collect.taskMissing' },
    });
    expect((await person(li).get(`${ROUND}/results/881222`)).status).toBe(404);
    expect((await person(li).post('/units', { begins: '2026-01-01', units: [] })).status).toBeGreaterThanOrEqual(400);
  });

  test('the downloaded workbook comes back as it went: nothing is new in it', async () => {
    const { task } = await taskOf(person(li), 'forms');
    const { bytes } = await person(li).get(`${ROUND}/tasks/${task}/workbook`);
    const { sha256 } = ok(await person(li).post('/files', bytes));
    const preview = ok(await person(li).get(`${ROUND}/workbooks/preview?name=云屏县_2025.xlsx&sha256=${sha256}`));
    expect(preview).toMatchObject({ added: [], changed: [], ledgers: { added: 0, removed: 0 } });
    expect(preview.same).toBeGreaterThan(200);
  });

  test('submitted, returned with a reason, corrected and accepted, by five hands', async () => {
    ok(await step(person(li), 'submit', 'forms'));
    expect((await step(person(li), 'approve', 'forms')).status).toBe(403);
    const { task: seen, edition } = await taskOf(person(zhou), 'forms');
    const approve = (etag: string) => person(zhou).post(`${ROUND}/tasks/${seen}/approve`, {}, { 'if-match': etag });
    expect(await approve(`"${edition - 1}"`)).toMatchObject({ status: 409, body: { code: 'review.editionMoved' } });
    ok(await approve(`"${edition}"`));
    ok(await step(person(liu), 'approve', 'forms'));
    const { task } = await taskOf(person(office), 'forms');
    ok(await step(person(office), 'return', 'forms', { reason: '督导经费与预算批复不符，请核对' }));
    // What is no number is told with its cell before anything is taken over.
    const refused = await dropped('12O.50');
    expect(refused.preview.findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        at: expect.objectContaining({ cell: expect.stringMatching(/^E\d+$/) }),
      }),
    );
    const { preview, name, sha256 } = await dropped('120.50');
    expect(preview).toMatchObject({ added: [], changed: [{ row: { item: 'supervisionBudget', typed: '120.50' } }] });
    // Shown is not taken over: the figure stands as it stood until it is confirmed.
    expect((await budgetOf(task)).typed).not.toBe('120.50');
    ok(await person(li).post(`${ROUND}/workbooks`, { name, sha256, plan: preview.plan }));
    const { version } = await budgetOf(task);
    const reason = '按调整后的预算批复更正';
    const why = { item: 'supervisionBudget', year: 'now', typed: '120.50', seen: version, reason };
    const saved = ok(await person(li).post(`${ROUND}/tasks/${task}/figures`, { answers: [why] }));
    expect(saved.outcomes).toMatchObject([{ kind: 'saved', version: version + 1 }]);
    expect(await scoreOf()).toMatchObject({ score: '0.00', grade: '待定' });
    for (const part of ['forms', 'schools']) {
      ok(await step(person(li), 'submit', part));
      ok(await step(person(zhou), 'approve', part));
      ok(await step(person(liu), 'approve', part));
      ok(await step(person(office), 'accept', part));
    }
  });

  test('the score has moved, and says for each leaf why', async () => {
    const { score, undecided } = await scoreOf();
    expect(undecided).toBe(0);
    expect(score).toBe('90.35');
    const { results } = ok(await person(li).get(`${ROUND}/results/881221`));
    expect(
      results.every(({ why }: { why: string }) => why.endsWith('分。') || why.includes('不适用') || why.endsWith('。')),
    ).toBe(true);
  });

  test('a figure walks back to who typed it, who approved and who accepted', async () => {
    const walk = ok(await person(li).get(`${ROUND}/walk/881221/supervisionBudget`));
    expect(walk).toMatchObject({ how: 'stated', source: { kind: 'form' } });
    expect(walk.stated).toMatchObject({ typed: '120.50', reason: '按调整后的预算批复更正' });
    expect(walk.stated.decisions.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'submit',
      'approve',
      'approve',
      'accept',
    ]);
    const cell = ok(await person(office).get(`${ROUND}/walk/881221/gpbEduExp`));
    expect(cell.source).toMatchObject({ kind: 'cell', file: '云屏县_2025.xlsx' });
  });

  test('a report is composed from what is accepted, walked back, edited and brought back', async () => {
    const template = readFileSync(path.resolve(import.meta.dirname, '../../schemes/duty-2025/template.docx'));
    expect(await person(office).post(`${ROUND}/reports`, {})).toMatchObject({ body: { code: 'report.templateUnset' } });
    const filed = ok(await person(office).post('/files', new Uint8Array(template)));
    ok(await person(office).put(`${ROUND}/template`, { sha256: filed.sha256 }));
    const { report, draft } = ok(await person(office).post(`${ROUND}/reports`, {}));
    // Fourteen counties have not been accepted yet: the report says so itself.
    expect(draft).toBe(true);
    const { findings } = ok(await person(office).get(`${ROUND}/reports/${report}`));
    expect(findings.map(({ code }: { code: string }) => code)).toContain('report.slot.gap');
    const { bytes } = await person(office).get(`${ROUND}/reports/${report}/files/docx`);
    const trace = await person(office).get(`${ROUND}/reports/${report}/files/trace`);
    const slot = trace.body.slots.find(({ printed }: { printed: string }) => printed === '云屏县')?.slot;
    expect(ok(await person(office).get(`${ROUND}/reports/${report}/slots/${slot}/walk`)).slots.length).toBeGreaterThan(
      0,
    );
    const edited = setCell(Buffer.from(bytes), slot, '', () => '云屏市');
    const { sha256 } = ok(await person(office).post('/files', new Uint8Array(edited)));
    expect(ok(await person(office).post(`${ROUND}/reports/${report}/edited`, { sha256 }))).toMatchObject({
      version: 2,
      changed: [{ slot, was: expect.any(String), is: '云屏市' }],
    });
    const sealed = ok(await person(office).post(`${ROUND}/reports/${report}/bundles`, { version: 1 }));
    const bundle = await person(office).get(`${ROUND}/reports/${report}/bundles/${sealed.sha256}`);
    const verdict = verifyBundle(new Uint8Array(bundle.bytes), 'bundle.zip');
    expect(verdict).toMatchObject({ manifest: { seal: sealed.seal, version: 1, evaluee: '清江市' }, findings: [] });
    expect(verdict.counted.links).toBeGreaterThan(10);
    expect((await person(li).get(`${ROUND}/reports/${report}/bundles/${sealed.sha256}`)).status).toBe(403);
    const signedOn = civilDay(new Date());
    const signed = { to: '已签发', number: '清府办〔2026〕18号', signatory: '周明', signedOn };
    const advance = (body: object) => person(office).post(`${ROUND}/reports/${report}/advance`, body);
    expect(await advance({ to: '送审' })).toMatchObject({ body: { code: 'report.reasonWanted' } });
    expect(await advance({ to: '送审', reason: '先行报送' })).toMatchObject({
      body: { code: 'report.secondPersonWanted' },
    });
    ok(await person(office).post(`${ROUND}/reports/${report}/ask`, { to: '送审', reason: '各县材料后补，先行报送' }));
    expect(await advance(signed)).toMatchObject({ body: { code: 'report.secondPersonWanted' } });
    expect((await person(second).post(`${ROUND}/reports/${report}/advance`, signed)).status).toBe(403);
  });
});
