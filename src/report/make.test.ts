/** A small report from one table of figures: what is refused, what a gap does, and the way back from each figure. */
import { expect, test } from 'vitest';
import { docx, editText, paragraph, run } from '../../test/support/docx.ts';
import { collectFigures, NO_EVIDENCE } from '../collect/index.ts';
import { attachData, openWord, readData, readParagraphs, messages as wordMessages } from '../engines/word/index.ts';
import { evaluate, messages as evaluateMessages } from '../evaluate/index.ts';
import { type Finding, type Nature, Problem, sayWith } from '../kernel/index.ts';
import { resolveScheme } from '../scheme/index.ts';
import { NOTHING } from './behind.ts';
import { materialFor, scopesOf } from './collections.ts';
import { bindReport, lintReport, makeReport, messages, type Report, reportHtml, tracesOf } from './index.ts';

const YAML = `
scheme: small
name: 样例方案
year: 2025
levels: [prefecture, county]
total: "10"
departments: { JY: { name: 教育局 } }
grades: [{ name: 优秀, from: "9" }, { name: 不合格 }]
items:
  graduates: { name: 毕业生, unit: 人, by: { county: JY } }
  intake: { name: 入学人数, unit: 人, by: { county: JY } }
  retention: { name: 巩固率, unit: "%", formula: graduates / intake }
indicators:
  A: { name: 义务教育 }
  A1: { name: 控辍保学, points: "10", value: retention, unit: "%", rule: { type: threshold, met: retention >= 95% } }
`;
const schemeOf = (text: string) => {
  const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text }]);
  if (scheme === undefined) throw new Error(JSON.stringify(findings));
  return scheme;
};
const scheme = schemeOf(YAML);

const REGISTER = '代码,名称,类型,上级\n8812,清江市,市,\n881221,云屏县,县,清江市\n';
const tableOf = (graduates: string | undefined): string =>
  [
    'unit,item,period,value',
    ...(graduates === undefined ? [] : [`云屏县,graduates,2025,${graduates}`]),
    '云屏县,intake,2025,10000',
    '',
  ].join('\n');

const BINDINGS = `
template: 自评报告
scheme: small
slots:
  - { at: "毕业生{XX}人，巩固率{XX}%", fill: ["graduates | 人 | 毕业生数", "retention | % 2 | 巩固率"] }
blocks:
  - { from: 草稿：尚有未改正的问题, when: '@draftErrors <> "0"', label: 草稿标识 }
`;
const TEXT = [
  '草稿：尚有未改正的问题',
  '清江市2025年度自评报告',
  '全市毕业生XX人，巩固率XX%。',
  '实现控辍保学动态清零。',
];
const bodyOf = (texts: readonly string[]): string => texts.map((text) => paragraph(run(text))).join('');
const bind = (bindings = BINDINGS, of = scheme, texts: readonly string[] = TEXT) =>
  bindReport({ file: 'plain.docx', bytes: docx(bodyOf(texts)) }, { file: 'b.yaml', text: bindings }, of);

function requestOf(graduates?: string, template = bind().bytes): Parameters<typeof makeReport>[0] {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = [
    { name: '单位名录.csv', bytes: encode(REGISTER) },
    { name: 'figures.csv', bytes: encode(tableOf(graduates)) },
  ];
  const submission = collectFigures({ path: 'figures', files, evidence: NO_EVIDENCE }, scheme, 2025);
  const asOf = '2025-12-31';
  const evaluation = evaluate(scheme, submission, { asOf });
  return { scheme, submission, evaluation, asOf, template: { file: 'T.docx', bytes: template }, name: 'R.docx' };
}

const paragraphsOf = (bytes: Uint8Array) => readParagraphs(openWord(bytes, 'R.docx'));
const textOf = ({ docx: bytes }: Pick<Report, 'docx'>): string =>
  paragraphsOf(bytes)
    .map(({ text }) => text)
    .join('\n');
const says = (['zh', 'en'] as const).map((language) =>
  sayWith(messages[language], wordMessages[language], evaluateMessages[language]),
);
/** Codes, after each finding was said in both languages without a hole. */
function told(findings: readonly Finding[]): string[] {
  for (const finding of findings) for (const say of says) expect(say(finding)).not.toMatch(/undefined|NaN|\[object/);
  return findings.map(({ code }) => code);
}
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    told([{ code: error.code, severity: 'error', at: {}, data: error.data as Finding['data'] }]);
    return error.code;
  }
  throw new Error('nothing was refused');
}

test('a Word file without bindings is refused, and so is one whose data were damaged', () => {
  const plain = docx(bodyOf(TEXT));
  expect(refusal(() => makeReport(requestOf('9612', plain)))).toBe('report.templateUnbound');
  for (const data of ['{', '[]', '{"slots":[]}'])
    expect(refusal(() => makeReport(requestOf('9612', attachData(plain, data))))).toBe('report.templateUnbound');
});

test('a template of another scheme is refused, when it is bound and when it is used', () => {
  const other = schemeOf(YAML.replace('scheme: small', 'scheme: other'));
  expect(refusal(() => bind(BINDINGS, other))).toBe('report.schemeDiffers');
  const bound = bind(BINDINGS.replace('scheme: small', 'scheme: other'), other).bytes;
  expect(refusal(() => makeReport(requestOf('9612', bound)))).toBe('report.schemeDiffers');
});

test('an expression that names nothing, and a unit that cannot print it, are told when the template is bound', () => {
  const { findings } = bind(BINDINGS.replace('graduates | 人', 'graduatez | 人').replace('% 2', '亿元 2'));
  expect(told(findings)).toEqual(['report.slot.unresolved', 'report.slot.format']);
  expect(findings.map(({ at }) => at.slot)).toEqual(['s001', 's002']);
});

test('only figures whose place was found are counted as bound', () => {
  expect(bind().slots).toBe(2);
  const { slots, findings } = bind(BINDINGS, scheme, TEXT.with(2, '全市没有这一句。'));
  expect(told(findings)).toContain('word.bind.anchorMissing');
  expect(slots).toBe(0);
});

test('an expression that names nothing is told once, as what it is', () => {
  const { bytes } = bind(BINDINGS.replace('graduates | 人', 'graduatez | 人'));
  const codes = told(makeReport(requestOf('9612', bytes)).findings);
  expect(codes.filter((code) => code.startsWith('report.slot.'))).toEqual(['report.slot.unresolved']);
});

test('a control whose binding was lost is told and prints no number', () => {
  const bound = bind().bytes;
  const data = JSON.parse(readData(bound, 'T.docx') ?? '');
  const lost = attachData(bound, JSON.stringify({ ...data, slots: data.slots.slice(1) }));
  const made = makeReport(requestOf('9612', lost));
  expect(told(made.findings)).toContain('report.slot.unknown');
  expect(textOf(made)).toContain('毕业生【缺】人，巩固率96.12%');
});

test('without errors the report holds the figures and no mark of a draft', () => {
  const made = makeReport(requestOf('9612'));
  expect(told(made.findings)).toEqual([]);
  expect(textOf(made)).toBe('清江市2025年度自评报告\n全市毕业生9612人，巩固率96.12%。\n实现控辍保学动态清零。');
  expect(made.draft).toBe(false);
  expect(made.trace.slots).toMatchObject([
    { slot: 's001', printed: '9612', exact: '9612', cells: [{ file: 'figures.csv' }] },
    { slot: 's002', printed: '96.12', exact: '0.9612', cells: [{ file: 'figures.csv' }, { file: 'figures.csv' }] },
  ]);
});

test('a figure nobody filed prints 缺, its finding names who owes it, and the report says that it is a draft', () => {
  const made = makeReport(requestOf());
  expect(textOf(made)).toContain('毕业生【缺】人，巩固率【缺】%');
  expect(textOf(made)).toContain('草稿：尚有未改正的问题');
  expect(made.draft).toBe(true);
  const gaps = made.findings.filter(({ code }) => code === 'report.slot.gap');
  // The evaluation has told of it as an error already.
  expect(gaps).toMatchObject([{ severity: 'warn', data: { places: 2, slots: ['s001', 's002'] } }]);
  expect(gaps[0]?.data.missing).toContain('云屏县 毕业生');
  told(made.findings);
});

test('a hole whose cause the figures were already told of is no second error', () => {
  const request = requestOf();
  const cause = { code: 'collect.unitAbsent', severity: 'error', data: { of: '云屏县' } } as const;
  const severitiesOf = (unit: string) => {
    const submission = { ...request.submission, findings: [{ ...cause, at: { unit } }] };
    const results = { ...request.evaluation.results, findings: [] };
    const { findings } = makeReport({ ...request, submission, evaluation: { ...request.evaluation, results } });
    return findings.flatMap(({ code, severity }) => (code === 'report.slot.gap' ? [severity] : []));
  };
  expect(severitiesOf('881222')).toEqual(['error']);
  expect(severitiesOf('881221')).toEqual(['warn']);
});

test('a template without a mark of its own says on its first page that it is a draft', () => {
  const unmarked = bind(BINDINGS.replace(/blocks:[\s\S]*/, ''), scheme, TEXT.slice(1)).bytes;
  expect(textOf(makeReport(requestOf(undefined, unmarked))).split('\n')[0]).toMatch(/^【草稿】本稿还有\d+处须改正/);
  expect(textOf(makeReport(requestOf('9612', unmarked)))).not.toContain('草稿');
});

test('a claim that the data contradict is told with the indicator and why', () => {
  const claims = makeReport(requestOf('8000')).findings.filter(({ code }) => code === 'TX-7');
  expect(claims).toMatchObject([{ severity: 'error', data: { leaves: ['A1 控辍保学'] } }]);
  told(claims);
});

test('a figure changed by hand is told with what the data say; untouched ones are not', () => {
  const request = requestOf('9612');
  const { docx: made, material } = makeReport(request);
  const edited = editText(made, '9612', '9621');
  const lint = (bytes: Uint8Array) => {
    const traces = tracesOf({ file: 'R.docx', bytes }, material, request.asOf);
    return lintReport(paragraphsOf(bytes), { year: 2025, asOf: request.asOf, traces, material });
  };
  expect(lint(made)).toEqual([]);
  const findings = lint(edited).filter(({ code }) => code === 'report.figure.differs');
  expect(findings.map(({ data }) => data)).toEqual([{ name: '毕业生数', stated: '9621', right: '9612' }]);
  told(findings);
});

test('the reading copy holds each figure with the way back and fetches nothing', () => {
  const html = reportHtml(makeReport(requestOf('9612')), says[0] ?? (() => ''));
  expect(html.match(/data-figure="\d+"/g)).toEqual(['data-figure="0"', 'data-figure="1"']);
  const data = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
  for (const { printed, roots } of data.figures) {
    expect(html).toContain(`>${printed}<`);
    expect(roots.length).toBeGreaterThan(0);
    for (const root of roots) expect(JSON.stringify(data.steps[root])).toContain('figures.csv');
  }
  expect(html).not.toMatch(/(?:src|href)\s*=\s*["'](?!#)|url\(|@import|fetch\(|https?:/);
});

test('a figure taken over from another round says so in the reading copy', () => {
  const request = requestOf('9612');
  const source = { kind: 'round', round: 'county-2025', name: '2025年度市评县', version: 3, person: '李晨' } as const;
  const figures = request.submission.figures.map((figure) => ({ ...figure, source }));
  const submission = { ...request.submission, figures };
  const evaluation = evaluate(scheme, submission, { asOf: request.asOf });
  const made = makeReport({ ...request, submission, evaluation });
  expect(reportHtml(made, says[0] ?? (() => ''))).toContain('沿用“2025年度市评县”第 3 版，李晨');
});

test('what a unit is called cannot become markup in the reading copy', () => {
  const request = requestOf('9612');
  const made = makeReport(request);
  const evil = '</script><img src=x onerror=alert(1)>';
  const html = reportHtml(
    {
      ...made,
      material: { ...made.material, evaluee: { ...made.material.evaluee, name: evil } },
      trace: { ...made.trace, slots: made.trace.slots.map((slot) => ({ ...slot, label: evil })) },
    },
    says[0] ?? (() => ''),
  );
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain(evil);
});

test('rows are printed once for each county, and each has its own way back', () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph(run('县'))}</w:tc><w:tc>${paragraph(run('毕业生'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('XX县'))}</w:tc><w:tc>${paragraph(run('XX'))}</w:tc></w:tr></w:tbl>`;
  const text = `template: 表\nscheme: small\nrows:\n  - { table: 1, row: 2, each: counties, label: 各县, cells: ["@name", "graduates | 人"] }\n`;
  const bound = bindReport({ file: 'plain.docx', bytes: docx(table) }, { file: 'b.yaml', text }, scheme);
  expect(told(bound.findings)).toEqual([]);
  const made = makeReport(requestOf('9612', bound.bytes));
  expect(textOf(made).split('\n')).toEqual(['县', '毕业生', '云屏县', '9612']);
  expect(made.trace.slots.map(({ printed, occurrence, cells }) => [printed, occurrence, cells.length])).toEqual([
    ['云屏县', 0, 0],
    ['9612', 0, 1],
  ]);
});

test('money is called what those who stated it called it, never what was asked for', () => {
  const of = schemeOf(
    `${YAML.replace('items:', 'items:\n  spent: { name: 支出, unit: 万元, by: { county: JY }, nature: { this: 执行数, prior: 决算数 } }')}`,
  );
  const template = bind(
    'template: 支出\nscheme: small\nslots:\n  - { at: "支出{XX}万元（{XX数}）", fill: ["spent | 万元 2", "@nature_spent | 文字"] }\n',
    of,
    ['支出XX万元（XX数）'],
  ).bytes;
  const printed = (...natures: readonly Nature[]): string => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const units = natures.map((_, at) => `88122${at + 1},县${at + 1},县,清江市`);
    const rows = natures.map((_, at) => `县${at + 1},spent,2025,10`);
    const files = [
      { name: '单位名录.csv', bytes: encode(`代码,名称,类型,上级\n8812,清江市,市,\n${units.join('\n')}\n`) },
      { name: 'figures.csv', bytes: encode(`unit,item,period,value\n${rows.join('\n')}\n`) },
    ];
    const filed = collectFigures({ path: 'figures', files, evidence: NO_EVIDENCE }, of, 2025);
    const figures = filed.figures.map((figure, at) => ({ ...figure, nature: natures[at] ?? '统计数' }));
    const submission = { ...filed, figures };
    const evaluation = evaluate(of, submission, { asOf: '2025-12-31' });
    const request = { scheme: of, submission, evaluation, asOf: '2025-12-31', name: 'R.docx' };
    return textOf(makeReport({ ...request, template: { file: 'T.docx', bytes: template } }));
  };
  expect(printed('执行数', '执行数')).toContain('支出20.00万元（执行数）');
  expect(printed('决算数', '决算数')).toContain('支出20.00万元（决算数）');
  expect(printed('执行数', '预算数', '执行数')).toContain('（执行数，县2为预算数）');
});

test('a list nobody knows is told when the template is bound', () => {
  const text = BINDINGS.replace(/when: .*?, label/, 'each: villages, label');
  expect(told(bind(text).findings)).toEqual(['report.block.unknownList']);
});

test('what was added to the score stands wherever the score stands, for the grade counts it', () => {
  const rewarded = schemeOf(
    `${YAML}bonus: { most: "2", awards: { J1: { name: 招生奖励, value: intake, each: "0.0001" } } }\n`,
  );
  const request = { ...requestOf('9700'), scheme: rewarded };
  const evaluation = evaluate(rewarded, request.submission, { asOf: '2025-12-31' });
  const entries = (of: typeof request.evaluation) => {
    const material = materialFor(rewarded, request.submission, of);
    const base = { name: '', behind: () => NOTHING, context: of.context(material.evaluee.code) };
    return scopesOf({ list: 'leaves', most: 9 }, material, base).map(({ name, context }) => [
      name,
      context.attribute('points'),
    ]);
  };
  expect(entries(evaluation)).toEqual([
    ['A', '10.00'],
    ['A1', '10.00'],
    ['bonus', '1.00'],
  ]);
  expect(entries(request.evaluation)).toEqual([
    ['A', '10.00'],
    ['A1', '10.00'],
  ]);
  expect(reportHtml(makeReport({ ...request, evaluation }), sayWith(messages.zh))).toContain(
    '系统测算 10.00 + 加分 1.00 / 10.00',
  );
});
