/**
 * Sentences for codes. Each stage owns a table per language; the edge joins the tables and says findings and
 * problems in the reader's language. A code without a sentence is a bug that a test finds.
 */
import type { Finding, FindingData, Place } from './finding.ts';
import type { Problem } from './problem.ts';

export type Language = 'zh' | 'en';
// biome-ignore lint/suspicious/noExplicitAny: each row is typed where it is written; the joined table only looks rows up.
export type Sentences = Readonly<Record<string, (data: any) => string>>;

/** `at` tells apart what was found in figures from what was found in a text. */
export type Say = (of: Pick<Finding | Problem, 'code' | 'data'> & { readonly at?: Place }) => string;

export function sayWith(...tables: readonly Sentences[]): Say {
  const joined = new Map<string, (data: FindingData) => string>(tables.flatMap((table) => Object.entries(table)));
  return ({ code, data }) => {
    const sentence = joined.get(code);
    if (sentence === undefined) throw new Error(`no sentence for ${code}`);
    return withoutDoubledStop(sentence(data));
  };
}

/** A reason people typed may end with a full stop of its own, before that of the sentence; a quoted one stays. */
export const withoutDoubledStop = (text: string): string => text.replace(/。。(?!”)/gu, '。');

/** A finding with its sentence in both languages, for readers who have no tables. */
export interface SaidFinding extends Finding {
  readonly zh: string;
  readonly en: string;
}

/** The tables of the stages whose findings these may be. */
export function sayInBoth(
  ...tables: readonly { readonly zh: Sentences; readonly en: Sentences }[]
): (findings: readonly Finding[]) => readonly SaidFinding[] {
  const zh = sayWith(...tables.map((table) => table.zh));
  const en = sayWith(...tables.map((table) => table.en));
  return (findings) => findings.map((finding) => ({ ...finding, zh: zh(finding), en: en(finding) }));
}
