/** XF-1 parts against their total; XF-4 shares of one whole. */
import {
  countedInterval,
  interval,
  type NumberMention,
  overlaps,
  type Sentence,
  sumInterval,
} from '../../../engines/prose/index.ts';
import { compare, ONE } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told, within } from '../document.ts';
import { areAll, areApart, restBehindKind } from './kinds.ts';
import { percent, shown } from './printed.ts';

/** 「86.42万元用于教育支出，其中县级」: where the parts of a total begin. */
const OPENING = /^[^，。；\d（()）]{0,10}(?:[，,（(]其中[：:，,]?|[（(])[^，。；、\d]{0,14}$/;
/** An average or a limit is no sum of its parts. */
const NO_SUM = /均|每|标准|定额|最高|最低|不低于|不少于|比例/;
const NEXT_PART = /^[、，,和及][^，。；、\d（）]{1,14}$/;

interface Part {
  readonly number: NumberMention;
  readonly name: string;
}

/**
 * 「38635人，其中小学20000人，初中12000人」: what lies apart may not be more than the whole, and what is all of it is no less.
 * Others are left alone: parts may overlap (特岗教师, 硕士研究生) and some may be left out.
 */
export const sums: Rule = perParagraph((paragraph) => {
  if (paragraph.inTable || !/其中|[（(]/.test(paragraph.text)) return [];
  const governed = new Set(paragraph.changes.map(({ by }) => by));
  return paragraph.sentences.flatMap((sentence) => {
    const numbers = within(paragraph.numbers, sentence).filter((number) => number.kind !== 'year');
    return numbers.flatMap((total, index) => {
      if (total.kind !== 'amount' || governed.has(total) || NO_SUM.test(clauseBefore(total))) return [];
      return checkSum(total, partsBehind(total, numbers.slice(index + 1)));
    });
  });

  function clauseBefore({ start }: NumberMention): string {
    return (
      paragraph.text
        .slice(Math.max(0, start - 24), start)
        .split(/[，。；]/)
        .at(-1) ?? ''
    );
  }

  function partsBehind(total: NumberMention, behind: readonly NumberMention[]): readonly Part[] {
    const parts: Part[] = [];
    let end = total.end;
    for (const number of behind) {
      const between = paragraph.text.slice(end, number.start);
      if (!(parts.length === 0 ? OPENING : NEXT_PART).test(between)) break;
      if (number.kind !== 'amount' || number.dimension !== total.dimension || governed.has(number)) break;
      const name = between.replace(/^.*其中/, '').replace(/^[（(）：:、，,和及]+/, '');
      parts.push({ number, name });
      end = number.end;
    }
    return parts;
  }

  function checkSum(total: NumberMention, parts: readonly Part[]): readonly Told[] {
    const whole = countedInterval(total);
    const [first] = parts;
    if (first === undefined) return [];
    const tell = (of: readonly Part[]): readonly Told[] => [
      finding('XF-1', paragraph, total, {
        total: shown(total),
        parts: of.map(({ number }) => shown(number)).join('、'),
        count: of.length,
      }),
    ];
    // 「（上年82.85亿元）」 is no part, so 其中 must say so of one alone.
    const isPart = paragraph.text.slice(total.end, first.number.start).includes('其中');
    if (isPart && compare(countedInterval(first.number).low, whole.high) > 0) return tell([first]);
    const names = parts.map(({ name }) => name);
    const sum = sumInterval(parts.map(({ number }) => countedInterval(number)));
    if (parts.length < 2 || overlaps(sum, whole) || !areApart(names)) return [];
    return compare(sum.low, whole.high) > 0 || areAll(names) ? tell(parts) : [];
  }
});

const ALL = /(?:共计|合计|总计|总共|共)(?:有|为)?$/;

/** 「专职督学96人、兼职督学316人，共计412人」: the list right before a total. */
export const listedSums: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : paragraph.sentences.flatMap((sentence) => {
        const numbers = within(paragraph.numbers, sentence);
        return numbers.flatMap((total, index) => {
          if (total.kind !== 'amount' || !ALL.test(paragraph.text.slice(sentence.start, total.start))) return [];
          const parts = listBefore(numbers.slice(0, index + 1), paragraph);
          if (parts.length < 2 || overlaps(sumInterval(parts.map(countedInterval)), countedInterval(total))) return [];
          const data = { total: shown(total), parts: parts.map(shown).join('、'), count: parts.length };
          return [finding('XF-1', paragraph, total, data)];
        });
      }),
);

/** Numbers of the total's kind, each joined to the next by 、, the last to the total by a comma and the word of the total alone. */
function listBefore(numbers: readonly NumberMention[], { text }: LintParagraph): readonly NumberMention[] {
  const parts: NumberMention[] = [];
  for (let at = numbers.length - 1; at > 0; at -= 1) {
    const [part, next] = [numbers[at - 1], numbers[at]];
    if (part === undefined || next === undefined || part.dimension !== next.dimension) break;
    const between = text.slice(part.end, next.start);
    const joined = parts.length === 0 ? /^[，,、]?(?:共计|合计|总计|总共|共)(?:有|为)?$/ : /^、[^，,；。、]{1,16}$/;
    if (!joined.test(between)) break;
    parts.unshift(part);
  }
  return parts;
}

/** 「分别占30%、45%、26%」, 「公办占55%、民办占54%」 */
export const percentSums: Rule = perParagraph((paragraph) =>
  paragraph.sentences.flatMap((sentence) => {
    if (!sentence.text.includes('占') && !sentence.text.includes('构成')) return [];
    const all = within(paragraph.numbers, sentence).filter(({ kind }) => kind === 'percent');
    if (all.length < 2) return [];
    const stated = /(?:分别占|各占|构成)/.test(sentence.text)
      ? all.length < 3 || isWhole(all)
        ? []
        : [all]
      : sharesIn(sentence, all, paragraph);
    return stated.flatMap((numbers) => {
      const [first, last] = [numbers[0], numbers.at(-1)];
      if (first === undefined || last === undefined) return [];
      const data = { parts: numbers.map(shown).join('、'), sum: percent(sumInterval(numbers.map(interval))) };
      return [finding('XF-4', paragraph, { start: first.start, end: last.end }, data)];
    });
  }),
);

const WHOLE = { low: ONE, high: ONE };
const isWhole = (numbers: readonly NumberMention[]): boolean => overlaps(sumInterval(numbers.map(interval)), WHOLE);

/** Shares side by side of kinds that lie apart, which are more than the whole or, being all of it, less. */
function sharesIn(
  sentence: Sentence,
  numbers: readonly NumberMention[],
  { text }: LintParagraph,
): readonly (readonly NumberMention[])[] {
  const runs: { number: NumberMention; name: string }[][] = [];
  for (const number of numbers) {
    const before = text.slice(sentence.start, number.start);
    const name = /(?:^|[，,、：:；（]|其中)([^，,、：:；（\d%％]{1,16}占比?(?:为|达)?)$/
      .exec(before)?.[1]
      ?.replace(/^.*其中/, '');
    const last = runs.at(-1);
    const beside = last?.at(-1);
    const joined = beside !== undefined && /^[、，,][^，,、\d]+$/.test(text.slice(beside.number.end, number.start));
    if (name === undefined) runs.push([]);
    else if (joined && last !== undefined) last.push({ number, name });
    else runs.push([{ number, name }]);
  }
  return runs.flatMap((run) => {
    const names = run.map(({ name }) => name);
    const of = run.map(({ number }) => number);
    if (run.length < 2 || isWhole(of) || !areApart(names) || new Set(names.map(restBehindKind)).size > 1) return [];
    const more = compare(sumInterval(of.map(interval)).low, ONE) > 0;
    return more || areAll(names) ? [of] : [];
  });
}
