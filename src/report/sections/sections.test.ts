/** Sections written, reviewed, put into the report and taken back from an edited copy, on the store. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TSchema } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { bodyOf, editText } from '../../../test/support/docx.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { extractSlots, issueCopy, readTexts } from '../../engines/word/index.ts';
import { type Finding, sayWith } from '../../kernel/index.ts';
import { type Action, newId, toJson, transact, type Who } from '../../platform/index.ts';
import { lockRoundAfter, unlockRound } from '../../review/index.ts';
import type { TraceFile } from '../contract.ts';
import { composeReport } from '../filed/compose-report.ts';
import { fileEditedReport } from '../filed/file-edited.ts';
import { downloadReport, readReport } from '../filed/read-report.ts';
import { setReportTemplate } from '../filed/set-template.ts';
import { walkSlot } from '../filed/walk-slot.ts';
import { messages } from '../index.ts';
import type { SectionBody, ShownSlot } from './contract.ts';
import { type ListedSection, listSections, readSection } from './look.ts';
import { saveSection } from './save-section.ts';
import { settleProposal } from './settle-proposal.ts';
import { acceptSection, approveSection, returnSection, submitSection, withdrawSection } from './take-section-step.ts';

const open = testDatabase();
const lockRound = lockRoundAfter(async () => []);
let year: Year;
let people: Record<'qian' | 'sun' | 'approver' | 'wang' | 'zhao' | 'county' | 'other' | 'leader' | 'bureau', Who>;
const CITY = '清江市';
const TEMPLATE = path.resolve(import.meta.dirname, '../../../schemes/duty-2025/template.docx');

const as = <Out>(who: Who, action: Action<TSchema, Out>, input: object = {}, more = {}): Promise<Out> =>
  year.as(who, action as unknown as Action<never, Out>, { round: ROUND, ...input }, more);
const refusal = async (doing: Promise<unknown>): Promise<string> => {
  const thrown = await doing.then(
    () => expect.unreachable('was not refused'),
    (error) => error,
  );
  for (const table of [messages.zh, messages.en])
    if (thrown.code in table) expect(sayWith(table)(thrown).length).toBeGreaterThan(10);
  return thrown.code;
};
let city = '';
let yunping = '';
const FUNDING = () => ({ unit: city, section: 'funding' });
const SUMMARY = () => ({ unit: yunping, section: 'summary' });
const text = (...words: string[]): SectionBody =>
  words.map((each) => ({ kind: 'paragraph', content: [{ text: each }] }));
const LONG =
  '全市坚持把教育作为财政支出重点领域予以优先保障，完善经费投入稳定增长机制，加强资金管理，定期开展绩效评价，确保每一笔钱都花在学生身上。';
const GOOD: SectionBody = [
  { kind: 'heading', content: [{ text: '3.着力落实教育经费' }] },
  {
    kind: 'paragraph',
    content: [
      { text: '全市一般公共预算教育支出' },
      { slot: 'gpbEduExpWhole', format: '亿元 2', label: '全市教育支出' },
      { text: '亿元，' },
      { slot: 'GROWTH(gpbEduExpWhole)', format: '比上年增长/比上年下降 % 2' },
      { text: `。${LONG}` },
    ],
  },
  { kind: 'list', items: [[{ text: '建立生均拨款制度；' }], [{ text: '加强专项资金管理。' }]] },
];
const editionOf = async (which: object, who = people.wang) => (await as(who, readSection, which)).edition;
const save = (who: Who, body: SectionBody, edition: number, which: object = FUNDING()) =>
  as(who, saveSection, { ...which, body, edition });
const shownOf = async (who: Who, body: SectionBody) => {
  const saved = await save(who, body, await editionOf(FUNDING()));
  if (saved.kind === 'conflict' || saved.shown === undefined) return expect.unreachable('conflict');
  return saved.shown;
};
const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);
const step = async (who: Who, action: typeof submitSection, more: object = {}, which: object = FUNDING()) =>
  as(who, action, { ...which, edition: await editionOf(which), ...more });
const revision = () =>
  transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('change').select(['kind', 'about']).orderBy('revision', 'desc').limit(1).executeTakeFirst(),
  );

beforeAll(async () => {
  year = await openYear(open());
  people = {
    qian: await year.person('钱财政', 'reporter', CITY, 'CZ'),
    sun: await year.person('孙财政', 'reporter', CITY, 'CZ'),
    approver: await year.person('李局长', 'approver', CITY, 'CZ'),
    wang: await year.person('王督导', 'office', CITY),
    zhao: await year.person('赵督导', 'office', CITY),
    county: await year.person('云屏填报', 'reporter', '云屏县'),
    other: await year.person('石渡填报', 'reporter', '石渡县'),
    leader: await year.person('周市长', 'reader', CITY),
    bureau: await year.person('组织部填报', 'reporter', CITY, 'ZZ'),
  };
  await dropWorkbook(year, people.qian, '清江市_财政局_2025.xlsx');
  await dropWorkbook(year, people.county, '云屏县_2025.xlsx');
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });
  const all = await as(people.wang, listSections);
  city = all.find(({ unitName }) => unitName === CITY)?.unit ?? '';
  yunping = all.find(({ unitName }) => unitName === '云屏县')?.unit ?? '';
});

test('each sees the sections of its own department and unit; the office and leaders all', async () => {
  const seen = async (who: Who): Promise<readonly string[]> =>
    (await as(who, listSections)).map(({ unitName, section }: ListedSection) => `${unitName} ${section}`);
  expect(await seen(people.county)).toEqual(['云屏县 summary']);
  expect(await seen(people.qian)).toEqual(['清江市 funding']);
  expect(await seen(people.bureau)).toEqual(['清江市 partyLeadership']);
  const all = await seen(people.wang);
  expect(all.slice(0, 3)).toEqual(['清江市 partyLeadership', '清江市 moralEducation', '清江市 supervision']);
  expect(all.filter((each) => each.endsWith(' summary')).length).toBeGreaterThan(14);
  expect(await seen(people.leader)).toEqual(all);
  const [mine] = await as(people.qian, listSections);
  expect(mine).toMatchObject({ mine: true, may: ['save'], state: 'draft', stateName: '撰写中', edition: 0, most: 800 });
});

test('a section that is not mine is not there, and who may read it may not write it', async () => {
  for (const who of [people.other, people.bureau, people.county])
    expect(await refusal(as(who, readSection, FUNDING()))).toBe('report.sectionMissing');
  expect(await refusal(as(people.other, readSection, SUMMARY()))).toBe('report.sectionMissing');
  expect(await refusal(save(people.other, GOOD, 0, SUMMARY()))).toBe('report.sectionMissing');
  expect(await refusal(save(people.wang, GOOD, 0))).toBe('platform.forbidden');
  expect(await refusal(save(people.leader, GOOD, 0))).toBe('platform.forbidden');
  expect(await refusal(as(people.wang, readSection, { unit: city, section: 'summary' }))).toBe('report.sectionMissing');
  expect(await refusal(save(people.qian, [{ kind: 'table' }] as never, 0))).toBe('platform.inputRefused');
});

test('a draft is saved as a version, the same words are none, and an older edition is shown what stands', async () => {
  expect(await save(people.qian, text(LONG), 0)).toMatchObject({ kind: 'saved', edition: 1, version: 1 });
  expect(await save(people.qian, text(LONG), 1)).toMatchObject({ kind: 'same', edition: 1, version: 1 });
  expect(await save(people.sun, text('另一段话。'), 0)).toMatchObject({
    kind: 'conflict',
    edition: 1,
    version: 1,
    person: '钱财政',
    body: text(LONG),
  });
  const typing = await as(people.qian, saveSection, { ...FUNDING(), body: text(LONG), edition: 1, check: false });
  expect(typing).toEqual({ kind: 'same', edition: 1, version: 1 });
  const once = { key: newId() };
  const twice = [1, 2].map(() =>
    as(people.sun, saveSection, { ...FUNDING(), body: text(`${LONG}补充。`), edition: 1 }, once),
  );
  const [first, second] = await Promise.all(twice);
  expect(JSON.parse(toJson(second))).toEqual(JSON.parse(toJson(first)));
  const read = await as(people.wang, readSection, FUNDING());
  expect(read).toMatchObject({ version: 2, body: text(`${LONG}补充。`) });
  expect(read.versions.map(({ version, person }) => [version, person])).toEqual([
    [2, '孙财政'],
    [1, '钱财政'],
  ]);
  expect((await as(people.wang, readSection, { ...FUNDING(), version: 1 })).body).toEqual(text(LONG));
  expect(await refusal(as(people.wang, readSection, { ...FUNDING(), version: 9 }))).toBe('report.sectionMissing');
});

test('what is wrong in a text is found: blanks, contradictions, stale years, unknown figures, length', async () => {
  const found = await shownOf(people.qian, [
    ...text('投入XX亿元。', '教育支出48.00亿元，比上年40.00亿元增长10.00%。', '2021年，各项工作扎实推进。'),
    { kind: 'paragraph', content: [{ slot: 'noSuchItem' }, { slot: 'gpbEduExpWhole', format: '人' }] },
  ]);
  expect(codes(found.findings)).toEqual(
    expect.arrayContaining(['TX-1', 'YOY-4', 'TM-3', 'report.slot.unresolved', 'report.slot.format']),
  );
  const unknown = found.findings.find(({ code }) => code === 'report.slot.unresolved');
  expect(unknown).toMatchObject({
    severity: 'error',
    at: { part: 'section', paragraph: 3, offset: 0, slot: 'funding-1' },
  });
  const long = await shownOf(people.qian, text('教育优先发展。'.repeat(200)));
  expect(codes(long.findings)).toContain('report.section.long');
  const short = await shownOf(people.qian, text('已落实。'));
  expect(codes(short.findings)).toContain('report.section.short');
  for (const { findings } of [found, long, short])
    for (const each of findings.filter(({ code }) => code in messages.zh))
      for (const table of [messages.zh, messages.en]) expect(sayWith(table)(each).length).toBeGreaterThan(5);
});

const slotsOf = (shown: Awaited<ReturnType<typeof shownOf>>): readonly ShownSlot[] =>
  shown.paragraphs.flatMap(({ pieces }) => pieces.flatMap((piece) => ('slot' in piece ? [piece] : [])));

test('figures are printed from what is accepted, with their walk; a gap says 【缺】', async () => {
  const shown = await shownOf(people.qian, GOOD);
  const [own, growth] = slotsOf(shown);
  expect(own).toMatchObject({ state: 'value', label: '全市教育支出', walk: { formula: 'gpbEduExpWhole' } });
  expect(own?.printed).toMatch(/^\d+\.\d\d$/);
  expect(growth?.printed).toMatch(/^比上年(增长|下降)\d+\.\d\d%$/);
  expect(shown.paragraphs.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'item', 'item']);
  expect(shown.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const missing = await shownOf(people.qian, [{ kind: 'paragraph', content: [{ slot: 'partyMeetings' }] }]);
  expect(slotsOf(missing)).toMatchObject([{ printed: '【缺】', state: 'gap' }]);
  expect(missing.findings).toContainEqual(expect.objectContaining({ code: 'report.section.gap', severity: 'warn' }));
  await shownOf(people.qian, GOOD);
  const read = await as(people.wang, readSection, FUNDING());
  const [seen] = slotsOf(read.shown);
  // The office sees down to the cell; a bureau its own total.
  expect(seen?.walk?.cells).toContainEqual(expect.objectContaining({ file: '清江市_财政局_2025.xlsx' }));
  expect(own?.walk?.cells).toEqual([]);
});

test('an expression opens no door that its writer’s post keeps shut', async () => {
  const shown = await shownOf(people.qian, [
    {
      kind: 'paragraph',
      content: [
        { slot: 'NAMES(counties, IFGAP(gpbEduExp, 0) > 0)' },
        { slot: 'MAXOVER(counties, gpbEduExp)', format: '亿元 2' },
        { slot: 'SCORE("B3.1")', format: '分 2' },
        { slot: '@score' },
        { slot: 'ROWS(documents)', format: '1' },
        { slot: 'gpbEduExp' },
      ],
    },
  ]);
  expect(slotsOf(shown).map(({ state }) => state)).toEqual([...Array(5).fill('withheld'), 'gap']);
  // Sentences of checks speak of counties as such; of none by name.
  const said = ({ zh: _, en: __, ...finding }: (typeof shown.findings)[number]) => finding;
  expect(toJson({ ...shown, findings: shown.findings.map(said) })).not.toMatch(/县(?!级)/);
  expect(toJson(shown)).not.toContain('云屏县');
  const read = await as(people.wang, readSection, FUNDING());
  expect(slotsOf(read.shown)[0]).toMatchObject({ printed: '云屏县', state: 'value' });
  await shownOf(people.qian, GOOD);
});

test('an empty text, one with errors, an old edition, and a step of somebody else are not taken', async () => {
  expect(await refusal(step(people.county, submitSection, {}, SUMMARY()))).toBe('report.sectionEmpty');
  await shownOf(people.qian, text(`${LONG}投入XX亿元。`));
  expect(await refusal(step(people.qian, submitSection))).toBe('report.sectionChecksStand');
  await shownOf(people.qian, GOOD);
  expect(await refusal(step(people.wang, submitSection))).toBe('platform.forbidden');
  expect(await refusal(step(people.qian, submitSection, { edition: 1 }))).toBe('report.sectionMoved');
  expect(await refusal(step(people.approver, approveSection))).toBe('report.sectionNotNow');
});

test('submitted it is closed to its writer, who may take it back; the way is that of the unit’s forms', async () => {
  expect(await step(people.qian, submitSection)).toMatchObject({ state: 'deptApproval' });
  expect(await revision()).toMatchObject({ kind: 'section', about: { section: 'funding' } });
  expect(await refusal(save(people.qian, text('改一改'), await editionOf(FUNDING())))).toBe('report.sectionNotNow');
  expect(await refusal(step(people.qian, approveSection))).toBe('platform.forbidden');
  expect(await step(people.qian, withdrawSection)).toMatchObject({ state: 'draft' });
  await step(people.qian, submitSection);
  const [listed] = await as(people.approver, listSections);
  expect(listed).toMatchObject({ stateName: '待部门审签', may: ['approve', 'return'] });
  expect(await step(people.approver, approveSection)).toMatchObject({ state: 'cityReview' });
});

test('a return says why, to who submitted it, and the text is open again', async () => {
  expect(await refusal(step(people.wang, returnSection))).toBe('report.sectionReasonWanted');
  await step(people.wang, returnSection, { reason: '请写清两个只增不减' });
  expect(await as(people.qian, readSection, FUNDING())).toMatchObject({
    state: 'returned',
    returned: '请写清两个只增不减',
    decisions: [
      { verdict: 'submit' },
      { verdict: 'withdraw' },
      { verdict: 'submit' },
      { verdict: 'approve' },
      { verdict: 'return' },
    ],
  });
  const notices = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('notice').select(['kind', 'data']).where('account', '=', people.qian.account).execute(),
  );
  expect(notices).toContainEqual({ kind: 'section.return', data: expect.objectContaining({ section: 'funding' }) });
});

test('who wrote may not agree, whatever posts they hold', async () => {
  await shownOf(people.qian, GOOD);
  await step(people.qian, submitSection);
  const both = { ...people.qian, posts: [...people.qian.posts, ...people.approver.posts] };
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    for (const { post } of people.approver.posts)
      await tx.updateTable('post').set({ account: people.qian.account }).where('post', '=', post).execute();
  });
  expect(await refusal(step(both, approveSection))).toBe('report.sectionOwnWork');
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    for (const { post } of people.approver.posts)
      await tx.updateTable('post').set({ account: people.approver.account }).where('post', '=', post).execute();
  });
  await step(people.approver, approveSection);
  expect(await step(people.wang, acceptSection)).toMatchObject({ state: 'accepted' });
  expect(await as(people.qian, readSection, FUNDING())).toMatchObject({ accepted: expect.any(Number), may: [] });
});

let report = '';
const contentOf = async (form: string) => (await as(people.wang, downloadReport, { report, form })).content;

test('an accepted section stands in the report with its figures traced; other places keep the template’s text', async () => {
  const { sha256 } = await year.files.put(readFileSync(TEMPLATE));
  await as(people.wang, setReportTemplate, { sha256 });
  report = (await as(people.wang, composeReport)).report;
  const docx = Buffer.from(await contentOf('docx'));
  const body = bodyOf(docx);
  expect(body.includes(LONG)).toBe(true);
  expect(body.includes('及时拨付市级分担')).toBe(false);
  expect(body.includes('完善教育督导体制机制')).toBe(true);
  expect(body.includes('（2）')).toBe(true);
  expect(extractSlots(docx, 'r.docx').filter(({ key }) => key.startsWith('funding-'))).toHaveLength(2);
  const trace = JSON.parse(Buffer.from(await contentOf('trace')).toString()) as TraceFile;
  const slot = trace.slots.find(({ slot }) => slot === 'funding-1');
  expect(slot).toMatchObject({ label: '全市教育支出', formula: 'gpbEduExpWhole' });
  expect(
    Buffer.from(await contentOf('html'))
      .toString()
      .includes(LONG),
  ).toBe(true);
  const { slots } = await as(people.wang, walkSlot, { report, slot: 'funding-1' });
  expect(slots[0]?.statements[0]).toMatchObject({ stated: { person: '钱财政' } });
  expect(await as(people.wang, readReport, { report })).toMatchObject({
    filing: { sections: [{ section: 'funding', version: expect.any(Number) }] },
  });
  expect(bodyOf(issueCopy(docx, 'r.docx')).includes('luzhi')).toBe(false);
});

test('prose edited in Word comes back as a proposal; figures stay figures, and the accepted text stays what it was', async () => {
  const docx = Buffer.from(await contentOf('docx'));
  const unchanged = await year.files.put(docx);
  const same = await as(people.wang, fileEditedReport, { report, sha256: unchanged.sha256 });
  expect(same.sections).toEqual([{ section: 'funding', name: '着力落实教育经费', outcome: 'same' }]);
  const edited = editText(docx, `。${LONG}`, '。经费管理更加规范。');
  expect(readTexts(edited, 'e.docx').get('funding')).not.toEqual(readTexts(docx, 'd.docx').get('funding'));
  const { sha256 } = await year.files.put(edited);
  const before = await as(people.qian, readSection, FUNDING());
  const back = await as(people.zhao, fileEditedReport, { report, sha256 });
  const proposed = Number(before.versions[0]?.version) + 1;
  expect(back.sections).toEqual([
    { section: 'funding', name: '着力落实教育经费', outcome: 'proposed', version: proposed },
  ]);
  const after = await as(people.qian, readSection, FUNDING());
  expect(after).toMatchObject({
    state: 'accepted',
    accepted: before.accepted,
    latest: before.latest,
    proposed,
    may: ['settle'],
  });
  expect(after.body).toEqual(GOOD);
  const { body, versions } = await as(people.qian, readSection, { ...FUNDING(), version: proposed });
  expect(versions[0]).toMatchObject({ version: proposed, person: '赵督导', source: { kind: 'report', report } });
  const [heading, paragraph, list] = GOOD;
  expect(body).toEqual([
    heading,
    {
      ...paragraph,
      content: [
        { text: '全市一般公共预算教育支出' },
        { slot: 'gpbEduExpWhole', format: '亿元 2', label: '全市教育支出' },
        { text: '亿元，' },
        { slot: 'GROWTH(gpbEduExpWhole)', format: '比上年增长/比上年下降 % 2', label: 'GROWTH(gpbEduExpWhole)' },
        { text: '。经费管理更加规范。' },
      ],
    },
    list,
  ]);
});

test('a proposal is taken over by its writer alone, and goes the whole way before it counts', async () => {
  const settle = async (who: Who, take: boolean) =>
    as(who, settleProposal, { ...FUNDING(), edition: await editionOf(FUNDING()), take });
  expect(await refusal(settle(people.wang, true))).toBe('platform.forbidden');
  const { accepted } = await as(people.qian, readSection, FUNDING());
  expect(await settle(people.qian, true)).toMatchObject({ state: 'draft', taken: true });
  expect(await refusal(settle(people.qian, false))).toBe('report.sectionProposalMissing');
  expect(await as(people.qian, readSection, FUNDING())).toMatchObject({
    proposed: null,
    accepted,
    may: ['save', 'submit'],
  });
  await step(people.qian, submitSection);
  await step(people.approver, approveSection);
  expect(await refusal(step(people.zhao, acceptSection))).toBe('report.sectionOwnWork');
  await step(people.wang, acceptSection);
  const { accepted: now, latest } = await as(people.qian, readSection, FUNDING());
  expect(now).toBe(latest);
});

test('a locked round takes no word', async () => {
  await as(people.wang, lockRound, { reason: '数据锁定', unfinished: true });
  expect(await refusal(save(people.county, text(LONG), 0, SUMMARY()))).toBe('report.sectionRoundClosed');
  expect(await refusal(step(people.wang, returnSection, { reason: '再改' }))).toBe('report.sectionRoundClosed');
  expect((await as(people.county, listSections))[0]?.may).toEqual([]);
  await as(people.wang, unlockRound, { reason: '继续填报' });
});

test('every deed is on the record, and the database keeps each unit’s words to those who reach it', async () => {
  await save(people.county, text(LONG), 0, SUMMARY());
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('audit').select(['action', 'about']).where('action', 'like', 'report.section.%').execute(),
  );
  expect(new Set(rows.map(({ action }) => action))).toEqual(
    new Set(
      ['save', 'submit', 'withdraw', 'approve', 'return', 'accept', 'settle'].map((verb) => `report.section.${verb}`),
    ),
  );
  expect(rows.some(({ about }) => about === 'section funding')).toBe(true);
  const seen = await transact(open().db, people.other, async (tx) => [
    await tx.selectFrom('section').select('section').execute(),
    await tx.selectFrom('section_version').select('section').execute(),
    await tx.selectFrom('section_decision').select('section').execute(),
  ]);
  expect(seen).toEqual([[], [], []]);
  await expect(
    transact(open().db, people.county, (tx) => tx.updateTable('section_version').set({ person: '别人' }).execute()),
  ).rejects.toThrow(/permission denied/);
});
