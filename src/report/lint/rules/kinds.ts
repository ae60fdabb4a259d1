/**
 * Names that divide a whole without overlapping: 小学 and 初中 do, 特岗教师 and 硕士研究生 do not. Only parts told apart by
 * one of these lines are held against their total.
 */
const KINDS: readonly (readonly RegExp[])[] = [
  [
    /^(?:幼儿园|学前)/,
    /^小学/,
    /^(?:普通)?初中/,
    /^(?:普通)?高中(?!阶段)/,
    /^(?:中职|中等职业|职业高中|职高)/,
    /^(?:特殊教育|特教)/,
    /^(?:高校|高等|高职)/,
  ],
  [/^学前/, /^义务教育/, /^高中阶段/, /^高等/],
  [/^中央/, /^(?:省级?|自治区)/, /^(?:市本级|市级)/, /^(?:县级|区级|区县|县区|市县)/, /^(?:社会|自筹|企业)/],
  [/^(?:城区|城市)/, /^(?:镇区|县城|县镇)/, /^(?:乡村|农村)/],
  [/^公办/, /^民办/],
  [/^公办/, /^普惠性?民办/, /^(?:其他|非普惠性?)民办/],
  [/^专职/, /^兼职/],
  [/^男/, /^女/],
  [/^春季/, /^秋季/],
  [/^上半年/, /^下半年/],
  [/^优秀/, /^(?:良好|较好)/, /^(?:合格|及格|中等|一般)/, /^(?:不合格|不及格|较差)/],
  [/^非常满意/, /^(?:比较|较)?满意/, /^基本满意/, /^一般/, /^不满意/],
];

/** Kinds that leave nothing over: what they add up to is the whole. */
const ALL_OF_IT: readonly (readonly RegExp[])[] = [
  [/^市本级/, /^县级/],
  [/^公办/, /^民办/],
  [/^公办/, /^普惠性?民办/, /^(?:其他|非普惠性?)民办/],
  [/^专职/, /^兼职/],
  [/^男/, /^女/],
];

const PLACE = /^[\p{Script=Han}]{1,5}[县区市旗]/u;

const kindIn = (kinds: readonly RegExp[], name: string): number => kinds.findIndex((kind) => kind.test(name));

const differ = (found: readonly (number | string | undefined)[]): boolean =>
  found.every((each) => each !== -1 && each !== undefined) && new Set(found).size === found.length;

/** Whether no thing of one name can be of another: 小学 and 初中, 鹿鸣县 and 云屏县. */
export const areApart = (names: readonly string[]): boolean =>
  KINDS.some((kinds) => differ(names.map((name) => kindIn(kinds, name)))) ||
  (names.every((name) => /县/.test(name)) && differ(names.map((name) => PLACE.exec(name)?.[0])));

/** Whether together they are all there is: 公办 and 民办. */
export const areAll = (names: readonly string[]): boolean =>
  ALL_OF_IT.some((kinds) => names.length === kinds.length && differ(names.map((name) => kindIn(kinds, name))));

/** The words behind its kind: 公办园占 and 民办园占 say the same of two. */
export function restBehindKind(name: string): string {
  const kind = KINDS.flat().find((each) => each.test(name));
  return kind === undefined ? name : name.replace(kind, '');
}
