/** Faults of the file system as problems with a sentence. */
import { Problem } from '../../kernel/index.ts';
import { EmbeddedProblem } from './problems.ts';
import { FREE_TO_CREATE_MB } from './settings.ts';

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** Runs `act`; a fault of the file system ends as `folderRefused`, a full disk as `noRoom`. */
export function refusing<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (FULL.has(code)) throw EmbeddedProblem.noRoom({ folder, free: 0, needed: FREE_TO_CREATE_MB });
    throw EmbeddedProblem.folderRefused({ folder, fault: code ?? message });
  }
}
