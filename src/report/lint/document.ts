/** A report as the rules see it: paragraphs with their numeric statements found once, and the section each stands in. */
import {
  type ChangeMention,
  findChanges,
  findHeadingMarks,
  findMoves,
  findNumbers,
  findSentences,
  type HeadingMark,
  type MoveMention,
  type NumberMention,
  type Sentence,
} from '../../engines/prose/index.ts';
import type { WordParagraph } from '../../engines/word/index.ts';
import type { Finding, FindingData, Severity } from '../../kernel/index.ts';
import type { Settings } from './settings.ts';

export interface LintParagraph {
  readonly at: WordParagraph['at'];
  readonly text: string;
  readonly inTable: boolean;
  readonly table: WordParagraph['table'];
  readonly numbers: readonly NumberMention[];
  readonly changes: readonly ChangeMention[];
  readonly moves: readonly MoveMention[];
  readonly sentences: readonly Sentence[];
  readonly marks: readonly HeadingMark[];
  readonly controls: WordParagraph['controls'];
}

export interface LintDocument {
  readonly paragraphs: readonly LintParagraph[];
  /** The year the report is about: given, or the year its title and opening name most often. */
  readonly year: number | undefined;
  readonly settings: Settings;
}

export function lintDocument(paragraphs: readonly WordParagraph[], settings: Settings, year?: number): LintDocument {
  const body = paragraphs
    .filter(({ text }) => text.trim() !== '')
    .map((paragraph): LintParagraph => {
      const { text } = paragraph;
      const numbers = findNumbers(text);
      return {
        at: paragraph.at,
        text,
        inTable: paragraph.table !== undefined,
        table: paragraph.table,
        numbers,
        changes: findChanges(text, numbers),
        moves: findMoves(text, numbers),
        sentences: findSentences(text),
        marks: paragraph.table === undefined ? findHeadingMarks(text) : [],
        controls: paragraph.controls,
      };
    });
  return { paragraphs: body, year: year ?? titleYear(body), settings };
}

/** Paragraphs from the top that are asked for the year of the report. */
const OPENING = 5;

function titleYear(paragraphs: readonly LintParagraph[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text } of paragraphs.slice(0, OPENING)) {
    for (const match of text.slice(0, 400).matchAll(/(20\d{2})(?=年度|年)/g))
      counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Numbers of one sentence. */
export const within = <T extends { readonly start: number; readonly end: number }>(
  all: readonly T[],
  sentence: Sentence,
): readonly T[] => all.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);

/** What a rule tells; how grave it is says the setting of its code, a doubtful find being no graver than `atMost`. */
export interface Told extends Omit<Finding, 'severity'> {
  readonly atMost?: Severity;
}

export function finding(
  code: string,
  paragraph: LintParagraph,
  span: { readonly start: number; readonly end: number },
  data: FindingData,
  atMost?: Severity,
): Told {
  return {
    code,
    at: { ...paragraph.at, offset: span.start },
    quote: paragraph.text.slice(span.start, span.end),
    data,
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/** A rule reads the whole document and returns all it finds. */
export type Rule = (document: LintDocument) => readonly Told[];

/** A rule that needs one paragraph at a time. */
export const perParagraph =
  (check: (paragraph: LintParagraph, document: LintDocument) => readonly Told[]): Rule =>
  (document) =>
    document.paragraphs.flatMap((paragraph) => check(paragraph, document));
