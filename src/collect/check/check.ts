/** Runs the scheme's checks of this stage over what was handed in. */
import type { Finding } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import type { Submission } from '../contract.ts';

export function checkSubmission(
  _scheme: Scheme,
  _submission: Omit<Submission, 'findings'>,
  _texts: ReadonlyMap<string, string>,
): Finding[] {
  return [];
}
