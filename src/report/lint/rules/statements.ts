/**
 * Statements of growth as sentences make them: a level now, perhaps the one before, and what is said of the change.
 *
 *     86.42亿元，比上年增加3.57亿元，增长4.31%       an amount, then changes up to the next amount
 *     86.42亿元，上年82.85亿元，增长4.31%            上年, 去年 name the level before
 *     由82.85亿元增加到86.42亿元，增长4.31%          so does a move
 *     86.42亿元，增长4.31%，上年为82.85亿元          the level before may follow what is said of it
 *     比上年82.85亿元增加3.57亿元，达到86.42亿元       or stand first
 *     2024年经费为82.85亿元，2025年为86.42亿元        of two years the later one is now, in whichever order
 */
import type { ChangeMention, MoveMention, NumberMention, Sentence } from '../../../engines/prose/index.ts';
import { type LintParagraph, within } from '../document.ts';

export interface Statement {
  readonly now: NumberMention;
  readonly before?: NumberMention;
  readonly move?: MoveMention;
  readonly changes: readonly ChangeMention[];
  /** Years between the two levels, where both are named. */
  readonly years?: number;
}

const PRIOR_WORDS = /(?:由|从|(?<![比较与])(?:上年|去年|前年))[^，。；]{0,12}$/;
/** 「比上年82.85亿元」 is a level; 「比上年新建12所」 says how many more, in whatever words. */
const THAN_PRIOR = /[比较与](?:上年|去年|前年)(?![^，。；]*[多少新扩净增减超高低压升降])[^，。；]{0,12}$/;
const isPrior = (words: string): boolean => PRIOR_WORDS.test(words) || THAN_PRIOR.test(words);
const BEFORE_MOST = 18;

/** What leads from a change to the level it ends at, and to the one it began at. */
const REACHED = /^[，,]?(?:达到?|增至|升至|增加到|提高到|降至|减至|为)$/;
const HAD_BEEN = /^[，,（(](?:上年|去年)(?:同期)?(?:为|是|的)?$/;

export const statementsOf = (paragraph: LintParagraph): readonly Statement[] =>
  paragraph.sentences.flatMap((sentence) => statementsIn(sentence, paragraph));

function statementsIn(sentence: Sentence, paragraph: LintParagraph): readonly Statement[] {
  const all = within(paragraph.numbers, sentence);
  const changes = new Map(within(paragraph.changes, sentence).map((change) => [change.by, change]));
  const moves = new Map(paragraph.moves.map((move) => [move.to, move]));
  const starts = new Set(paragraph.moves.map(({ from }) => from));
  const statements: { now: NumberMention; before?: NumberMention; move?: MoveMention; changes: ChangeMention[] }[] = [];
  for (const number of all) {
    const [move, change, last] = [moves.get(number), changes.get(number), statements.at(-1)];
    if (starts.has(number) || number.kind === 'year' || (number.kind === 'bare' && move === undefined)) continue;
    if (move !== undefined) statements.push({ now: number, before: move.from, move, changes: [] });
    else if (change !== undefined) {
      if (!isOfEach(change, paragraph)) last?.changes.push(change);
    } else if (last !== undefined && completes(last, number, paragraph)) {
      if (isPriorLevel(last.now, paragraph)) Object.assign(last, { now: number, before: last.now });
      else last.before = number;
    } else {
      const order =
        last === undefined || last.changes.length > 0 ? undefined : orderOf(last.now, number, all, paragraph);
      if (last === undefined || last.before !== undefined || order === undefined)
        statements.push({ now: number, changes: [] });
      else if (order === 'before') last.before = number;
      else Object.assign(last, { now: number, before: last.now });
    }
  }
  return (
    statements
      .filter(({ changes, move }) => changes.length > 0 || move !== undefined)
      // 「比上年82.85亿元增加3.57亿元，增长4.31%」 alone has no level now.
      .filter(({ now, before }) => before !== undefined || !isPriorLevel(now, paragraph))
      .map((statement) => ({ ...statement, ...yearsBetween(statement, all) }))
  );
}

/** 「12.08亿元、74.34亿元，分别增长2.63%、4.59%」: which is whose is not told by what stands beside it. */
const isOfEach = ({ start }: ChangeMention, { text }: LintParagraph): boolean =>
  /(?:分别|各|依次)$/.test(text.slice(Math.max(0, start - 2), start));

const isPriorLevel = ({ start }: NumberMention, { text }: LintParagraph): boolean =>
  isPrior(text.slice(Math.max(0, start - BEFORE_MOST), start));

/** Whether a level behind the changes of a statement is the one it lacks. */
function completes(
  { now, before, changes }: Pick<Statement, 'now' | 'before' | 'changes'>,
  number: NumberMention,
  paragraph: LintParagraph,
): boolean {
  const end = changes.at(-1)?.end;
  if (end === undefined || before !== undefined || now.dimension !== number.dimension || now.kind !== number.kind)
    return false;
  return (isPriorLevel(now, paragraph) ? REACHED : HAD_BEEN).test(paragraph.text.slice(end, number.start));
}

function yearsBetween(
  { now, before }: Pick<Statement, 'now' | 'before'>,
  all: readonly NumberMention[],
): Pick<Statement, 'years'> {
  const [to, from] = [yearOf(now, all), before && yearOf(before, all)];
  return to === undefined || from === undefined || to <= from ? {} : { years: to - from };
}

/** Whether the second of two levels is that of the year before, or of the year after; undefined for two things. */
function orderOf(
  first: NumberMention,
  second: NumberMention,
  all: readonly NumberMention[],
  { text }: LintParagraph,
): 'before' | 'after' | undefined {
  if (first.dimension !== second.dimension || first.kind !== second.kind) return undefined;
  if (isPrior(text.slice(first.end, second.start))) return 'before';
  const [a, b] = [yearOf(first, all), yearOf(second, all)];
  if (b === undefined || a === b) return undefined;
  const [one, two] = [subjectOf(first), subjectOf(second)];
  if (two !== '' && one !== two) return undefined;
  return a !== undefined && b > a ? 'after' : 'before';
}

/** The year named since the number before: 「2024年经费为120亿元」. */
function yearOf(number: NumberMention, all: readonly NumberMention[]): number | undefined {
  const before = all[all.indexOf(number) - 1];
  return before?.kind === 'year' && number.start - before.end <= 24 ? Number(before.digits) : undefined;
}

const subjectOf = ({ label }: NumberMention): string => label.replace(/^年度?/, '').replace(/^全[市县区]/, '');
