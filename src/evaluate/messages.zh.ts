/** 评价阶段的句子。检查的句子按检查种类写在这里，方案自带 `says` 的用方案的。 */
import type { Sentences } from '../kernel/index.ts';

/** What is missing can be filled in as what it is. */
const askFor = (asks: readonly string[] = []): string =>
  [
    asks.includes('ledger') ? '请交台账，没有内容的也交空表。' : '',
    asks.includes('schools') ? '请补报学校名单。' : '',
    asks.includes('past') ? '上年没有台账和学校名单可查，请核对方案。' : '',
    asks.includes('number') ? '请补填；数量没有的填 0，不涉及的选“不适用”。' : '',
    asks.includes('word') && !asks.includes('number') ? '请补填；不涉及的选“不适用”。' : '',
  ].join('');

/** By cause of the gap: what to do about it. */
const ASK: Readonly<Record<string, string>> = {
  'divided-by-zero': '请核对为 0 的数；确为 0 请在说明栏写明，由督导室评定。',
  'not-comparable': '请按同一性质、同一单位范围的数填报。',
};

export const zh = {
  'evaluate.unitMissing': (d: { unit: string }) => `没有单位“${d.unit}”的结果，或您的岗位看不到。请从结果列表中打开。`,
  'evaluate.itemMissing': (d: { item: string }) => `方案中没有数据项“${d.item}”。请核对代码。`,
  'evaluate.leafMissing': (d: { unit: string; indicator: string }) =>
    `单位“${d.unit}”没有指标 ${d.indicator}，或您的岗位看不到。请从结果列表中打开。`,
  'evaluate.workbookMissing': (d: { item: string }) =>
    `“${d.item}”不是从工作簿读入的，没有原件可下载。请在数据来源中查看填报人和时间。`,
  'evaluate.lastYearUnreadable': (d: { file: string }) =>
    `${d.file} 不是 luzhi evaluate 写出的 results.json。请用上年评价时保存的结果文件。`,
  'evaluate.lastYearDiffers': (d: { file: string; year: number; wanted: number }) =>
    `${d.file} 是 ${d.year} 年度的结果，要核对的是 ${d.wanted} 年度。请换用该年度的结果文件。`,
  'evaluate.pointsOutside': (d: { points: string; of: string; decimals: number }) =>
    `${d.points} 分不在 0 到 ${d.of} 分之间，或小数超过 ${d.decimals} 位。请核对分值。`,
  'evaluate.reasonWanted': (d: { points: string; computed: string }) =>
    d.computed === ''
      ? `系统测算还没有结果，给 ${d.points} 分须说明理由和依据。请补充后再保存。`
      : `${d.points} 分与系统测算 ${d.computed} 分不同。请说明理由和依据后再保存。`,
  'evaluate.scoreMoved': (d: { points: string; person: string }) =>
    d.points === ''
      ? '您打开后这项评分已有变化，没有保存。请刷新后再试。'
      : `您打开后${d.person}已给 ${d.points} 分，没有覆盖。请刷新后再试。`,
  'evaluate.roundClosed': (d: { round: string; state: string }) =>
    d.state === 'closed'
      ? `“${d.round}”已结束，得分没有保存。确需更正的，请按更正办理。`
      : `“${d.round}”已锁定，自评分没有保存。确需修改的，请联系督导室解锁。`,
  'evaluate.scoreVerified': (d: { indicator: string }) =>
    `${d.indicator} 已核定，自评分和拟报分不再改动。对核定结果有异议的，请向核定单位提出。`,
  'evaluate.ownScore': (d: { person: string }) => `${d.person}给这个单位评过分，不能再核定。请由其他人核定。`,
  'evaluate.notVerified': (d: { count: number; unit: string }) =>
    `还有 ${d.count} 个县（市、区）没有核定完（如${d.unit}），不能按得分排序。请核定完再开启。`,
  'evaluate.supposeRefused': (d: { count: number }) => `有 ${d.count} 处不能试算，逐处说明见下。请改正后再试算。`,
  'evaluate.suppose.noLimit': (d: { indicator: string; part: string }) =>
    `${d.indicator}${d.part === '' ? '' : `（${d.part}）`}没有单独一条达标线，不能按达标线试算。请改有达标线的指标，或改数据试算。`,
  'evaluate.suppose.limitForm': (d: { indicator: string; limit: string }) =>
    `${d.indicator} 的达标线不能是 ${d.limit}。请写成与原达标线同类的数，如 90%、16。`,
  'evaluate.figure.double': (d: { item: string; unit: string; first: string; second: string; where: string }) =>
    `${d.unit} 的${d.item}填了两次：${d.first} 和 ${d.second}，先采用 ${d.where} 的数。请只保留一处。`,
  'evaluate.figure.otherReporter': (d: { item: string; unit: string; own: string; other: string; dept: string }) =>
    `${d.unit} 的${d.item}，责任部门填 ${d.own}，${d.dept} 填 ${d.other}。请两部门核对。`,
  'evaluate.figure.period': (d: { item: string; unit: string; period: string }) =>
    `${d.unit} 的${d.item}是 ${d.period} 的数，不是本轮评价所用的时间，没有采用。请填本年和上年的数。`,
  'evaluate.undecided': (d: {
    why: string;
    missing: string;
    leaves: readonly string[];
    count: number;
    asks?: readonly string[];
    /** Only what reviewers accepted was looked at. */
    accepted?: boolean;
  }) =>
    `${d.missing}，${d.leaves.join('、')}${d.count > d.leaves.length ? `等 ${d.count} 项` : ''} 的得分因此待定。${d.why === 'missing' && d.accepted ? '已报的，审核通过后计入；没有报的，' : ''}${(d.why === 'missing' && askFor(d.asks)) || ASK[d.why] || '请核对数据和方案。'}`,
  'evaluate.clause.undecided': (d: { unit: string; clause: string; missing: string }) =>
    `${d.unit} 是否有“${d.clause}”情形还不能判定。${d.missing}`,
  'evaluate.clause.holds': (d: { unit: string; clause: string; vetoes: boolean; grade: string }) =>
    `${d.unit} 触发${d.vetoes ? '一票否决' : '降等'}情形“${d.clause}”，等次${d.grade === '待定' ? '待定' : `为${d.grade}`}。请核实；报告的问题和措施两部分会写明。`,
} satisfies Sentences;

/** What was explained is not asked for again. */
const said = (d: { readonly reason?: string }, ask: string): string =>
  d.reason === undefined ? ask : `已说明：${d.reason}`;

/** By kind of check. */
export const zhByKind = {
  holds: (d: { unit: string }) => `${d.unit} 的数据前后不符。请核对有关各项。`,
  notBelowPrior: (d: { item: string; by: string; rate: string; reason?: string }) =>
    `${d.item}比上年减少 ${d.by}${d.rate === '' ? '' : `，下降 ${d.rate}`}。${said(d, '请对照报表核对；属实请说明原因并附报表。')}`,
  priorDiffers: (d: { unit: string; item: string; now: string; filed: string; by: string; reason?: string }) =>
    `${d.unit}的${d.item}，本次填的上年数为 ${d.now}，上年报的是 ${d.filed}，相差 ${d.by}。${said(d, '请核对；确有调整请说明原因。')}`,
  sumOfParts: (d: { sum: string; total: string; difference: string }) =>
    `分项合计 ${d.sum} 与总数 ${d.total} 差 ${d.difference}。请核对各分项。`,
  percentSum: (d: { sum: string }) => `各项占比合计 ${d.sum}，不是 100%。请核对各项占比。`,
  countySum: (d: { stated: string; sum: string; difference: string; counties: number }) =>
    `${d.counties} 个县合计 ${d.sum} 与市填报数 ${d.stated} 差 ${d.difference}。请核对市填报数和各县填报数。`,
  perStudentAgrees: (d: { sum: string; total: string; off: string; reason?: string }) =>
    `生均数乘学生数合计 ${d.sum}，与总数 ${d.total} 相差 ${d.off}。${said(d, '请核对生均数和学生数；属实请说明原因。')}`,
  scoreStated: (d: { unit: string; stated: string; computed: string; difference: string; reason?: string }) =>
    `${d.unit} 拟报 ${d.stated} 分，系统测算 ${d.computed} 分，相差 ${d.difference} 分。${said(d, '请在该格的说明栏写明理由和依据，或改正拟报分。')}`,
  thresholdEdge: (d: { value: string; limit: string }) =>
    `实际 ${d.value}，未达到 ${d.limit}。印出时保留两位，不写作 ${d.limit}。`,
} satisfies Sentences;
