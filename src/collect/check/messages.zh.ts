/**
 * Sentences of the checks by their kind. The scheme gives a check its id, so a finding's code is found through the
 * scheme (`checkSentences`); the ids of 教督 practice stand here as well.
 */
import type { FindingData, Sentences } from '../../kernel/index.ts';
import { fillSays } from './fill-says.ts';

interface Compared {
  readonly item: string;
  readonly of: string;
  readonly now: string;
  readonly prior: string;
  readonly unit: string;
  /** 说明 given with the figure, where it lowered the finding. */
  readonly reason?: string;
}
export interface Granted {
  readonly granted: string;
  readonly grantedBy: string;
  readonly grantedOn: string;
}
const FACTORS: Readonly<Record<string, string>> = {
  '10000': '一万倍',
  '0.0001': '万分之一',
  '100': '一百倍',
  '0.01': '百分之一',
  '10': '十倍',
  '0.1': '十分之一',
};
/** Nothing where the explanation stands beside the sentence. */
const said = (d: { readonly reason?: string }): string =>
  d.reason === undefined ? '请核对；属实请说明原因。' : d.reason === '' ? '' : `已说明：${d.reason}`;

export const kindsZh = {
  unitSlip: (d: Compared & { factor: string; other: string }) =>
    `本年值 ${d.now} 约为上年 ${d.prior} 的${FACTORS[d.factor] ?? `${d.factor}倍`}。本格单位是“${d.unit}”${d.other === '' ? '，请核对小数点和单位' : `，看来按“${d.other}”填了，请改按${d.unit}填`}。`,
  percentEntry: (d: { item: string; value: string; meant: string }) =>
    `“${d.item}”此格填百分数，${d.value} 表示 ${d.value}%。如为 ${d.meant}%，请填 ${d.meant}。`,
  jump: (d: Compared & { change: string; limit: string; grows: boolean }) =>
    `“${d.item}”比上年${d.grows ? '增长' : '下降'} ${d.change}，超过 ${d.limit}。${said(d)}`,
  required: (d: { item: string; of: string; year?: number }) =>
    d.year === undefined
      ? `${d.of}的“${d.item}”必填，还空着。没有此项填 0，不涉及选“不适用”。`
      : `${d.of}的“${d.item}”缺 ${d.year} 年数，比上年增减和增长率算不出。请补填上年数；上年没有此项填 0。`,
  zeroOrMissing: (d: Compared & { before: boolean }) =>
    `“${d.item}”${d.before ? `上年填 0，本年为 ${d.now}，增长率算不出` : `上年为 ${d.prior}，本年填 0`}。${d.reason === undefined ? '确为 0 请说明；没有数据请留空。' : said(d)}`,
  range: (d: { item: string; value: string; limit: string; side: string; unit: string }) =>
    `“${d.item}”填了 ${d.value}${d.unit}，${d.side === 'min' ? '低于' : '超过'} ${d.limit}${d.unit}。请核对。`,
  natureMixed: (d: { item: string; got: string; asked: string; year: number; count: number; reason?: string }) =>
    `${d.year}年数要填${d.asked}，表头写的是${d.got}（“${d.item}”等 ${d.count} 项）。${said(d)}`,
  evidenceMissing: (d: { of: string; count: number; indicators: readonly string[] }) =>
    `${d.of}缺佐证 ${d.count} 项：${d.indicators.slice(0, 12).join('、')}${d.count > 12 ? '等' : ''}。请补充，或在目录中登记“现场查阅”。`,
  evidenceDate: (d: { number: string; title: string; date: string; year: number }) =>
    `佐证 ${d.number}《${d.title}》的日期 ${d.date} 早于评价年度（${d.year}年）。请换用有效文件，或说明仍然有效。`,
  identityNumber: (d: { file: string; count: number }) => `${d.file} 中有 ${d.count} 个身份证号。请遮去后再提供。`,
  notBelowPrior: (d: { item: string; by: string; rate: string; reason?: string }) =>
    `${d.item}比上年减少 ${d.by}${d.rate === '' ? '' : `，下降 ${d.rate}`}。${d.reason === undefined ? '请对照报表核对；属实请说明原因并附报表。' : said(d)}`,
  holds: (d: FindingData & { says?: string }) =>
    d.says === undefined ? '有关各项前后不符。请逐项核对。' : fillSays(d.says, d),
} satisfies Sentences;

/** Behind the sentence of a check that was let pass. */
export const grantedZh = (d: Granted): string =>
  `已按特殊情况处理：${d.granted}（${d.grantedBy} ${d.grantedOn} 批准）。`;

export const checksZh = {
  'UN-1': kindsZh.unitSlip,
  'UN-6': kindsZh.percentEntry,
  'YOY-9': kindsZh.jump,
  'CM-1': kindsZh.required,
  'CM-2': kindsZh.zeroOrMissing,
  'CM-3': kindsZh.evidenceMissing,
  'CM-5': kindsZh.natureMixed,
  'EV-1': kindsZh.evidenceDate,
  'PI-1': kindsZh.identityNumber,
} satisfies Sentences;
