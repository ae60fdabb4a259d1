/** Files in, files out. What is written appears whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Writes all outputs beside their places first and moves them in only when every one was written. */
export function writeOutputs(outputs: readonly Output[]): void {
  const staged: { from: string; to: string }[] = [];
  let current = '';
  try {
    for (const { file, content } of outputs) {
      current = file;
      makeFolder(path.dirname(path.resolve(file)));
      const from = path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}.part`);
      staged.push({ from, to: file });
      writeFileSync(from, content, { flush: true });
    }
    for (const { from, to } of staged) {
      current = to;
      renameSync(from, to);
    }
  } catch (error) {
    for (const { from } of staged) if (existsSync(from)) rmSync(from);
    throw CliProblem.notWritable({ file: current, fault: fault(error) });
  }
}

/** `out/report.docx` and `.trace.json` => `out/report.trace.json`. */
export const beside = (file: string, ending: string): string => file.replace(/\.[^./\\]*$/, '') + ending;
