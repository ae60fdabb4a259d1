/** Finds every number of a text with its unit, its exact value and how far rounding may have moved it. */
import {
  type Dimension,
  multiply,
  parseDecimal,
  type Rational,
  rational,
  type Unit,
  unitDefinition,
} from '../../kernel/index.ts';
import type { NumberMention } from './contract.ts';
import { plainDigits } from './numerals.ts';

interface Measure {
  readonly inBase: Rational;
  readonly dimension: Dimension;
  readonly kind: NumberMention['kind'];
}

const KERNEL_UNITS: readonly Unit[] = [
  '亿元',
  '万元',
  '千元',
  '元',
  '万人次',
  '人次',
  '万人',
  '万名',
  '人',
  '名',
  '所',
  '间',
  '个班',
  '㎡',
  '万㎡',
];
/** Things counted that share nothing with each other but are never added to people or money. */
const THINGS = [
  '个',
  '项',
  '件',
  '份',
  '处',
  '起',
  '次',
  '轮',
  '台',
  '套',
  '册',
  '家',
  '场',
  '条',
  '批',
  '县',
  '课时',
  '学时',
  '小时',
  '分钟',
  '倍',
  '分',
];

const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ...KERNEL_UNITS.map((unit): [string, Measure] => {
    const { inBase, family } = unitDefinition(unit);
    return [unit, { inBase, dimension: family.dimension, kind: 'amount' }];
  }),
  ...THINGS.map((unit): [string, Measure] => [unit, { inBase: rational(1n), dimension: unit, kind: 'amount' }]),
  ['万个', { inBase: rational(10_000n), dimension: '个', kind: 'amount' }],
  ['平方米', { inBase: rational(1n), dimension: 'area', kind: 'amount' }],
  ['万平方米', { inBase: rational(10_000n), dimension: 'area', kind: 'amount' }],
  ['%', { inBase: rational(1n, 100n), dimension: '', kind: 'percent' }],
  ['％', { inBase: rational(1n, 100n), dimension: '', kind: 'percent' }],
  ['‰', { inBase: rational(1n, 1000n), dimension: '', kind: 'percent' }],
  ['个百分点', { inBase: rational(1n, 100n), dimension: '', kind: 'points' }],
  ['年', { inBase: rational(1n), dimension: 'year', kind: 'year' }],
]);

const UNIT_PATTERN = [...MEASURES.keys()].sort((a, b) => b.length - a.length).join('|');
/** 「3.2024年」 at the start is a heading and a year, not a number of four decimals. */
const HEADED_YEAR = '(?:19|20)\\d{2}[年—–～至-]';
const NUMBER = new RegExp(
  `(?=[\\d０-９\\-－−])(?:(?<![\\dA-Za-z.．０-９])|(?<=^\\d{1,2}[.．])(?=${HEADED_YEAR}))([\\-－−]?[\\d０-９](?:[\\d０-９]|[,，](?=[\\d０-９]{3}(?![\\d０-９])))*(?:(?<!^\\d{1,2}(?=[.．]${HEADED_YEAR}))[.．][\\d０-９]+)?)(?![A-Za-z\\d])([ \\u00a0]?)(${UNIT_PATTERN})?`,
  'g',
);
const BARE: Measure = { inBase: rational(1n), dimension: 'bare', kind: 'bare' };

/** Verbs and fillers between a name and its number: 覆盖率达到 85%. */
const FILLER =
  /(?:[已约共均仅]|分别|达到?|为|是|有|共有|合计|总计|累计|的|超过|近|不低于|不少于|建成|现有|目前|在校生?约)+$/;
const LABEL_END = /[，。；：、！？,;:（）()“”"《》\d%％\s]/;
/** A label longer than this is a clause, not a name. */
const LABEL_LIMIT = 24;

function labelBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LABEL_LIMIT && !LABEL_END.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, end).replace(FILLER, '');
}

/** Numbers in order of the text; document numbers, dates and ratios yield their bare parts. */
export function findNumbers(text: string): readonly NumberMention[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [whole = '', digits = '', , unit = ''] = match;
    const plain = plainDigits(digits).replace(/^[－−]/, '-');
    const stated = parseDecimal(plain);
    if (stated === undefined) return [];
    const measure = MEASURES.get(unit) ?? BARE;
    const decimals = plain.split('.')[1]?.length ?? 0;
    const { index } = match;
    return {
      start: index,
      end: index + whole.trimEnd().length,
      digits,
      unit,
      value: multiply(stated, measure.inBase),
      slack: multiply(rational(1n, 2n * 10n ** BigInt(decimals)), measure.inBase),
      dimension: measure.dimension,
      kind: measure.kind,
      label: labelBefore(text, index),
    };
  });
}
