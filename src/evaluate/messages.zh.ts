/** 评价阶段的句子。检查的句子按检查种类写在这里，方案自带 `says` 的用方案的。 */
import type { Sentences } from '../kernel/index.ts';

export const zh = {
  'evaluate.unitMissing': (d: { unit: string }) => `没有单位“${d.unit}”的结果，或您的岗位看不到。请从结果列表中打开。`,
  'evaluate.itemMissing': (d: { item: string }) => `方案中没有数据项“${d.item}”。请核对代码。`,
  'evaluate.figure.double': (d: { item: string; unit: string; first: string; second: string; where: string }) =>
    `${d.unit} 的${d.item}填了两次：${d.first} 和 ${d.second}，先采用 ${d.where} 的数。请只保留一处。`,
  'evaluate.figure.otherReporter': (d: { item: string; unit: string; own: string; other: string; dept: string }) =>
    `${d.unit} 的${d.item}，责任部门填 ${d.own}，${d.dept} 填 ${d.other}。请两部门核对。`,
  'evaluate.figure.period': (d: { item: string; unit: string; period: string }) =>
    `${d.unit} 的${d.item}是 ${d.period} 的数，不是本轮评价所用的时间，没有采用。请填本年和上年的数。`,
  'evaluate.clause.undecided': (d: { unit: string; clause: string; missing: string }) =>
    `${d.unit} 是否有“${d.clause}”情形还不能判定。${d.missing}`,
} satisfies Sentences;

/** By kind of check. */
export const zhByKind = {
  holds: (d: { unit: string }) => `${d.unit} 的数据前后不符。请核对有关各项。`,
  notBelowPrior: (d: { item: string; by: string; rate: string }) =>
    `${d.item}比上年减少 ${d.by}${d.rate === '' ? '' : `，下降 ${d.rate}`}。请对照报表核对；属实请说明原因并附报表。`,
  sumOfParts: (d: { sum: string; total: string; difference: string }) =>
    `分项合计 ${d.sum} 与总数 ${d.total} 差 ${d.difference}。请核对各分项。`,
  percentSum: (d: { sum: string }) => `各项占比合计 ${d.sum}，不是 100%。请核对各项占比。`,
  countySum: (d: { stated: string; sum: string; difference: string; counties: number }) =>
    `${d.counties} 个县合计 ${d.sum} 与市填报数 ${d.stated} 差 ${d.difference}。请核对市填报数和各县填报数。`,
  perStudentAgrees: (d: { sum: string; total: string; off: string }) =>
    `生均数乘学生数合计 ${d.sum}，与总数 ${d.total} 相差 ${d.off}。请核对生均数和学生数；属实请说明原因。`,
  thresholdEdge: (d: { value: string; limit: string }) =>
    `实际 ${d.value}，未达到 ${d.limit}。印出时保留两位，不写作 ${d.limit}。`,
} satisfies Sentences;
