/** 校核: every rule over one document; all findings at once, worst first. */
import type { WordParagraph } from '../../engines/word/index.ts';
import { bySeverity, type Finding } from '../../kernel/index.ts';
import { lintDocument, type Rule } from './document.ts';
import { blanks } from './rules/blanks.ts';
import { listedNames, nextSteps, restatedGrowth, vocationalRatio } from './rules/claims.ts';
import { type LintData, recognisedFigures, withData } from './rules/data.ts';
import { countWords, documentNumbers, length, localPhrases, noticeYear, typing } from './rules/form.ts';
import { growth, percentPoints, signWords } from './rules/growth.ts';
import { numbering } from './rules/numbering.ts';
import { ratioDirection } from './rules/ratios.ts';
import { headcounts, sameFigure } from './rules/same-figure.ts';
import { overWhole, percentSums, shares, sums } from './rules/shares.ts';
import { notForPublic, otherProvinces, persons } from './rules/strangers.ts';
import { impossibleDates, mixedAsOf, staleYears, yearRanges } from './rules/years.ts';

export { LENGTH_LIMIT } from './rules/form.ts';
export { paragraphsOfText } from './text.ts';

/** 字数 of a report without its tables and attachments. */
export const wordsOf = (paragraphs: readonly WordParagraph[]): number =>
  countWords(lintDocument(paragraphs).paragraphs);

const RULES: readonly Rule[] = [
  blanks,
  yearRanges,
  staleYears,
  impossibleDates,
  mixedAsOf,
  growth,
  signWords,
  percentPoints,
  restatedGrowth,
  shares,
  sums,
  percentSums,
  overWhole,
  ratioDirection,
  vocationalRatio,
  sameFigure,
  headcounts,
  listedNames,
  documentNumbers,
  noticeYear,
  length,
  localPhrases,
  typing,
  numbering,
  nextSteps,
  otherProvinces,
  persons,
  notForPublic,
];

/** Without data: what the text says against itself. `year`: the evaluation year, read from the title when left out. */
export function lintParagraphs(
  paragraphs: readonly WordParagraph[],
  options: { readonly year?: number } = {},
): readonly Finding[] {
  const document = lintDocument(paragraphs, options.year);
  return RULES.flatMap((rule) => rule(document)).sort(bySeverity);
}

/** With data: also each figure against the results. */
export function lintReport(
  paragraphs: readonly WordParagraph[],
  options: { readonly year: number; readonly asOf: string } & LintData,
): readonly Finding[] {
  const document = lintDocument(paragraphs, options.year);
  return [...RULES.flatMap((rule) => rule(document)), ...withData(document, options)].sort(bySeverity);
}

/** A section numbers on from the one before it, which is not at hand. */
const SECTION_RULES = RULES.filter((rule) => rule !== numbering);

/** One section by itself; `judged`: also its claims against the points, for who may see those. */
export function lintSection(
  paragraphs: readonly WordParagraph[],
  { year, judged, ...data }: { readonly year: number; readonly judged: boolean } & LintData,
): readonly Finding[] {
  const document = lintDocument(paragraphs, year);
  const figures = judged ? withData(document, data) : recognisedFigures(document, data);
  return [...SECTION_RULES.flatMap((rule) => rule(document)), ...figures].sort(bySeverity);
}
