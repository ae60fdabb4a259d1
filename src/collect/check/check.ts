/** Runs the scheme's checks of this stage over what was handed in. */
import type { Finding } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { Submission } from '../contract.ts';
import { jump, zeroOrMissing } from './changes.ts';
import { type Check, type Checked, pairsOf } from './checked.ts';
import { natureMixed, range, required } from './completeness.ts';
import { evidenceDate, evidenceMissing, identityNumber } from './evidence.ts';
import { percentEntry, unitSlip } from './slips.ts';

/** Kind of a scheme's check -> who carries it out. `priorDiffers` needs what was filed last year, which no file holds. */
const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['required', required],
  ['zeroOrMissing', zeroOrMissing],
  ['percentEntry', percentEntry],
  ['range', range],
  ['jump', jump],
  ['unitSlip', unitSlip],
  ['natureMixed', natureMixed],
  ['evidenceMissing', evidenceMissing],
  ['evidenceDate', evidenceDate],
  ['identityNumber', identityNumber],
]);

export function checkSubmission(
  scheme: Scheme,
  submission: Omit<Submission, 'findings'>,
  texts: ReadonlyMap<string, string>,
): Finding[] {
  const of: Checked = { scheme, submission, pairs: pairsOf(scheme, submission), texts };
  const found = scheme.checks.flatMap((check) => {
    if (!check.when.includes('cell') && !check.when.includes('submit')) return [];
    return (CHECKS.get(check.kind)?.(check, of) ?? []).map((finding) => ({ kind: check.kind, finding }));
  });
  // A slip of the unit is a jump as well; it is said once, as what it is.
  const slips = new Set(found.flatMap(({ kind, finding }) => (kind === 'unitSlip' ? [keyOf(finding)] : [])));
  return found.flatMap(({ kind, finding }) => (kind === 'jump' && slips.has(keyOf(finding)) ? [] : [finding]));
}

const keyOf = ({ at }: Finding): string => `${at.unit}\t${at.item}`;
