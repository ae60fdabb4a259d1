/** Files in, files out. What is written appears whole or not at all. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { decodeText } from '../engines/sheet/index.ts';
import { CliProblem } from './problems.ts';

const fault = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw fault(error) === 'ENOENT'
      ? CliProblem.fileMissing({ file })
      : CliProblem.fileUnreadable({ file, fault: fault(error) });
  }
}

/** Of a .txt in any of the encodings offices save. What has a NUL is no text, whatever its name. */
export function readText(file: string): string {
  const text = decodeText(readInput(file));
  if (text === undefined || text.includes('\u0000')) throw CliProblem.textEncoding({ file });
  return text;
}

/** Step by step from the first folder that is there: asked to make all at once below /proc, Node never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

export interface Output {
  readonly file: string;
  readonly content: Uint8Array | string;
}

interface Staged {
  readonly to: string;
  /** The new file and the one that stood there, hidden beside the place. */
  readonly from: string;
  readonly before: string;
}

/**
 * Writes all outputs beside their places first and moves them in only when every one was written. What stood there is
 * kept until the last is in, so that one that cannot be moved leaves every place as it was.
 */
export function writeOutputs(outputs: readonly Output[]): void {
  const staged: Staged[] = [];
  const moved: Staged[] = [];
  let current = '';
  try {
    for (const { file, content } of outputs) {
      current = file;
      const place = path.resolve(file);
      makeFolder(path.dirname(place));
      const hidden = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}`);
      const one = { to: place, from: `${hidden}.part`, before: `${hidden}.before` };
      staged.push(one);
      writeFileSync(one.from, content, { flush: true });
    }
    for (const [at, one] of staged.entries()) {
      current = outputs[at]?.file ?? one.to;
      if (statSync(one.to, { throwIfNoEntry: false })?.isFile()) copyFileSync(one.to, one.before);
      renameSync(one.from, one.to);
      moved.push(one);
    }
  } catch (error) {
    for (const { to, before } of moved) {
      if (existsSync(before)) renameSync(before, to);
      else rmSync(to);
    }
    throw CliProblem.notWritable({ file: current, fault: fault(error) });
  } finally {
    // Where a folder is a file, there is nothing to take away and `rmSync` would say so.
    for (const { from, before } of staged) for (const file of [from, before]) if (existsSync(file)) rmSync(file);
  }
}

/** `out/report.docx` and `.trace.json` => `out/report.trace.json`. */
export const beside = (file: string, ending: string): string => file.replace(/\.[^./\\]*$/, '') + ending;
