/**
 * A text says 「生均公用经费1959.30元」 where the item counts 元/人, and 「每月300元」 where it counts 元/月. So an amount of money may be
 * a figure of one, when the words name what it is per, and the same kind of school and of amount as the item does.
 */
import type { NumberMention } from '../../../engines/prose/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Around } from './names.ts';
import { oneWord } from './same-words.ts';

/** Dimensions a stated amount may have beside its own; nobody has 亿元 to the head. */
export const dimensionsPerHead = ({ unit }: Pick<NumberMention, 'unit'>, dimension: string): readonly string[] =>
  dimension !== 'money' || unit === '亿元' ? [] : unit === '万元' ? ['money/person'] : ['money/person', 'money/month'];

const PER = ['生均', '人均', '平均', '月'];
/** Words that make it another amount, or that of other schools: one beside the number stands in the item's name too. */
const NARROW = '学前 幼儿 义务 中小学 中职 高职 高等 大学 特殊教育 公用 标准 定额 拨款 费用 补助 奖补'.split(' ');
/** 教师平均工资 says 义务教育教师平均工资 shorter; the others nobody leaves out. */
const LEFT_OUT = '义务';

/** `around` in the words of `oneWord`. */
export function isPerHead(item: SchemeItem, { near, before }: Around): boolean {
  const name = oneWord(item.name);
  const all = `${before}${near}`;
  return (
    PER.some((word) => name.includes(word)) &&
    PER.every((word) => !name.includes(word) || all.includes(word)) &&
    NARROW.every((word) => !near.includes(word) || name.includes(word)) &&
    NARROW.every((word) => word === LEFT_OUT || !name.includes(word) || all.includes(word))
  );
}
