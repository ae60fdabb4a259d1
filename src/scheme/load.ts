/** Folder to scheme, for every command that needs one, and folder to findings, for `luzhi scheme check`. */
import { bySeverity, type Finding } from '../kernel/index.ts';
import { invalidScheme } from './problems.ts';
import { readSchemeFolder } from './read.ts';
import { resolveScheme } from './resolve.ts';
import type { Scheme } from './scheme.ts';

/** Throws `scheme.unreadable`, or `scheme.invalid` (an `InvalidScheme` with all findings). */
export function loadScheme(folder: string): Scheme {
  const { scheme, findings } = resolveScheme(readSchemeFolder(folder));
  if (scheme === undefined) throw invalidScheme(folder, findings);
  return scheme;
}

/** All findings, errors first. Throws only `scheme.unreadable`. */
export const checkScheme = (folder: string): Finding[] =>
  [...resolveScheme(readSchemeFolder(folder)).findings].sort(bySeverity);
