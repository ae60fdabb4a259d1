/**
 * Numbers without a control, recognised by the words around them and held against the data: levels (「在园幼儿8.78万人」),
 * and the change said of one (「，比上年增长4.31%」). What is only like an item's name is told as doubtful.
 */
import { growthInterval, interval, middle, type NumberMention, overlaps } from '../../../engines/prose/index.ts';
import { compare, type Rational } from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import { finding, type LintDocument, type LintParagraph, type Told } from '../document.ts';
import { plansOf } from '../plans.ts';
import { statementsOf } from '../rules/statements.ts';
import { changeOf, differingChange, isAsked, isBound, type Recognised, signed } from './changes.ts';
import type { Likeness, Names } from './names.ts';
import { agrees, figureOf, point, printedLike } from './values.ts';

export function recognisedFigures(
  { paragraphs, year }: LintDocument,
  material: Material,
  names: Names,
): readonly Told[] {
  const plans = plansOf(paragraphs);
  const outside = AREAS[material.evaluee.kind] ?? [];
  const below = material.submission.org.children(material.evaluee.code).map(({ name }) => name);
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable || paragraph.numbers.length === 0) return [];
    const governed = new Set(paragraph.changes.map(({ by }) => by));
    const known = new Map<NumberMention, Recognised>();
    const targets = new Map<NumberMention, SchemeItem>();
    const levels = paragraph.numbers.flatMap((number, index) => {
      if (governed.has(number) || !isLevel(number)) return [];
      const around = aroundOf(paragraph, index);
      const aim = plans.has(paragraph) || isAim(around, year);
      if (isOfOther(around, aim ? undefined : year, below) || isOutside(around, outside)) return [];
      const likely = names.likely(number, around);
      const meant = likely.filter(({ item }) => NEXT.test(item.name) === aim && fits(item, around));
      const best = pick(meant, material);
      if (aim) {
        const reached = pick(
          likely.filter(({ item }) => !NEXT.test(item.name) && fits(item, around)),
          material,
        );
        if (reached?.sure === true) targets.set(number, reached.item);
      }
      if (best === undefined) return [];
      known.set(number, best);
      if (isBound(paragraph, number) || isExplained(number, likely, material)) return [];
      return differing(paragraph, number, best, figureOf(best.item, material));
    });
    return [...levels, ...changesOf(paragraph, known, material), ...aimsOf(paragraph, targets, material)];
  });
}

const isLevel = ({ kind, unit }: NumberMention): boolean => kind === 'percent' || (kind === 'amount' && unit !== '分');

interface Context {
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

function aroundOf({ text, numbers }: LintParagraph, index: number): Context {
  const number = numbers[index] as NumberMention;
  const from = Math.max(numbers[index - 1]?.end ?? 0, number.start - LABEL_MOST);
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
    before,
    years,
  };
}

/** 「占符合条件教师的」 and 「完成计划的」 say 比例 and 完成率 in other words. */
const SHARE = /(?:占|完成)[^，。；]*的$/;

/** 「学校和幼儿园」 and 「市、县级」 say all of them, not one of their kinds; 在校学生 are 在校生. */
const oneWord = (text: string): string =>
  text
    .replace(/(?:中小)?学校和幼儿园|中小学幼儿园|中小学和幼儿园/g, '学校')
    .replace(/[省市]、县级/g, '')
    .replace(/在校学生/g, '在校生');

/** Another year, a bound or another place: not the evaluee's figure of this year. */
const OTHER = /上年|去年|前年|同期|不低于|不少于|不高于|不超过|高于|低于|超过|比例配备|标准为|每生|每人|每名学生/;

/** `year`: of the report; undefined where what is aimed at is told, in whatever year. */
function isOfOther(
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
const AREAS: Partial<Record<Material['evaluee']['kind'], readonly string[]>> = {
  province: ['全国'],
  prefecture: ['全国', '全省'],
  county: ['全国', '全省', '全市'],
};

/** The area named last before the number is the number's own. */
function isOutside({ label, before }: Context, outside: readonly string[]): boolean {
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
const NEXT = /下一?年|目标/;

const isAim = ({ label, years }: Context, year: number | undefined): boolean =>
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

function fits({ name }: SchemeItem, { label, behind, before }: Context): boolean {
  const beside = `${label}${behind.replace(/（.*/, '')}`;
  const narrowed = NARROW.every((word) => !has(beside, word) || has(name, word));
  const all = `${before}${label}${behind}`;
  return narrowed && NAMED.every((word) => !has(name, word) || has(all, word));
}

/** 中小学 is not 小学; 应 is 应享受 and 应配, not 应当. */
const has = (text: string, word: string): boolean =>
  word === '小学' ? /(?<!中)小学/.test(text) : word === '应' ? /应(?!当|急|用|对)/.test(text) : text.includes(word);

const SURE = { likeness: 0.8, near: 0.5 };
const LIKE = { likeness: 0.33, ahead: 1.25 };

function pick(likely: readonly Likeness[], material: Material): Recognised | undefined {
  const [best] = likely;
  if (best === undefined) return undefined;
  if (best.headed === 'no') return undefined;
  if (best.headed === 'beside' && best.likeness >= SURE.likeness && best.near >= SURE.near)
    return { item: best.item, sure: true };
  const own = figureOf(best.item, material);
  // 应享受 and 已享受 with one value may both be meant.
  const next = likely.find(({ item }) => {
    const other = figureOf(item, material);
    return own !== undefined && other !== undefined && compare(own, other) !== 0;
  });
  const ahead = next === undefined || best.weight * best.likeness >= LIKE.ahead * next.weight * next.likeness;
  return best.likeness >= LIKE.likeness && ahead ? { item: best.item, sure: false } : undefined;
}

/** Whether any item of a like name has the value, now or the year before. */
const CONSIDERED = 8;
const isExplained = (number: NumberMention, likely: readonly Likeness[], material: Material): boolean =>
  likely.slice(0, CONSIDERED).some(({ item }) =>
    ([0, -1] as const).some((shift) => {
      const exact = figureOf(item, material, shift);
      return exact !== undefined && agrees(number, exact);
    }),
  );

function differing(
  paragraph: LintParagraph,
  number: NumberMention,
  { item, sure }: Recognised,
  exact: Rational | undefined,
): readonly Told[] {
  if (exact === undefined) return [];
  const data = {
    name: item.name,
    stated: `${number.digits}${number.unit}`,
    right: printedLike(number, exact, item.unit),
    doubtful: !sure,
  };
  return [finding('report.figure.differs', paragraph, number, data, sure ? undefined : 'warn')];
}

/** What is said of the change of a level that was recognised. */
function changesOf(
  paragraph: LintParagraph,
  known: ReadonlyMap<NumberMention, Recognised>,
  material: Material,
): readonly Told[] {
  return statementsOf(paragraph).flatMap(({ now, changes }) => {
    const recognised = known.get(now);
    if (recognised === undefined) return [];
    const [value, prior] = [figureOf(recognised.item, material), figureOf(recognised.item, material, -1)];
    if (value === undefined || prior === undefined) return [];
    return changes.flatMap((change) => {
      if (change.restated || change.yearly || isBound(paragraph, change) || isAsked(change, paragraph)) return [];
      const right = changeOf(change, now, value, prior);
      if (right === undefined || overlaps(point(right), signed(change))) return [];
      return [differingChange(paragraph, change, recognised, right)];
    });
  });
}

/** 「力争教育支出达到89.50亿元以上，增长3.56%以上」: the growth from what the data say now to what is aimed at. */
function aimsOf(
  paragraph: LintParagraph,
  targets: ReadonlyMap<NumberMention, SchemeItem>,
  material: Material,
): readonly Told[] {
  return statementsOf(paragraph).flatMap(({ now, changes }) => {
    const item = targets.get(now);
    const from = item && figureOf(item, material);
    const right = from && growthInterval(interval(now), point(from));
    if (item === undefined || right === undefined) return [];
    return changes.flatMap((change) => {
      if (change.by.kind !== 'percent' || now.kind === 'percent' || change.yearly || change.restated) return [];
      if (overlaps(right, signed(change))) return [];
      const data = {
        name: `${item.name}${change.word}（目标）`,
        stated: `${change.word}${change.by.digits}${change.by.unit}`,
        right: printedLike(change.by, middle(right), item.unit),
        doubtful: false,
      };
      return [finding('report.figure.differs', paragraph, change, data, 'warn')];
    });
  });
}
