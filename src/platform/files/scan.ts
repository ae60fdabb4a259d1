/**
 * The virus scanner of the house, where it has one: a program that is given the path of the file that came, and ends
 * with 0 for a clean one. Anything else, and a program that cannot be run or takes too long, keeps the file out.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FilesProblem } from './problems.ts';

const SCAN_MS = 60_000;
const SAID_MOST = 200;
/** What scanners end with for a virus found (clamdscan and most others). */
const FOUND = 1;

/** Throws `files.unclean`, `files.scannerFailed`. */
export type Scan = (file: string) => Promise<void>;

/** `program` is run without a shell, with the path as its only word. */
export const scanWith =
  (program: string): Scan =>
  async (file) => {
    try {
      await promisify(execFile)(program, [file], { timeout: SCAN_MS, windowsHide: true });
    } catch (error) {
      const { code, stdout = '' } = error as { code?: number | string; stdout?: string };
      if (code !== FOUND) throw FilesProblem.scannerFailed({ fault: String(code ?? 'timeout') });
      throw FilesProblem.unclean({ said: stdout.replaceAll(file, '').trim().slice(0, SAID_MOST) });
    }
  };
