/** XF-5: one figure stated twice with different values; UN-1: the two are 10,000 times apart. UN-5: 万人 that cannot be. */
import { interval, type NumberMention, overlaps } from '../../../engines/prose/index.ts';
import { compare, decimal, divide, multiply } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told } from '../document.ts';
import { numberOf } from '../settings.ts';

/** A shorter label names too little to be the same thing twice; 教育支出 does within one paragraph. */
const LABEL_LEAST = 5;
const SHORT = /^(?:教育支出|教育经费)$/;
/** 「全市学校总数为1986所」, said of the whole area where a sentence begins, is one figure too; which kind may stand in a heading. */
const WHOLE = /^(?:(?:截至)?(?:目前|20\d{2}年(?:度|底|末)?)[，,]?)?(?:目前)?全[省市县区][^，。；：]{4}$/;
const OTHER_SCOPE = /[\p{Script=Han}]{1,4}(?:县|区|旗)|本级|其中|上年|去年|目标|力争|计划|全国|全省/u;
const YEAR = /20\d{2}(?=年(?!度))/g;

interface Stated {
  readonly paragraph: LintParagraph;
  readonly number: NumberMention;
}

/** Where the sentence speaks of another place, time or aim, the label is not the same figure. */
function scopeOf({ paragraph, number }: Stated, evaluated: number | undefined): string {
  const sentence = paragraph.sentences.find(({ start, end }) => number.start >= start && number.end <= end);
  const before = paragraph.text.slice(sentence?.start ?? 0, number.start);
  // The year named last is the number's own; that of the report needs no naming.
  const year = before.match(YEAR)?.at(-1);
  return `${year === undefined || Number(year) === evaluated ? '' : year}${OTHER_SCOPE.exec(before.slice(-30))?.[0] ?? ''}`;
}

/** Behind 「2025」 a label begins with its 年. */
const nameOf = (label: string): string =>
  label.replace(/^年度?(?![均级龄轻末检审])/, '').replace(/^(?:全市|全县|全区|全省|目前|现有|截至目前|其中)/, '');

export const sameFigure: Rule = ({ paragraphs, year }) => {
  const known = new Map<string, Stated>();
  const found: Told[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.inTable) continue;
    const governed = new Set(paragraph.changes.map(({ by }) => by));
    for (const number of paragraph.numbers) {
      const name = nameOf(number.label);
      const stated = { paragraph, number };
      const whole = !SHORT.test(name) && isOfWhole(stated, name);
      if (
        (name.length < LABEL_LEAST && !SHORT.test(name) && !whole) ||
        number.kind === 'bare' ||
        number.kind === 'year' ||
        number.kind === 'points' ||
        governed.has(number)
      )
        continue;
      const where = name.length < LABEL_LEAST && !whole ? index : '';
      const id = `${name}\t${number.dimension}\t${scopeOf(stated, year)}\t${where}`;
      const first = known.get(id);
      if (first === undefined) known.set(id, stated);
      else if (!overlaps(interval(first.number), interval(number))) found.push(differing(first, stated, name, whole));
    }
  }
  return found;
};

const TEN_THOUSAND = decimal('10000');

function isOfWhole({ paragraph: { text, sentences }, number }: Stated, name: string): boolean {
  const start = sentences.find((each) => number.start >= each.start && number.end <= each.end)?.start ?? 0;
  const said = text.slice(start, number.start);
  return WHOLE.test(said.slice(0, said.lastIndexOf(name) + name.length));
}

function differing(first: Stated, second: Stated, name: string, doubtful: boolean): Told {
  const data = {
    name,
    first: `${first.number.digits}${first.number.unit}`,
    second: `${second.number.digits}${second.number.unit}`,
  };
  const [a, b] = [first.number.value, second.number.value];
  const ratio = a.num === 0n || b.num === 0n ? undefined : compare(a, b) > 0 ? divide(a, b) : divide(b, a);
  const off = ratio === undefined ? undefined : divide(ratio, TEN_THOUSAND);
  const slip =
    off !== undefined && compare(off, decimal('1')) <= 0
      ? compare(off, decimal('0.95')) >= 0
      : off !== undefined && compare(off, decimal('1.05')) <= 0;
  return finding(slip ? 'UN-1' : 'XF-5', second.paragraph, second.number, data, doubtful ? 'warn' : undefined);
}

/** More 万人 than any prefecture has. */
export const headcounts: Rule = perParagraph((paragraph, { settings }) =>
  paragraph.numbers.flatMap((number) =>
    /^万(?:人|名)$/.test(number.unit) &&
    !number.digits.includes('.') &&
    compare(number.value, multiply(numberOf(settings, 'UN-5', 'most'), TEN_THOUSAND)) > 0
      ? [finding('UN-5', paragraph, number, { stated: `${number.digits}${number.unit}` })]
      : [],
  ),
);
