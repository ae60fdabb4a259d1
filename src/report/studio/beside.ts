/** What stands beside a blank, and whether words put there say it a second time: 清江市 before 市, 12月 before 月. */

export interface Beside {
  readonly before: string;
  readonly after: string;
}
interface Span {
  readonly id: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}
/** Words between the blank and what is told twice: the 局 of 「XX局教育督导委员会」. */
const BETWEEN = 1;
/** Shorter words come back by chance. */
const NOUN = 4;

/** The words that would stand there twice. */
export function doubledIn(words: string, { before, after }: Beside): string | undefined {
  return (
    lap(words, after) ??
    lap(before, words) ??
    longest(after.slice(BETWEEN), 2, (piece) => words.endsWith(piece)) ??
    longest(after, NOUN, (piece) => words.includes(piece)) ??
    longest(after.slice(BETWEEN), NOUN, (piece) => words.includes(piece)) ??
    partOfDate(words, after)
  );
}

/** How the left ends and the right begins. */
const lap = (left: string, right: string): string | undefined => longest(right, 1, (piece) => left.endsWith(piece));

/** Longest beginning of `text` that `holds`; digits alone say nothing twice. */
function longest(text: string, fewest: number, holds: (piece: string) => boolean): string | undefined {
  const run = /^[\p{Script=Han}\d.%％]*/u.exec(text)?.[0] ?? '';
  for (let length = run.length; length >= fewest; length -= 1) {
    const piece = run.slice(0, length);
    if (/[\p{Script=Han}%％]/u.test(piece) && holds(piece)) return piece;
  }
  return undefined;
}

/** 「12月31日」 before 「月XX日」 names its month twice. */
function partOfDate(words: string, after: string): string | undefined {
  const part = /^[年月日]/.exec(after)?.[0];
  return part !== undefined && new RegExp(`\\d${part}`).test(words) ? part : undefined;
}

/** The paragraph round a blank as it reads once `wordsOf` stand in its other blanks. */
export function besideOf<B extends Span>(
  { id, paragraph, start, end }: Span,
  text: string,
  blanks: readonly B[],
  wordsOf: (other: B) => string,
): Beside {
  const others = blanks.filter((other) => other.paragraph === paragraph && other.id !== id);
  const filled = (from: number, to: number): string => {
    let [read, at] = ['', from];
    for (const other of others) {
      if (other.start < at || other.end > to) continue;
      read += text.slice(at, other.start) + wordsOf(other);
      at = other.end;
    }
    return read + text.slice(at, to);
  };
  return { before: filled(0, start), after: filled(end, text.length) };
}
