/**
 * The journey of one figure: a cell of a workbook becomes a number of the report, its growth and every statement that
 * depends on it; the trace leads back to the cell; an edited report is read back.
 */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openWord, readParagraphs } from '../../src/engines/word/index.ts';
import type { TraceFile } from '../../src/report/index.ts';
import { luzhi, type Ran, temporaryFolder } from '../support/cli.ts';
import { editText } from '../support/docx.ts';
import { setCell } from '../support/set-cell.ts';

const folder = temporaryFolder();
const sample = path.join(folder, 'sample');
const in_ = (...parts: string[]): string => path.join(folder, ...parts);

function report(figures: string, out: string, ...flags: string[]): Promise<Ran> {
  return luzhi(
    'report',
    '--scheme',
    path.join(sample, 'scheme'),
    '--figures',
    figures,
    '--template',
    path.join(sample, 'template.docx'),
    '--out',
    out,
    '--trace',
    ...flags,
  );
}
const textOf = (file: string): string =>
  readParagraphs(openWord(readFileSync(file), file))
    .map(({ text }) => text)
    .join('\n');
const traceOf = (file: string): TraceFile => JSON.parse(readFileSync(file.replace('.docx', '.trace.json'), 'utf8'));
const slotLabelled = (file: string, label: string) =>
  traceOf(file).slots.find((slot) => slot.label === label) ?? expect.unreachable(label);

beforeAll(async () => {
  expect((await luzhi('sample', sample)).status).toBe(0);
  expect(await report(path.join(sample, 'figures'), in_('first.docx'), '--html', '--issue')).toMatchObject({
    status: 0,
  });
});

test('the report of the clean sample has no blank, no draft mark and no error', () => {
  const text = textOf(in_('first.docx'));
  expect(text).not.toMatch(/X{2,}|□|【草稿】|undefined|NaN/);
  // Broken by its sense.
  expect(text).toContain('清江市人民政府关于2025年度\n履行教育职责情况的自评报告');
  expect(text).toContain('86.42亿元（执行数），比上年增长4.31%');
  for (const heading of [
    '一、履行教育职责情况及工作成效',
    '二、存在的主要问题',
    '三、下一步工作打算',
    '自评得分表',
    '佐证材料目录',
    '数据表',
  ])
    expect(text).toContain(heading);
});

test('what attachment 1 takes points for stands under 二, and nothing praises what it takes them for', () => {
  const text = textOf(in_('first.docx'));
  const problems = text.slice(text.indexOf('二、存在的主要问题'), text.indexOf('三、下一步工作打算'));
  expect(problems).toContain('26项指标未全部达到要求，共失分10.29分');
  expect(problems).toContain('普通初中、中等职业学校比上年下降');
  // Five leaves lost half a point each: all of them are named.
  for (const said of [
    '近视率为50.27%',
    '睡眠管理达标率为94.33%',
    '入学率为94.01%，低于95%',
    '三防',
    '满意度为74.44%，低于85%',
  ])
    expect(problems).toContain(said);
  expect(problems).toContain('办学条件达标学校占78.26%');
  expect(problems).toMatch(
    /另有15项指标尚有差距：.*劳动教育开课、.*教职工编制达标（失0.24分）.*当年重点任务（失0.30分）/,
  );
  expect(text).toContain('学业水平达到Ⅲ级及以上的占100%，校际差异率小于0.15的占52.22%');
  expect(text).toContain('15个县（市、区）中，除南硚县外，义务教育教师平均工资收入水平均不低于当地公务员');
  // One figure reads alike in the text and in every table.
  expect(text).not.toMatch(/\d,\d{3}/);
});

test('the county table stands with the money, tells the 功能区 apart and adds up without it', () => {
  const lines = textOf(in_('first.docx')).split('\n');
  const from = lines.indexOf('2025年各县（市、区）学校、学生和教育支出情况');
  expect(lines[from - 1]).toMatch(/提供营养补助。$/);
  const cells = lines.slice(
    from,
    lines.findIndex((line) => line.startsWith('注：功能区另列')),
  );
  const rowOf = (name: string) => cells.slice(cells.indexOf(name), cells.indexOf(name) + 4);
  expect(rowOf('锦湖区')).toEqual(['锦湖区', '160', '47082', '68093.74']);
  expect(rowOf('市本级')).toEqual(['市本级', '26', '33563', '120806.35']);
  expect(rowOf('另列：清江经济技术开发区')).toEqual(['另列：清江经济技术开发区', '12', '4410', '6812.40']);
  expect(rowOf('全市合计')).toEqual(['全市合计', '1986', '550364', '864218.95']);
});

test('a paper to the level above has its head, its signature and its imprint, with places for what the office gives', () => {
  const lines = textOf(in_('first.docx')).split('\n');
  expect(lines[0]).toBe('清江市人民政府文件');
  expect(lines[1]).toMatch(/^　+〔　+〕　+号\t签发人：　+$/);
  const text = lines.join('\n');
  expect(text).not.toContain('（清江市人民政府教育督导委员会）');
  expect(text).toMatch(/项目统筹推进。\n\n附件：1\.自评得分表\n.*\n.*数据表\n\n\n清江市人民政府\n2026年4月28日\n/);
  expect(lines.find((line) => line.endsWith('印发'))).toMatch(/^　清江市人民政府办公室\t　+年　+月　+日印发$/);
});

test('the trace of the education expenditure leads to the cells of fifteen counties and the prefecture', () => {
  const { printed, exact, cells, evidence } = slotLabelled(in_('first.docx'), '一般公共预算教育支出');
  expect({ printed, exact }).toEqual({ printed: '86.42', exact: '8642189500' });
  expect(new Set(cells.map(({ file }) => file)).size).toBe(16);
  expect(cells).toContainEqual(expect.objectContaining({ file: '云屏县_2025.xlsx' }));
  // A B3.1-01 of each of them, the prefecture's own first.
  expect(evidence[0]?.file).toContain('佐证/清江市/B3.1-01');
  expect(evidence.map(({ file }) => file)).toContainEqual(expect.stringContaining('佐证/澄安市/B3.1-01'));
});

/** Said by the scheme and the calendar, not by any figure. */
const OF_THE_SCHEME = /^@(year|nextYear|schoolYear|bonus|code|name|title|unit|of)$/;

test('every number of the report leads to cells, or to the points it was made from', () => {
  const numbers = traceOf(in_('first.docx')).slots.filter(({ printed }) => /\d/.test(printed));
  expect(numbers.length).toBeGreaterThan(800);
  const adrift = numbers.filter(
    ({ cells, scores = [], formula }) => cells.length + scores.length === 0 && !OF_THE_SCHEME.test(formula),
  );
  expect(adrift).toEqual([]);
});

test('no walk of a printed figure says that it is missing', () => {
  const walked = traceOf(in_('first.docx')).slots.filter(({ exact }) => exact !== undefined);
  expect(walked.filter(({ inputs }) => inputs.some(({ value }) => 'gap' in value && value.gap === 'missing'))).toEqual(
    [],
  );
});

test('what is counted among schools leads to the rows that list them, and what counties agree on to each of them', () => {
  expect(slotLabelled(in_('first.docx'), '幼儿园').cells).toContainEqual(
    expect.objectContaining({ file: '单位名录.xlsx', sheet: '单位名录' }),
  );
  const { printed, inputs } = slotLabelled(in_('first.docx'), '县管校聘县数');
  expect(printed).toBe('15');
  // 功能区 is asked as well, and says no.
  expect(inputs).toHaveLength(16);
});

test('luzhi trace prints the walk of a slot, and says which slots there are when it has none of the name', async () => {
  const { slot } = slotLabelled(in_('first.docx'), '一般公共预算教育支出');
  const told = await luzhi('trace', in_('first.docx'), slot);
  expect(told).toMatchObject({ status: 0, stderr: '' });
  expect(told.stdout).toMatch(
    /86\.42　一般公共预算教育支出[\s\S]*8,642,189,500[\s\S]*云屏县_2025\.xlsx　[^：]*：[\d,.]+/,
  );
  expect(await luzhi('trace', in_('first.docx'), 's999')).toMatchObject({ status: 2, stdout: '' });
});

test.each([
  ['last year of one county is missing', ''],
  ['last year of one county was zero', '0'],
])('where %s, the draft is whole sentences with marks, and says what is missing', async (name, value) => {
  const figures = in_(name);
  cpSync(path.join(sample, 'figures'), figures, { recursive: true });
  const workbook = path.join(figures, '云屏县_2025.xlsx');
  writeFileSync(
    workbook,
    setCell(readFileSync(workbook), 'B3 教育投入', 'D6', () => value),
  );
  const told = await report(figures, in_(`${name}.docx`));
  const text = textOf(in_(`${name}.docx`));
  expect(text).not.toMatch(/缺】%|缺】【|缺缺|针对【|（【缺】）|undefined|NaN/);
  if (value === '') {
    expect(told.status).toBe(1);
    expect(text).toContain('一般公共预算教育支出86.42亿元（执行数），【缺】；');
    expect(text).toContain('各县（市、区）中，鹿鸣县一般公共预算教育支出比上年下降；云屏县缺数，尚不能判定。');
    expect(told.stderr).toMatch(/report\.slot\.gap.*云屏县_2025\.xlsx · B3 教育投入!D6/);
  }
});

test('one changed cell changes the figure, its growth, the sentence and the trace', async () => {
  const changed = in_('changed');
  cpSync(path.join(sample, 'figures'), changed, { recursive: true });
  const { cells } = slotLabelled(in_('first.docx'), '一般公共预算教育支出');
  const cell = cells.find(({ file }) => file === '云屏县_2025.xlsx') ?? expect.unreachable();
  const workbook = path.join(changed, cell.file);
  // 10,000 万元 less than the county filed: 1 亿元 less in the report, and the rest of the statements with it.
  writeFileSync(
    workbook,
    setCell(readFileSync(workbook), cell.sheet, cell.cell, (stated) => (Number(stated) - 10_000).toFixed(2)),
  );
  // The prefecture's own totals no longer agree: that is said, and the report is marked as a draft.
  const told = await report(changed, in_('second.docx'));
  expect(told.status).toBe(1);
  expect(told.stderr).toMatch(/须改正 XF-8/);
  expect(textOf(in_('second.docx'))).toMatch(/【草稿】本稿还有\d+处须改正/);
  const text = textOf(in_('second.docx'));
  expect(text).toContain('85.42亿元（执行数），比上年增长3.10%；市本级12.08亿元，比上年增长2.63%');
  expect(text).toContain('各县（市、区）中，云屏县、鹿鸣县一般公共预算教育支出比上年下降。');
  // A notice is told of as it was issued: nobody has written to the county that now falls.
  expect(text).toContain('已印发《关于责令鹿鸣县限期整改一般公共预算教育支出下降问题的通知》（清教督〔2026〕2号）');
  expect(text).toContain('达到89.50亿元以上，比上年增长4.77%');
  expect(slotLabelled(in_('second.docx'), '一般公共预算教育支出')).toMatchObject({
    printed: '85.42',
    exact: '8542189500',
  });
  const { values: [was = ''] = [], ...place } = cell;
  const now = `${(Number.parseFloat(was) - 10_000).toFixed(2)} 万元`;
  expect(slotLabelled(in_('second.docx'), '教育支出增长').cells).toContainEqual({ ...place, values: [now] });
});

/** A report of the clean figures with one cell changed. */
async function withCell(name: string, file: string, sheet: string, cell: string, value: string) {
  cpSync(path.join(sample, 'figures'), in_(name), { recursive: true });
  const workbook = path.join(in_(name), file);
  writeFileSync(
    workbook,
    setCell(readFileSync(workbook), sheet, cell, () => value),
  );
  const told = await report(in_(name), in_(`${name}.docx`));
  return { ...told, text: textOf(in_(`${name}.docx`)) };
}

test('a veto stands first among the problems, has its measure, and the grade says why it is not that of the points', async () => {
  const told = await withCell('veto', '清江市_教育局_2025.xlsx', 'D 公平与安全（市教育局）', 'E12', '2');
  expect(told.stderr).toMatch(
    /须说明 evaluate\.clause\.holds[^\n]*\n.*清江市 触发一票否决情形“义务教育招生举行选拔考试”/,
  );
  expect(told.text).toContain('（一）触发一票否决情形：义务教育招生举行选拔考试，等次定为不合格。');
  expect(told.text).toContain('（一）对“义务教育招生举行选拔考试”情形立即整改');
  expect(told.text).toContain('按得分为良好，因义务教育招生举行选拔考试，自评等次为不合格');
  expect(told.text).not.toContain('坚持免试就近入学');
});

test('a veto nobody can decide is no 无, and a sum that is not whole is no score', async () => {
  const told = await withCell('owed', '云屏县_2025.xlsx', 'B4 教师队伍', 'E11', '');
  expect(told.text).toContain('【待定】有无一票否决情形（新增拖欠教师工资），自评等次为待定');
  const less = await withCell('owed-funds', '云屏县_2025.xlsx', 'B3 教育投入', 'E6', '');
  expect(less.text).toContain('我市自评得分【待定】分');
  expect(less.text).toMatch(/分别得分11\.32分、【待定】分、/);
});

test('a report edited by hand is read back: the changed figure by its slot, the rest unchanged', async () => {
  const edited = in_('edited.docx');
  const { slot } = slotLabelled(in_('first.docx'), '专职督学');
  writeFileSync(
    edited,
    setCell(readFileSync(in_('first.docx')), slot, '', () => '98'),
  );
  const told = await luzhi('compare', in_('first.docx'), edited, '--json');
  expect(told.status).toBe(0);
  expect(JSON.parse(told.stdout)).toMatchObject({
    changed: [{ slot, was: '96', is: '98' }],
    missing: [],
    added: [],
    prose: [],
  });
  const linted = await luzhi(
    'lint',
    edited,
    '--scheme',
    path.join(sample, 'scheme'),
    '--figures',
    path.join(sample, 'figures'),
    '--json',
  );
  expect(linted.status).toBe(1);
  expect(JSON.parse(linted.stdout).findings).toContainEqual(
    expect.objectContaining({ code: 'report.figure.differs', severity: 'error', quote: '98' }),
  );
});

test('the issued copy carries no control, no data part and no author', () => {
  const issued = openWord(readFileSync(in_('first.issued.docx')), 'issued');
  expect(issued.package.names.filter((name) => name.startsWith('customXml'))).toEqual([]);
  for (const name of issued.package.names.filter((each) => each.endsWith('.xml') || each.endsWith('.rels'))) {
    expect(issued.package.text(name), name).not.toMatch(/<w:sdt\b|rsid|paraId|urn:luzhi|<dc:creator|lastModifiedBy/);
  }
  // Nor last year's chart and the old footer, which nothing shows any more.
  expect(issued.package.names.filter((name) => /media|footer1\.xml/.test(name))).toEqual([]);
  expect(textOf(in_('first.issued.docx'))).toBe(textOf(in_('first.docx')));
});

test('a figure changed in the issued copy, where no control is left, is recognised by its words', async () => {
  const changed = in_('changed-issued.docx');
  writeFileSync(changed, editText(editText(readFileSync(in_('first.issued.docx')), '86.42', '96.42'), '412', '413'));
  const told = await luzhi(
    'lint',
    changed,
    '--scheme',
    path.join(sample, 'scheme'),
    '--figures',
    path.join(sample, 'figures'),
    '--json',
  );
  const quotes = JSON.parse(told.stdout).findings.filter(
    ({ code }: { code: string }) => code === 'report.figure.differs',
  );
  expect(quotes.map(({ quote }: { quote: string }) => quote).sort()).toEqual(['413人', '96.42亿元']);
});

test('the reading copy marks each figure and holds its walk, and asks nothing of a network', () => {
  const html = readFileSync(in_('first.html'), 'utf8');
  expect(html).toMatch(
    /<span role="button" tabindex="0" class="figure"[^>]*aria-label="86\.42，一般公共预算教育支出，查看来源"/,
  );
  expect(html).toContain('云屏县_2025.xlsx');
  expect(html).not.toMatch(/\b(?:src|href)="(?!#)/);
});

test('what the template holds is bound from the plain template by the bindings beside it', async () => {
  const source = path.join(sample, 'scheme/template');
  expect(existsSync(path.join(source, 'plain.docx'))).toBe(true);
  const bound = await luzhi(
    'bind',
    path.join(source, 'plain.docx'),
    '--bindings',
    path.join(source, 'bindings.yaml'),
    '--scheme',
    path.join(sample, 'scheme'),
    '--out',
    in_('template.docx'),
  );
  expect(bound).toMatchObject({ status: 0 });
  expect(readFileSync(in_('template.docx')).equals(readFileSync(path.join(sample, 'template.docx')))).toBe(true);
});
