/** Sentences of the evaluation, as in `messages.zh.ts`. */

import type { zh, zhByKind } from './messages.zh.ts';

const askFor = (asks: readonly string[] = []): string =>
  [
    asks.includes('ledger') ? 'Hand in the ledger, empty where there is nothing to list.' : '',
    asks.includes('schools') ? 'Hand in the list of schools.' : '',
    asks.includes('past') ? 'No ledger or list of schools of the year before is held; check the scheme.' : '',
    asks.includes('number') ? 'Fill it in: 0 where there is none, 不适用 where it does not apply.' : '',
    asks.includes('word') && !asks.includes('number') ? 'Fill it in, or choose 不适用.' : '',
  ]
    .filter((each) => each !== '')
    .join(' ');

export const en = {
  'evaluate.unitMissing': (d: { unit: string }) =>
    `There is no result of "${d.unit}", or your post does not show it. Open it from the list.`,
  'evaluate.itemMissing': (d: { item: string }) => `The scheme has no item "${d.item}". Check the code.`,
  'evaluate.leafMissing': (d) =>
    `"${d.unit}" has no indicator ${d.indicator}, or your post does not show it. Open it from the list.`,
  'evaluate.workbookMissing': (d) =>
    `"${d.item}" was not read from a workbook, so there is none to save. See who stated it, and when, in its source.`,
  'evaluate.lastYearUnreadable': (d) =>
    `${d.file} is no results.json of luzhi evaluate. Use the file of results that was kept last year.`,
  'evaluate.lastYearDiffers': (d) =>
    `${d.file} holds the results of ${d.year}; those of ${d.wanted} are wanted. Use the file of that year.`,
  'evaluate.pointsOutside': (d) =>
    `${d.points} is not between 0 and ${d.of}, or has more than ${d.decimals} decimals. Check the points.`,
  'evaluate.reasonWanted': (d) =>
    d.computed === ''
      ? `The system has no result yet, so ${d.points} needs a reason and a basis. Add both and save again.`
      : `${d.points} differs from the computed ${d.computed}. Add a reason and a basis and save again.`,
  'evaluate.scoreMoved': (d) =>
    d.points === ''
      ? 'This score has changed since you opened it; nothing was saved. Reload and try again.'
      : `${d.person} gave ${d.points} since you opened it; nothing was overwritten. Reload and try again.`,
  'evaluate.roundClosed': (d) =>
    d.state === 'closed'
      ? `"${d.round}" is closed; the score was not saved. If it has to be put right, go the way of corrections.`
      : `"${d.round}" is locked; the self-assessed score was not saved. Ask the office to unlock it if it has to be changed.`,
  'evaluate.scoreVerified': (d) =>
    `${d.indicator} has been verified and is no longer stated or proposed. Object to whoever verified it.`,
  'evaluate.ownScore': (d) => `${d.person} scored this unit and may not verify it. Let another person verify.`,
  'evaluate.notVerified': (d: { count: number; unit: string }) =>
    `${d.count} counties are not verified yet (${d.unit} for one), so none may be put in order of score. Allow it once all are verified.`,
  'evaluate.supposeRefused': (d: { count: number }) =>
    `${d.count} of what was supposed cannot be; each is named below. Correct it and try again.`,
  'evaluate.suppose.noLimit': (d: { indicator: string; part: string }) =>
    `${d.indicator}${d.part === '' ? '' : ` (${d.part})`} is not held against one limit. Suppose another leaf's limit, or other figures.`,
  'evaluate.suppose.limitForm': (d: { indicator: string; limit: string }) =>
    `The limit of ${d.indicator} cannot be ${d.limit}. Write a number of the same kind, such as 90% or 16.`,
  'evaluate.figure.double': (d) =>
    `${d.unit} states ${d.item} twice, ${d.first} and ${d.second}; the one in ${d.where} is used. Keep only one.`,
  'evaluate.figure.otherReporter': (d) =>
    `${d.unit}, ${d.item}: the department in charge states ${d.own}, ${d.dept} states ${d.other}. Let the two agree.`,
  'evaluate.figure.period': (d) =>
    `${d.unit}, ${d.item}: ${d.period} is not a time of this round, so the value is not used. Give this year's and last year's.`,
  'evaluate.undecided': (d) =>
    `${d.missing} (${d.why}): points of ${d.leaves.join(', ')}${d.count > d.leaves.length ? ` and ${d.count - d.leaves.length} more` : ''} are undecided because of it. ${d.why === 'missing' && d.accepted ? 'What was filed counts once it is accepted. ' : ''}${(d.why === 'missing' && askFor(d.asks)) || 'Fill in or correct the figure named.'}`,
  'evaluate.clause.undecided': (d) => `Whether “${d.clause}” holds for ${d.unit} cannot be decided yet. ${d.missing}`,
  'evaluate.clause.holds': (d) =>
    `“${d.clause}” holds for ${d.unit} and ${d.vetoes ? 'vetoes' : 'lowers'} its grade: ${d.grade}. Verify it; the report says so among its problems and measures.`,
} satisfies { readonly [Code in keyof typeof zh]: (typeof zh)[Code] };

const said = (d: { readonly reason?: string }, ask: string): string =>
  d.reason === undefined ? ask : `Explained: ${d.reason}`;

/** By kind of check. */
export const enByKind = {
  holds: (d) => `The figures of ${d.unit} contradict each other. Check the items named.`,
  notBelowPrior: (d) =>
    `${d.item} fell by ${d.by}${d.rate === '' ? '' : ` (${d.rate})`} from last year. ${said(d, 'Check it against the accounts; if true, give the reason.')}`,
  priorDiffers: (d) =>
    `${d.unit}, ${d.item}: last year is stated as ${d.now} now and was reported as ${d.filed} then, a difference of ${d.by}. ${said(d, 'Check it; if it was restated, give the reason.')}`,
  sumOfParts: (d) => `The parts add up to ${d.sum}, ${d.difference} off the total ${d.total}. Check the parts.`,
  percentSum: (d) => `The shares add up to ${d.sum}, not 100%. Check each share.`,
  countySum: (d) =>
    `${d.counties} counties add up to ${d.sum}, ${d.difference} off the ${d.stated} stated by the prefecture. Check both.`,
  perStudentAgrees: (d) =>
    `Per-student amounts times students give ${d.sum}, ${d.off} off the total ${d.total}. ${said(d, 'Check them; if true, give the reason.')}`,
  scoreStated: (d) =>
    `${d.unit} states ${d.stated} points and ${d.computed} are computed, ${d.difference} apart. ${said(d, 'Give reason and basis beside that cell, or correct the stated score.')}`,
  thresholdEdge: (d) => `${d.value} does not reach ${d.limit}. Print it with two decimals, not as ${d.limit}.`,
} satisfies { readonly [Kind in keyof typeof zhByKind]: (typeof zhByKind)[Kind] };
