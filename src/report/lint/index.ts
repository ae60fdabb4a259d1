/** 校核: every rule over one document; all findings at once, worst first. */
import type { WordParagraph } from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { type LintData, ownFigures, withData } from './data/index.ts';
import { type LintDocument, lintDocument, type Rule, type Told } from './document.ts';
import { blanks } from './rules/blanks.ts';
import { listedNames, nextSteps, restatedGrowth, vocationalRatio } from './rules/claims.ts';
import { doubled } from './rules/doubled.ts';
import { documentNumbers, length, localPhrases, noticeYear, typing } from './rules/form.ts';
import { growth, percentPoints, signWords } from './rules/growth.ts';
import { numbering } from './rules/numbering.ts';
import { statedPoints, tabledPoints } from './rules/points.ts';
import { rates } from './rules/rates.ts';
import { ratioDirection } from './rules/ratios.ts';
import { headcounts, sameFigure } from './rules/same-figure.ts';
import { overWhole, shares } from './rules/shares.ts';
import { notForPublic, otherProvinces, persons } from './rules/strangers.ts';
import { listedSums, percentSums, sums } from './rules/sums.ts';
import { impossibleDates, mixedAsOf, numberRanges, staleYears, yearRanges } from './rules/years.ts';
import { govern, settingsOf } from './settings.ts';

export { textSentences } from './own-words.ts';
export { lengthLimit, wordsOf } from './rules/form.ts';
export { settingsOf } from './settings.ts';
export { paragraphsOfText } from './text.ts';

/** Rules with the codes they tell: one none of whose codes is set is not run. */
export const RULES: readonly (readonly [codes: string, rule: Rule])[] = [
  ['TX-1', blanks],
  ['TM-1 TX-9', yearRanges],
  ['TX-9', numberRanges],
  ['TM-3', staleYears],
  ['TM-4', impossibleDates],
  ['CM-4', mixedAsOf],
  ['YOY-4 YOY-5 YOY-6', growth],
  ['YOY-6', signWords],
  ['YOY-10', percentPoints],
  ['YOY-7', restatedGrowth],
  ['RT-3 RT-6', shares],
  ['RT-3 RT-6', rates],
  ['XF-1', sums],
  ['XF-1', listedSums],
  ['XF-4', percentSums],
  ['XF-6', statedPoints],
  ['XF-6', tabledPoints],
  ['RT-5', overWhole],
  ['RT-2', ratioDirection],
  ['RT-4', vocationalRatio],
  ['XF-5 UN-1', sameFigure],
  ['UN-5', headcounts],
  ['XF-7', listedNames],
  ['TX-4', documentNumbers],
  ['TM-2', noticeYear],
  ['TX-5', length],
  ['TX-8', localPhrases],
  ['UN-7', typing],
  ['report.word.doubled', doubled],
  ['report.numbering.skip report.numbering.form', numbering],
  ['TX-6', nextSteps],
  ['TX-2', otherProvinces],
  ['TX-3 TX-10', persons],
  ['TX-10', notForPublic],
];

const tell = (document: LintDocument, rules = RULES): readonly Told[] =>
  rules.flatMap(([codes, rule]) =>
    codes.split(' ').some((code) => document.settings.has(code)) ? rule(document) : [],
  );

/**
 * Without data: what the text says against itself. `year`: the evaluation year, read from the title when left out.
 * `scheme`: whose checks hold; without one every rule does.
 */
export function lintParagraphs(
  paragraphs: readonly WordParagraph[],
  { year, scheme }: { readonly year?: number; readonly scheme?: Pick<Scheme, 'checks'> } = {},
): readonly Finding[] {
  const document = lintDocument(paragraphs, settingsOf(scheme), year);
  return govern(tell(document), document.settings);
}

/** With data: also each figure against the results. */
export function lintReport(
  paragraphs: readonly WordParagraph[],
  { year, ...data }: { readonly year: number; readonly asOf: string } & LintData,
): readonly Finding[] {
  const document = lintDocument(paragraphs, settingsOf(data.material.scheme), year);
  return govern([...tell(document), ...withData(document, data)], document.settings);
}

/** A section numbers on from the one before it, which is not at hand. */
const SECTION_RULES = RULES.filter(([, rule]) => rule !== numbering);

/** One section by itself; `judged`: also its claims against the points, for who may see those. */
export function lintSection(
  paragraphs: readonly WordParagraph[],
  { year, judged, ...data }: { readonly year: number; readonly judged: boolean } & LintData,
): readonly Finding[] {
  const document = lintDocument(paragraphs, settingsOf(data.material.scheme), year);
  const figures = judged ? withData(document, data) : ownFigures(document, data);
  return govern([...tell(document, SECTION_RULES), ...figures], document.settings);
}
