import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import { setCell } from '../../../test/support/set-cell.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { messages as collect } from '../../collect/index.ts';
import { extractSlots, openWord, readData, readParagraphs } from '../../engines/word/index.ts';
import { sayWith } from '../../kernel/index.ts';
import { type Action, FilesProblem, transact, verifyAudit, type Who } from '../../platform/index.ts';
import type { TraceFile } from '../contract.ts';
import { messages } from '../index.ts';
import { readReportPages, textPlaces } from '../reading/read-pages.ts';
import { answerRemark } from '../remarks/answer-remark.ts';
import { readRemarks } from '../remarks/read-remarks.ts';
import { remarkReport } from '../remarks/remark-report.ts';
import { advanceReport } from './advance-report.ts';
import { askAdvance } from './ask-advance.ts';
import { compareVersions } from './compare-versions.ts';
import { composeReport } from './compose-report.ts';
import { correctRegistration } from './correct-registration.ts';
import { correctReport } from './correct-report.ts';
import { discardReport } from './discard-report.ts';
import { fileEditedReport } from './file-edited.ts';
import { readHistory } from './read-history.ts';
import { downloadReport, listReports, readReport } from './read-report.ts';
import { restoreFigures } from './restore-figures.ts';
import { setReportTemplate } from './set-template.ts';
import { type WalkedSlot, walkSlot } from './walk-slot.ts';

const open = testDatabase();
let year: Year;
let people: Record<'li' | 'wang' | 'zhao' | 'gao', Who>;
let report = '';
let template = '';
const TEMPLATE = path.resolve(import.meta.dirname, '../../../schemes/duty-2025/template.docx');

const as = <Out>(who: Who, action: unknown, input: object = {}): Promise<Out> =>
  year.as(who, action as Action<never, Out>, { round: ROUND, ...input });
const refusal = async (doing: Promise<unknown>): Promise<string> => {
  const thrown = await doing.then(
    () => expect.unreachable('was not refused'),
    (error) => error,
  );
  for (const table of [messages.zh, messages.en, collect.zh, collect.en])
    if (thrown.code in table) expect(sayWith(table)(thrown).length).toBeGreaterThan(10);
  return thrown.code;
};
const walk = (who: Who, slot: string) => as<{ version: number; slots: WalkedSlot[] }>(who, walkSlot, { report, slot });
const advance = (who: Who, to: string, more: object = {}) =>
  as<{ state: string; errors: number }>(who, advanceReport, { report, to, ...more });
const ask = (who: Who, to: string, reason?: string) =>
  as<{ asked: boolean }>(who, askAdvance, { report, to, ...(reason === undefined ? {} : { reason }) });
const contentOf = async (form: string, version?: number) =>
  (await as<{ content: Uint8Array }>(people.wang, downloadReport, { report, form, version })).content;
const accept = () =>
  transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx.updateTable('ledger_row').set({ accepted: true }).where('latest', '=', true).execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });

beforeAll(async () => {
  year = await openYear(open());
  people = {
    li: await year.person('李晨', 'reporter', '云屏县'),
    wang: await year.person('王督导', 'office', '清江市'),
    zhao: await year.person('赵复核', 'office', '清江市'),
    gao: await year.person('高领导', 'reader', '清江市'),
  };
  await dropWorkbook(year, people.li, '云屏县_2025.xlsx');
  await accept();
  template = (await year.files.put(readFileSync(TEMPLATE))).sha256;
});

test('a report is composed by the office of the evaluee, from a template it has set', async () => {
  expect(await refusal(as(people.li, composeReport))).toBe('platform.forbidden');
  expect(await refusal(as(people.gao, composeReport))).toBe('platform.forbidden');
  expect(await refusal(as(people.li, setReportTemplate, { sha256: template }))).toBe('platform.forbidden');
  expect(await refusal(as(people.wang, composeReport))).toBe('report.templateUnset');
  const plain = await year.files.put(readFileSync(TEMPLATE).subarray(0, 200));
  await expect(as(people.wang, setReportTemplate, { sha256: plain.sha256 })).rejects.toThrow();
  await as(people.wang, setReportTemplate, { sha256: template });
});

test('composed, the report is filed with its findings, and drafts are not shown outside the office', async () => {
  const made = await as<{ report: string; version: number; draft: boolean }>(people.wang, composeReport);
  report = made.report;
  expect(made).toMatchObject({ version: 1, draft: true });
  expect(await refusal(as(people.li, listReports))).toBe('platform.forbidden');
  expect(await refusal(as(people.li, readReport, { report }))).toBe('platform.forbidden');
  const missing = '00000000-0000-7000-8000-000000000000';
  expect(await refusal(as(people.wang, composeReport, { report: missing }))).toBe('report.missing');
  expect(await refusal(as(people.gao, readReport, { report: missing }))).toBe('report.missing');
  expect(await as<unknown[]>(people.gao, listReports)).toMatchObject([{ report, kind: 'composed', state: '起草' }]);
  const { findings } = await as<{ findings: { code: string }[] }>(people.gao, readReport, { report });
  expect(findings.map(({ code }) => code)).toContain('report.slot.gap');
  const html = Buffer.from(await contentOf('html')).toString();
  expect(html).toContain('云屏县');
});

test('a printed figure walks to the cell, the version and the person, as of the snapshot', async () => {
  const trace = JSON.parse(Buffer.from(await contentOf('trace')).toString()) as TraceFile;
  // A figure that units state, by its item alone.
  const slot = trace.slots.find(
    ({ cells, formula }) => /^\w+$/.test(formula) && cells.some(({ file }) => file === '云屏县_2025.xlsx'),
  );
  if (slot === undefined) expect.unreachable('no figure is from the workbook');
  const named = `${slot?.slot}.${slot?.occurrence}`;
  expect(await refusal(walk(people.li, named))).toBe('platform.forbidden');
  expect(await refusal(walk(people.wang, 's9999'))).toBe('report.slotUnknown');
  const before = await walk(people.wang, named);
  const statement = before.slots[0]?.statements.find(({ stated }) => stated !== undefined);
  expect(statement).toMatchObject({
    how: 'stated',
    unit: { name: '云屏县' },
    source: { kind: 'cell', file: '云屏县_2025.xlsx' },
    stated: { version: 1, person: '李晨' },
  });
  // What is accepted afterwards does not change what the report was made from.
  await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.updateTable('figure').set({ accepted: null }).execute(),
  );
  expect(await walk(people.wang, named)).toEqual(before);
  await accept();
});

test('an edited copy is filed as the next version, with each figure that was changed', async () => {
  const trace = JSON.parse(Buffer.from(await contentOf('trace')).toString()) as TraceFile;
  const slot = trace.slots.find(({ printed }) => printed === '云屏县')?.slot ?? '';
  const edited = setCell(Buffer.from(await contentOf('docx')), slot, '', () => '云屏市');
  const { sha256 } = await year.files.put(edited);
  expect(await refusal(as(people.gao, fileEditedReport, { report, sha256 }))).toBe('platform.forbidden');
  expect(await as(people.wang, fileEditedReport, { report, sha256 })).toMatchObject({
    version: 2,
    changed: [{ slot, is: '云屏市' }],
  });
  expect(Buffer.from(await contentOf('docx'))).toEqual(Buffer.from(edited));
  expect(Buffer.from(await contentOf('docx', 1))).not.toEqual(Buffer.from(edited));
});

test('a figure typed over is found, given back, and both versions stand', async () => {
  const pages = await as<Awaited<ReturnType<typeof readReportPages.perform>>>(people.gao, readReportPages, { report });
  expect(pages).toMatchObject({ version: 2, kind: 'edited', mayWrite: false });
  const compared = await as<{ changed: { slot: string; occurrence: number; was: string; is: string }[] }>(
    people.gao,
    compareVersions,
    { report, from: 1, to: 2 },
  );
  const [change] = compared.changed;
  expect(change).toMatchObject({ is: '云屏市' });
  const slots = [`${change?.slot}.${change?.occurrence}`];
  expect(await refusal(as(people.gao, restoreFigures, { report, slots }))).toBe('platform.forbidden');
  expect(await refusal(as(people.wang, restoreFigures, { report, slots: ['s9999'] }))).toBe('report.nothingToRestore');
  const restored = await as<{ version: number }>(people.zhao, restoreFigures, { report, slots });
  expect(restored).toMatchObject({ version: 3, restored: [{ was: '云屏市', is: change?.was }] });
  expect(await as(people.gao, compareVersions, { report, from: 1, to: 3 })).toMatchObject({ changed: [], prose: [] });
  expect(await refusal(as(people.gao, compareVersions, { report, from: 1, to: 9 }))).toBe('report.missing');
  // The edited copy is brought again: it is what goes on.
  const { sha256 } = await year.files.put(Buffer.from(await contentOf('docx', 2)));
  await as(people.wang, fileEditedReport, { report, sha256 });
});

test('findings lie where their words are, though the mark of a draft moved every paragraph', async () => {
  const pages = await as<Awaited<ReturnType<typeof readReportPages.perform>>>(people.gao, readReportPages, {
    report,
    version: 1,
  });
  const texts = new Map(textPlaces(pages.blocks).map(({ paragraph, text }) => [paragraph, text]));
  const placed = pages.findings.filter(({ place }) => place !== null);
  expect(placed.length).toBeGreaterThan(0);
  for (const { place, quote } of placed) {
    const words = texts.get(place?.paragraph ?? -1)?.slice(place?.start, place?.end) ?? '';
    if (quote === undefined) expect(words).toMatch(/缺|—|\d/);
    else expect(words).toBe(quote);
  }
  expect(pages.figures.length).toBeGreaterThan(50);
  // What lies in the figures alone says whose they are.
  const ofFigures = pages.findings.filter(({ at }) => 'unit' in at && !('paragraph' in at) && !('slot' in at));
  expect(ofFigures.length).toBeGreaterThan(0);
  for (const { zh } of ofFigures) expect(zh).toMatch(/[县市区]/);
});

test('remarks are made by readers, answered, closed by the office, and reopened by who began', async () => {
  const place = { version: 1, paragraph: 3, quote: '教育' };
  const add = (who: Who, words: string) => as<{ remark: string }>(who, remarkReport, { report, ...place, words });
  expect(await refusal(add(people.li, '看一下'))).toBe('platform.forbidden');
  await add(people.wang, '此处请财政局核对');
  const { remark } = await add(people.gao, '增幅偏低，请说明');
  const answer = (who: Who, kind: string) => as(who, answerRemark, { report, remark, kind, words: '已补充' });
  expect(await refusal(answer(people.gao, 'reopen'))).toBe('report.remarkOpen');
  await answer(people.zhao, 'close');
  expect(await refusal(answer(people.gao, 'answer'))).toBe('report.remarkClosed');
  await answer(people.gao, 'reopen');
  const missing = '00000000-0000-7000-8000-000000000000';
  expect(await refusal(as(people.gao, answerRemark, { report, remark: missing, kind: 'close' }))).toBe(
    'report.remarkMissing',
  );
  const threads = await as<{ closed: boolean; answers: { kind: string }[] }[]>(people.gao, readRemarks, { report });
  expect(threads.map(({ closed, answers }) => [closed, answers.map(({ kind }) => kind)])).toEqual([
    [false, []],
    [false, ['close', 'reopen']],
  ]);
});

const signed = { number: '清府办〔2026〕18号', signatory: '周明', signedOn: '2026-02-06' };
/** As it was typed at first. */
const mistyped = { ...signed, number: '清府办〔2026〕81号', signedOn: '2026-02-05' };

test('a report with errors is signed only with a reason and by a second person, and then stands', async () => {
  expect(await refusal(advance(people.gao, '送审'))).toBe('platform.forbidden');
  expect(await refusal(advance(people.wang, '已公示'))).toBe('report.wayUnknown');
  const reason = '先行报送，其余各县材料后补';
  expect(await refusal(advance(people.wang, '送审'))).toBe('report.reasonWanted');
  expect(await refusal(advance(people.wang, '送审', { reason }))).toBe('report.secondPersonWanted');
  // Who asked is not the second person either; what was asked carries the reason.
  expect(await refusal(ask(people.gao, '送审', reason))).toBe('platform.forbidden');
  expect(await refusal(ask(people.zhao, '送审', reason))).toBe('report.nobodyToConfirm');
  await year.person('孙宁', 'office', '清江市');
  expect(await ask(people.zhao, '送审', reason)).toMatchObject({ asked: true, confirmers: ['孙宁'] });
  expect(await refusal(advance(people.zhao, '送审'))).toBe('report.secondPersonWanted');
  await ask(people.zhao, '送审');
  await transact(open().db, { tenant: 1, reach: '*' }, (tx) => tx.deleteFrom('notice').execute());
  await ask(people.wang, '送审', reason);
  const told = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('notice').select(['account', 'data']).where('kind', '=', 'report.ask').execute(),
  );
  // Who wrote the version cannot confirm it, and is not told.
  expect(told.map(({ account }) => account)).toContain(people.zhao.account);
  expect(told.map(({ account }) => account)).not.toContain(people.wang.account);
  expect(told[0]).toMatchObject({ data: { report, to: '送审', person: '王督导', reason } });
  expect((await advance(people.zhao, '送审')).errors).toBeGreaterThan(0);
  const submitted = Buffer.from(await contentOf('submitted'));
  const texts = readParagraphs(openWord(submitted, 's.docx')).map(({ text }) => text);
  expect(texts).toContain('未解决问题清单');
  // What was let go with a reason says no more that it may not go.
  expect(texts.filter((text) => text.includes('不得送审'))).toEqual([]);
  expect(await refusal(as(people.wang, discardReport, { report, reason: '不要了' }))).toBe('report.discardSent');
  expect(texts.some((text) => text.includes(reason))).toBe(true);
  expect(await refusal(as(people.wang, composeReport, { report }))).toBe('report.filed');
  expect(await refusal(advance(people.zhao, '已签发'))).toBe('report.signatureWanted');
  for (const number of ['清府办2026-18', '清府办[2026]18号', ' 清府办〔2026〕18号'])
    expect(await refusal(advance(people.wang, '已签发', { ...signed, number }))).toBe('report.numberForm');
  const tomorrow = '2026-02-11';
  expect(await refusal(advance(people.wang, '已签发', { ...signed, signedOn: tomorrow }))).toBe('report.dayToCome');
  await advance(people.wang, '已签发', mistyped);
  expect(await refusal(advance(people.zhao, '起草'))).toBe('report.wayUnknown');
  const publish = (publishedOn: string) =>
    advance(people.wang, '已公示', { publishedOn, publishedIn: '市政府门户网站' });
  expect(await refusal(publish(tomorrow))).toBe('report.dayToCome');
  expect(await refusal(publish('2026-02-04'))).toBe('report.dayBefore');
  await publish('2026-02-07');
  const put = (who: Who, more: object) => as(who, correctRegistration, { report, reason: '录入时写错', ...more });
  expect(await refusal(put(people.gao, signed))).toBe('platform.forbidden');
  expect(await refusal(put(people.wang, { ...signed, reason: '' }))).toBe('platform.inputRefused');
  expect(await refusal(put(people.wang, mistyped))).toBe('report.registrationSame');
  expect(await refusal(put(people.wang, { sentTo: '省政府' }))).toBe('report.registrationEarly');
  expect(await refusal(put(people.wang, { signedOn: '2026-02-08' }))).toBe('report.dayBefore');
  expect(await put(people.wang, signed)).toMatchObject({
    was: { number: mistyped.number, signedOn: mistyped.signedOn },
    is: { number: signed.number, signedOn: signed.signedOn },
  });
  // A day that is not given is today.
  await advance(people.wang, '已报送', { sentTo: '省政府教育督导委员会' });
  await advance(people.wang, '已归档');
  expect(await refusal(put(people.wang, mistyped))).toBe('report.registrationFiled');
  const { state, filing } = await as<{ state: string; filing: object }>(people.gao, readReport, { report });
  expect([state, filing]).toMatchObject([
    '已归档',
    {
      ...signed,
      publishedOn: '2026-02-07',
      sentOn: '2026-02-10',
      sentTo: '省政府教育督导委员会',
      reason,
      by: '赵复核',
    },
  ]);
  const { sha256 } = await year.files.put(Buffer.from(await contentOf('docx')));
  expect(await refusal(as(people.wang, fileEditedReport, { report, sha256 }))).toBe('report.filed');
});

test('the issued copy carries number and signatory as registered, no control and no data of ours', async () => {
  const issued = await contentOf('issued');
  const texts = readParagraphs(openWord(issued, 'issued.docx')).map(({ text }) => text);
  expect(texts.filter((text) => text.includes(signed.number))).toEqual([expect.stringContaining('签发人：周明')]);
  expect(texts.filter((text) => /^2026年2月\d+日$/.test(text))).toEqual(['2026年2月6日']);
  const data = {
    file: 'issued.docx',
    slots: extractSlots(issued, 'issued.docx'),
    data: readData(issued, 'issued.docx'),
  };
  expect(data).toEqual({ file: 'issued.docx', slots: [], data: undefined });
  // It was a draft with something to correct; what was signed is none any more, on paper and on the screen.
  const linesOf = (bytes: Uint8Array) => readParagraphs(openWord(bytes, 'r.docx')).map(({ text }) => text);
  expect(linesOf(await contentOf('docx')).filter((text) => text.startsWith('【草稿】'))).toHaveLength(1);
  for (const form of ['issued', 'pdf'])
    expect(linesOf(await contentOf(form)).filter((text) => text.startsWith('【草稿】'))).toEqual([]);
  const pages = (version?: number) =>
    as<Awaited<ReturnType<typeof readReportPages.perform>>>(people.gao, readReportPages, { report, version });
  const shown = async (version?: number) => textPlaces((await pages(version)).blocks).map(({ text }) => text);
  expect((await shown()).filter((text) => text.startsWith('【草稿】'))).toEqual([]);
  expect((await shown()).some((text) => text.includes(signed.number))).toBe(true);
  expect((await shown(1)).filter((text) => text.startsWith('【草稿】'))).toHaveLength(1);
});

test('a figure wrong after the signature gets a correction, never a new filed report', async () => {
  const fix = {
    report,
    unit: '881221',
    item: 'gpbEduExp',
    year: 'now',
    was: '',
    typed: '',
    reason: '决算批复晚于填报',
    basis: '云财教〔2026〕31号',
    consent: '李晨',
  };
  const held = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx
      .selectFrom('figure_version')
      .select(['typed', 'steps', 'subject'])
      .where('item', '=', fix.item)
      .where('period', '=', 'calendar(2025)')
      .where('subject', '=', year.numberOf('云屏县'))
      .executeTakeFirstOrThrow(),
  );
  // A tenth of what the year before had: growth turns into a fall.
  const right = { ...fix, was: held.typed, typed: (Number(held.typed) / 10).toFixed(2) };
  expect(await refusal(as(people.gao, correctReport, right))).toBe('platform.forbidden');
  expect(await refusal(as(people.wang, correctReport, { ...right, consent: '王督导' }))).toBe('report.consentOwn');
  expect(await refusal(as(people.wang, correctReport, { ...right, basis: '' }))).toBe('platform.inputRefused');
  expect(await refusal(as(people.wang, correctReport, right))).toBe('collect.taskClosed');
  await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.updateTable('task').set({ state: 'locked' }).execute(),
  );
  expect(await refusal(as(people.wang, correctReport, { ...right, was: '1' }))).toBe('collect.figureMoved');
  expect(await refusal(as(people.wang, correctReport, { ...right, typed: '约三亿' }))).toBe(
    'collect.correctionRefused',
  );
  expect(await refusal(as(people.wang, correctReport, { ...right, item: 'nothing' }))).toBe('collect.notAccepted');
  const done = await as<Awaited<ReturnType<typeof correctReport.perform>>>(people.wang, correctReport, right);
  expect(done).toMatchObject({ version: 5, was: right.was, is: right.typed, figureVersion: 2 });
  expect(done.printed.length).toBeGreaterThan(0);
  expect(done.printed.every(({ version, state }) => version === 4 && state === '已归档')).toBe(true);
  expect(done.scores).toContainEqual({ unit: '881221', was: expect.any(String), is: expect.any(String) });
  expect(done.scores.some(({ indicator }) => indicator !== undefined)).toBe(true);
  expect(done.evidence.length).toBeGreaterThan(0);
  const versions = await as<{ version: number; kind: string; state: string }[]>(people.gao, listReports);
  expect(versions.map(({ version, kind, state }) => `${version} ${kind} ${state}`).sort()).toEqual([
    '1 composed 起草',
    '2 edited 起草',
    '3 edited 起草',
    '4 edited 已归档',
    '5 correction 起草',
  ]);
  expect(await refusal(as(people.wang, correctReport, { ...right, was: right.typed }))).toBe('report.notSigned');
  const { filing } = await as<{ filing: object }>(people.gao, readReport, { report });
  expect(filing).toMatchObject({ correction: { of: 4, was: right.was, typed: right.typed, consent: '李晨' } });
});

test('every step is on the record with the person who took it', async () => {
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('audit').select(['action', 'person']).where('action', 'like', 'report.%').orderBy('entry').execute(),
  );
  expect(rows.map(({ action, person }) => `${person} ${action}`)).toEqual([
    '王督导 report.template.set',
    '王督导 report.compose',
    '王督导 report.edited.file',
    '赵复核 report.figures.restore',
    '王督导 report.edited.file',
    '王督导 report.remark.add',
    '高领导 report.remark.add',
    '赵复核 report.remark.answer',
    '高领导 report.remark.answer',
    '赵复核 report.advance.ask',
    '赵复核 report.advance.ask',
    '王督导 report.advance.ask',
    '赵复核 report.advance',
    '王督导 report.advance',
    '王督导 report.advance',
    '王督导 report.registration.correct',
    '王督导 report.advance',
    '王督导 report.advance',
    '王督导 report.correct',
  ]);
  expect(await refusal(as(people.li, readHistory, { report }))).toBe('platform.forbidden');
  const history = await as<{ action: string; person: string; detail: object }[]>(people.gao, readHistory, { report });
  expect(history.slice(0, 5)).toMatchObject([
    { action: 'report.correct' },
    { detail: { state: '已归档' } },
    { detail: { state: '已报送', sentOn: '2026-02-10', sentTo: '省政府教育督导委员会' } },
    { detail: { was: { number: mistyped.number }, is: { number: signed.number }, reason: '录入时写错' } },
    { person: '王督导', detail: { state: '已公示', publishedOn: '2026-02-07', publishedIn: '市政府门户网站' } },
  ]);
  expect(history.at(-1)).toMatchObject({ action: 'report.compose', detail: { version: 1 } });
});

test('a report file that was changed, or put in the place of the one filed, is told by the verification', async () => {
  const verify = async () => (await verifyAudit(open().db, 1, { files: year.files })).findings;
  expect(await verify()).toEqual([]);
  const { docx } = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('report').select('docx').where('version', '=', 1).limit(1).executeTakeFirstOrThrow(),
  );
  const other = await year.files.put(Buffer.from('另一份报告'));
  const point = (from: string, to: string) =>
    ownerOf(open(), `update report set docx = '${to}' where docx = '${from}' and version = 1`);
  await point(docx, other.sha256);
  expect(await verify()).toMatchObject([
    { code: 'audit.report.replaced', severity: 'error', data: { report, version: '1' } },
  ]);
  await point(other.sha256, docx);
  const damaged = { ...year.files, read: () => Promise.reject(FilesProblem.damaged({ sha256: docx })) };
  const findings = (await verifyAudit(open().db, 1, { files: damaged })).findings;
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['audit.report.damaged']));
  // Every version but the issued copies' own: composed, edited, given back and corrected.
  expect(findings.length).toBeGreaterThanOrEqual(4);
});

test('a second report made by mistake is discarded by who made it, for a reason', async () => {
  const twin = await as<{ report: string }>(people.wang, composeReport);
  const discard = (who: Who) => as(who, discardReport, { report: twin.report, reason: '重复生成' });
  expect(await refusal(discard(people.gao))).toBe('platform.forbidden');
  expect(await refusal(discard(people.zhao))).toBe('report.discardForeign');
  await discard(people.wang);
  expect(await refusal(as(people.wang, readReport, { report: twin.report }))).toBe('report.missing');
  const listed = await as<{ report: string }[]>(people.gao, listReports);
  expect(new Set(listed.map((each) => each.report))).toEqual(new Set([report]));
});
