import { nearest, type Sentences, UNITS } from '../../kernel/index.ts';

const TYPES: Readonly<Record<string, string>> = { number: '数', truth: '真假', text: '文字', name: '名称' };
const DIMENSIONS: Readonly<Record<string, string>> = {
  '': '纯数（比率）',
  money: '金额',
  person: '人数',
  'money/person': '人均金额',
  area: '面积',
  'area/person': '人均面积',
  visit: '人次',
  school: '学校数',
  class: '班数',
  room: '间数',
  thing: '个数',
  point: '分',
};
const type = (name: string): string => TYPES[name] ?? name;
const dimension = (name: string): string => DIMENSIONS[name] ?? name;

export const zh = {
  'formula.syntax': (d: { near: string }) => `公式在“${d.near}”处写法有误。请检查括号、逗号和引号是否成对。`,
  'formula.tooLong': () => '公式太长（上限 2,000 个词）。请拆成几个计算数据项。',
  'formula.tooDeep': () => '公式嵌套太深（上限 64 层）。请拆成几个计算数据项。',
  'formula.unknownName': (d: { name: string }) => `没有数据项“${d.name}”。请核对代码，或在 items 中补上。`,
  'formula.unknownColumn': (d: { name: string; ledger: string; columns: readonly string[] }) =>
    `台账 ${d.ledger} 没有列“${d.name}”。它的列有：${d.columns.join('、')}。`,
  'formula.noChoice': (d: { text: string; column: string; choices: readonly string[] }) =>
    `列 ${d.column} 的选项中没有“${d.text}”，没有一行会是它。选项：${d.choices.join('、')}。`,
  'formula.notADate': (d: { text: string }) => `“${d.text}”不是日期，不能与日期列比较。请写成 "2025-05-01" 的样子。`,
  'formula.unknownAttribute': (d: { name: string }) => `这里没有属性“@${d.name}”。请核对单位名录的列名。`,
  'formula.unknownFunction': (d: { name: string; near: readonly string[] }) =>
    `没有函数“${d.name}”。可用：${d.near.join('、')}。`,
  'formula.unknownGroup': (d: { name: string }) => `“${d.name}”不是可以遍历的一组单位。请写 counties 或 schools。`,
  'formula.unknownLedger': (d: { name: string }) => `没有台账“${d.name}”。请核对 ledgers 中的代码。`,
  'formula.unknownIndicator': (d: { name: string }) => `没有指标“${d.name}”。请核对 indicators 中的代码。`,
  'formula.unknownUnit': (d: { unit: string }) => `没有单位“${d.unit}”。可用：${nearest(d.unit, UNITS).join('、')}。`,
  'formula.argumentCount': (d: { name: string; least: number; most: number; got: number }) =>
    `函数 ${d.name} 要 ${d.least === d.most ? d.least : `${d.least} 至 ${d.most}`} 个参数，写了 ${d.got} 个。请增减参数。`,
  'formula.type': (d: { wanted: string; got: string }) =>
    `这里要${type(d.wanted)}，得到的是${type(d.got)}。请改写这一部分。`,
  'formula.dimension': (d: { wanted: string; got: string }) =>
    `单位不合：${dimension(d.wanted)}不能与${dimension(d.got)}相加或比较。确需如此请用 NUMBER() 去掉单位。`,
} satisfies Sentences;
