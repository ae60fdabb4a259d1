/** An indicator table as a committee issued it as the folder of a scheme. */
import type { Finding } from '../../kernel/index.ts';
import { type DraftHead, draftScheme } from './draft.ts';
import { readPaper } from './read-paper.ts';

export interface ImportedPaper {
  /** File name -> YAML text. */
  readonly files: Readonly<Record<string, string>>;
  readonly leaves: number;
  readonly findings: readonly Finding[];
}

/** Throws what `readPaper` throws. */
export function importPaper(bytes: Uint8Array, file: string, head: DraftHead): ImportedPaper {
  const { indicators, findings } = readPaper(bytes, file);
  const leaves = indicators.filter(({ isLeaf }) => isLeaf).length;
  return { files: draftScheme(head, indicators), leaves, findings };
}
