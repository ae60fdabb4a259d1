/** The words round a blank by how near they are: its own clause, the clauses before, the headings above. */
import type { Asking } from './contract.ts';
import { meanings } from './synonyms.ts';
import { pairsOf } from './words.ts';

export interface Context {
  /** Pair => how near it stands, 1 for the blank's own clause. */
  readonly near: ReadonlyMap<string, number>;
  /** The words right before the blank, back to the last stop or blank. */
  readonly clause: string;
  /** Everything before it in its sentence. */
  readonly sentence: string;
  readonly behind: string;
}

/** Words kept behind a blank: 「所普通高中」. */
const BEHIND = 10;
/** Weight of the clause, of the ones before it in the sentence, of the paragraph's own heading, of headings above. */
const FADING = [1, 0.55, 0.35, 0.25];
const BEHIND_WEIGHT = 0.7;
const HEADING_WEIGHT = 0.3;

export function contextOf({ text, start, end, others, headings, column }: Asking): Context {
  const bare = blankOut(text, others);
  const lead = bare.slice(0, start);
  const sentence = lead.slice(Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('；'), lead.lastIndexOf(';')) + 1);
  const clauses = sentence.split(/[，,、：:（(]/);
  const clause = lastWords(clauses);
  const behind = /^[^，,。；;：:（(]*/.exec(bare.slice(end, end + BEHIND))?.[0] ?? '';
  const near = new Map<string, number>();
  const note = (words: string, weight: number): void => {
    for (const said of [words, ...meanings(words)])
      for (const pair of pairsOf(said)) near.set(pair, Math.max(near.get(pair) ?? 0, weight));
  };
  for (const [distance, words] of clauses.toReversed().entries())
    note(words, FADING[Math.min(distance, FADING.length - 1)] ?? 0);
  // 「全市」「其中」 stand alone before the noun; two clauses read together find a synonym over the mark.
  note(clauses.slice(-2).join(''), 0.5);
  note(behind, BEHIND_WEIGHT);
  for (const meant of meanings(clause + behind)) for (const pair of pairsOf(meant)) near.set(pair, 1);
  const own = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）.．、])\s*([^。，,]{2,24})/.exec(bare.slice(0, start))?.[1];
  for (const heading of [...(own === undefined ? [] : [own]), ...headings]) note(heading, HEADING_WEIGHT);
  if (column !== undefined) note(column, 1);
  return { near, clause: column ?? clause, sentence, behind };
}

const COUNTED: ReadonlySet<Asking['kind']> = new Set(['money', 'percent', 'count', 'number']);

/** 「XX县2023年教育支出XX亿元」: the figure of another unit, which the report's own items do not say. */
export function isOfOther({ text, start, kind, others, column }: Asking): boolean {
  if (!COUNTED.has(kind) || column !== undefined) return false;
  const sentence = text.lastIndexOf('。', start - 1) + 1;
  return others.some(
    (other) =>
      other.start >= sentence &&
      other.end <= start &&
      /^[县区镇乡]/.test(text.slice(other.end)) &&
      /(?:^|[。；;，,])$/.test(text.slice(0, other.start)),
  );
}

/** 「，其中」 and 「、」 leave a clause without a noun: then the one before speaks too. */
function lastWords(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? '';
  return last.length >= 3 ? last : (clauses.at(-2) ?? '') + last;
}

/** Other blanks say nothing: their letters become a stop that no word crosses. */
function blankOut(text: string, others: Asking['others']): string {
  let bare = text;
  for (const { start, end } of others) bare = bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end);
  return bare;
}
