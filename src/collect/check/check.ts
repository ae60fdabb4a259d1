/** Runs the scheme's checks of this stage over what was handed in. */
import type { Finding } from '../../kernel/index.ts';
import type { Scheme, SchemeCheck } from '../../scheme/on-files.ts';
import type { Submission } from '../contract.ts';
import { type Check, type Checked, pairsOf } from './checked.ts';
import { natureMixed, required } from './completeness.ts';
import { evidenceDate, evidenceMissing, identityNumber } from './evidence.ts';
import { figureCheck, withoutDoubles } from './figures.ts';
import { checkOwn } from './own.ts';

/** Kind of a scheme's check -> who carries it out. */
const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['required', required],
  ['natureMixed', natureMixed],
  ['evidenceMissing', evidenceMissing],
  ['evidenceDate', evidenceDate],
  ['identityNumber', identityNumber],
]);

/** Asked while a figure is typed, or when a task is submitted. */
export const isOfEntry = ({ when }: SchemeCheck): boolean => when.includes('cell') || when.includes('submit');

/** Of one task while it is filled: also rules between its own figures, which an evaluation would ask only later. */
export function checkTask(scheme: Scheme, submission: Omit<Submission, 'findings'>): Finding[] {
  const pairs = pairsOf(scheme, submission, 'all');
  const found = [
    ...checkSubmission(scheme, submission, new Map()),
    ...checkOwn(scheme.checks.filter(isOfEntry), { pairs }, scheme.items),
  ];
  return withoutDoubles(found, scheme.checks);
}

export function checkSubmission(
  scheme: Scheme,
  submission: Omit<Submission, 'findings'>,
  texts: ReadonlyMap<string, string>,
): Finding[] {
  const of: Checked = { scheme, submission, pairs: pairsOf(scheme, submission), texts };
  const found = scheme.checks.flatMap((check) =>
    isOfEntry(check) ? ((figureCheck(check.kind) ?? CHECKS.get(check.kind))?.(check, of) ?? []) : [],
  );
  return withoutDoubles(found, scheme.checks);
}
