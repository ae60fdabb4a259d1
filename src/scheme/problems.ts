/** What ends an action on a scheme. Faults inside a scheme are findings; the problem only says that they forbid its use. */
import { type Finding, type Place, type Problem, problem, problems } from '../kernel/index.ts';

export const SchemeProblem = problems('scheme', {
  /** `folder` as given; `files` found in it. */
  unreadable: problem<{ folder: string }>(),
  invalid: problem<{ folder: string; count: number }>(),
  notPublished: problem<{ scheme: string; version: string }>(3, 404),
  /** What was uploaded to be looked at. */
  uploadEmpty: problem<{ count: number }>(2, 422),
  uploadDouble: problem<{ name: string }>(2, 422),
  uploadOther: problem<{ name: string }>(2, 415),
  /** A paper with indicators that is to become a scheme. */
  paperOther: problem<{ file: string }>(2, 415),
  paperUnread: problem<{ file: string }>(2, 422),
  paperTooWide: problem<{ file: string; count: number }>(2, 422),
  paperTooLong: problem<{ file: string; count: number }>(2, 422),
  editNowhere: problem<{ path: string }>(2, 422),
  versionTaken: problem<{ scheme: string; version: string }>(3, 409),
});

export const unreadable = (folder: string): Problem => SchemeProblem.unreadable({ folder }, { file: folder });

/** The problem of a scheme with errors, which carries what was found so that the edge can say all of it. */
export type InvalidScheme = Problem & { readonly findings: readonly Finding[] };

export function invalidScheme(folder: string, findings: readonly Finding[]): InvalidScheme {
  const count = findings.filter(({ severity }) => severity === 'error').length;
  const at: Place = { file: folder };
  return Object.assign(SchemeProblem.invalid({ folder, count }, at), { findings });
}
