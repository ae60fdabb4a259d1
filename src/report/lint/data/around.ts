/** Words around a number, and whose figure of which year they make it: another place, another year, an aim, a part. */
import type { NumberMention } from '../../../engines/prose/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import type { LintParagraph } from '../document.ts';
import { oneWord } from './same-words.ts';

export interface Context {
  /** Beside the number: 「，参与学生」32.58万人. */
  readonly label: string;
  readonly behind: string;
  readonly near: string;
  /** The sentence up to the label. */
  readonly before: string;
  readonly years: readonly number[];
}

const LABEL_MOST = 30;
const BEHIND_MOST = 14;
const BEFORE_MOST = 80;

/** Of a number, or of what is said of one: `after` ends the number before it. */
export function aroundOf(
  { text }: LintParagraph,
  number: Pick<NumberMention, 'start' | 'end'>,
  after: number,
): Context {
  const from = Math.max(after, number.start - LABEL_MOST);
  const label =
    text
      .slice(from, number.start)
      .split(/[，。；：！？]/)
      .at(-1) ?? '';
  const [behind = ''] =
    /^(?:[^，。；：、！？\d（）]|（[^（）\d]*）)*/.exec(text.slice(number.end, number.end + BEHIND_MOST)) ?? [];
  const sentence = text.slice(Math.max(0, number.start - BEFORE_MOST), number.start - label.length);
  const before = sentence.split(/[。！？]/).at(-1) ?? '';
  const opening =
    text
      .slice(0, number.start)
      .split(/[。；！？]/)
      .at(-1) ?? '';
  const years = [...opening.matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].map(([, year]) => Number(year));
  return {
    label: oneWord(label),
    behind: oneWord(behind),
    near: `${oneWord(label)}${SHARE.test(label) ? '，完成率，比例' : ''}，${oneWord(behind)}`,
    before: oneWord(before),
    years,
  };
}

/** 「占符合条件教师的」 and 「完成计划的」 say 比例 and 完成率 in other words. */
const SHARE = /(?:占|完成)[^，。；]*的$/;

/** Another year, a bound or another place: not the evaluee's figure of this year. */
const OTHER = /上年|去年|前年|同期|不低于|不少于|不高于|不超过|高于|低于|超过|比例配备|标准为|每生|每人|每名学生/;

/** `year`: of the report; undefined where what is aimed at is told, in whatever year. */
export function isOfOther(
  { label, behind, before, years }: Context,
  year: number | undefined,
  below: readonly string[],
): boolean {
  if (OTHER.test(label) || SOME_COUNTIES.test(behind)) return true;
  const stated = years.at(-1);
  if (year !== undefined && ((stated !== undefined && stated !== year) || BOUND.test(behind))) return true;
  const clause = `${before.split(/[；。]/).at(-1) ?? ''}${label}`;
  if (SPAN.test(clause)) return true;
  return !OWN.test(label) && below.some((name) => clause.includes(name));
}

/** Words for areas wider than the evaluee, which the text may set beside its own: 全国一般公共预算教育支出39256.96亿元. */
export const AREAS: Partial<Record<Material['evaluee']['kind'], readonly string[]>> = {
  province: ['全国'],
  prefecture: ['全国', '全省'],
  county: ['全国', '全省', '全市'],
};

/** The area named last before the number is the number's own. */
export function isOutside({ label, before }: Context, outside: readonly string[]): boolean {
  const clause = `${before.split(/[；。，]/).at(-1) ?? ''}${label}`;
  const last = clause.match(/全[国省市县区]|市级|本级/g)?.at(-1);
  return (
    last !== undefined && outside.includes(last) && !/[居列]$|排名/.test(clause.slice(0, clause.lastIndexOf(last)))
  );
}

/** More years than the report's. */
const SPAN = /以来|“十[二三四五六]五”(?!时期专业)|近[二两三四五]年|[三五]年来/;
/** Of the counties those that did something are counted, not all. */
const SOME_COUNTIES = /^县（市、区）.{0,3}(?:通过|获|被|未|列入|入选|已?建成|先行)/;
const BOUND = /^(?:以上|以下|以内|左右|余)/;
const OWN = /全[市县区省]|市级|市本级|本级/;
const AIM = /力争|目标|计划(?=到|于|在|投入|新增|新建|安排|建设|招)|拟|将/;
/** How a scheme names what is aimed at. */
export const NEXT = /下一?年|目标/;

export const isAim = ({ label, years }: Context, year: number | undefined): boolean =>
  AIM.test(label) || (year !== undefined && years.at(-1) === year + 1);

/** Words that narrow a number: 新增督学 are no 督学. An item is meant only when its name narrows the same way. */
const NARROW =
  '新增 新建 新招 新聘 净增 招聘 农村 乡村 城镇 城市 民办 公办 女 男 编外 临聘 特岗 市本级 县级 省级 国家级 校级 中央 缺口 不足 小学 初中 高中 幼儿园 中职 高校 毕业 退休 专职 兼职 骨干 残疾 留守 随迁 贫困 脱贫 寄宿 普惠 城区 镇区 财政性 春季 秋季 上半年 下半年 平均 人均 生均 月均 应 未 另 其余 其他'.split(
    ' ',
  );
/** Those a text leaves out only when it does not mean them. */
const NAMED =
  '农村 乡村 城镇 民办 公办 特岗 市本级 国家级 省级 市级 县级 小学 初中 高中 幼儿园 中职 高校 专职 兼职 骨干 残疾 留守 随迁 春季 特教 体质 招生'.split(
    ' ',
  );

export function fits(item: SchemeItem, { label, behind, before }: Context): boolean {
  const name = oneWord(item.name);
  const beside = `${label}${behind.replace(/（.*/, '')}`;
  const narrowed = NARROW.every((word) => !has(beside, word) || has(name, word));
  const all = `${before}${label}${behind}`;
  return narrowed && NAMED.every((word) => !has(name, word) || has(all, word));
}

/** 中小学 is not 小学; 应 is 应享受 and 应配, not 应当. */
const has = (text: string, word: string): boolean =>
  word === '小学' ? /(?<!中)小学/.test(text) : word === '应' ? /应(?!当|急|用|对)/.test(text) : text.includes(word);
