/** The Chinese sentences that say why: built from the same values that decided, never from a rounded one. */
import type { CompiledFormula } from '../engines/formula/index.ts';
import {
  type FigureRef,
  type Gap,
  multiply,
  parseDecimal,
  parsePeriod,
  type Rational,
  rational,
  UNITS,
  type Unit,
  unitDefinition,
  yearOf,
} from '../kernel/index.ts';
import { isLedger, nameOfAsked, type Scheme } from '../scheme/on-files.ts';
import type { Places } from './units.ts';

/** Figures named in one sentence; the rest are counted. */
const NAMED = 5;

const CAUSE: Readonly<Record<Gap['why'], string>> = {
  missing: '缺 ',
  'not-applicable': '不适用的有 ',
  'divided-by-zero': '除数为零',
  'not-comparable': '两年数的性质或单位范围不同，不能相比：',
};

/**
 * `缺 白渡县 生均公用经费`. A figure of an earlier year is named with its year; what many schools of a county owe is one
 * thing; of two years that cannot be compared it is said what each is.
 */
export function sayGap(of: Gap, scheme: Scheme, places: Places): string {
  const alike = Map.groupBy(of.from, ({ item, unit, period }) => {
    const { kind, parent } = places.unit(unit);
    return `${kind === 'school' ? parent : unit}\t${kind}\t${item}\t${period}`;
  });
  const names = [...alike.values()].map(([first, ...others]) => {
    const { item, unit, period, natures } = first as FigureRef;
    const { name, parent } = places.unit(unit);
    const who = others.length === 0 ? name : `${places.unit(parent ?? unit).name}${others.length + 1}所学校`;
    const parsed = parsePeriod(period);
    const year = parsed !== undefined && yearOf(parsed) < scheme.year ? `${yearOf(parsed)}年 ` : '';
    const ledger = isLedger(scheme, item) ? '（台账未交）' : '';
    const asked = `${nameOfAsked(scheme, item)}${ledger}`;
    if (natures === undefined) return `${who} ${year}${asked}`;
    return `${who} ${asked}（本年为${natures.now}，上年为${natures.then}）`;
  });
  const listed = names.slice(0, NAMED).join('、');
  const more = names.length > NAMED ? `等 ${names.length} 项` : '';
  if (of.why === 'divided-by-zero') return names.length === 0 ? CAUSE[of.why] : `${CAUSE[of.why]}（${listed}${more}）`;
  return names.length === 0 ? (of.why === 'missing' ? '缺所需数据' : '此项不适用') : `${CAUSE[of.why]}${listed}${more}`;
}

export const undecided = (of: Gap, scheme: Scheme, places: Places): string =>
  `无法判定：${sayGap(of, scheme, places)}。`;

export interface Limit {
  readonly sign: '>=' | '>' | '<=' | '<' | '=';
  readonly exact: Rational;
}

const LIMIT = /(>=|<=|≥|≤|>|<|=) ?(\d{1,20}(?:\.\d{1,20})?)(%?)$/;
const SIGNS: Readonly<Record<string, Limit['sign']>> = { '≥': '>=', '≤': '<=' };

/** The limit a condition ends with, for formulas of one comparison: `retention >= 95%`. */
export function limitOf({ text }: CompiledFormula): Limit | undefined {
  const match = LIMIT.exec(text.trim());
  if (match === null || /[<>=≥≤≠].*[<>=≥≤≠]/.test(text.replaceAll('>=', '≥').replaceAll('<=', '≤'))) return undefined;
  const [, sign = '', digits = '', percent] = match;
  const amount = parseDecimal(digits);
  if (amount === undefined || /[(,]/.test(text)) return undefined;
  const exact = percent === '%' ? multiply(amount, rational(1n, 100n)) : amount;
  return { sign: SIGNS[sign] ?? (sign as Limit['sign']), exact };
}

/** 「达到 85%」「未达到 85%」「不超过 8%」「超过 8%」. */
export function sayLimit({ sign }: Limit, limit: string, met: boolean): string {
  if (sign === '<=' || sign === '<')
    return met ? `${sign === '<' ? '低于' : '未超过'} ${limit}` : `${sign === '<' ? '不低于' : '超过'} ${limit}`;
  if (sign === '=') return met ? `等于 ${limit}` : `不等于 ${limit}`;
  return met ? `${sign === '>' ? '超过' : '达到'} ${limit}` : `未${sign === '>' ? '超过' : '达到'} ${limit}`;
}

/** A share or a growth, or an item by itself: pure numbers that are read as per cent. */
const READS_AS_RATE = /[/%]|GROWTH|增长率|^[A-Za-z][A-Za-z0-9]*$|^\[[^\]]*\]$/;

/**
 * Unit of a value that a leaf gives no unit for: rates read best as per cent, money in 万元, the rest in base units, by
 * the word that the items read use for it (处, 起, 名).
 */
export function usualUnit(
  { dimension, text, uses }: Pick<CompiledFormula, 'dimension' | 'text' | 'uses'>,
  items: Scheme['items'],
): Unit {
  if (dimension === '') return READS_AS_RATE.test(text) ? '%' : '1';
  if (dimension === 'money') return '万元';
  const [only, ...others] = new Set(uses.map(({ item }) => items.get(item)?.unit));
  if (only !== undefined && others.length === 0) {
    const { family, inBase } = unitDefinition(only);
    if (family.dimension === dimension && inBase.num === inBase.den) return only;
  }
  return UNITS.find((unit) => unitDefinition(unit).family.dimension === dimension) ?? '1';
}
