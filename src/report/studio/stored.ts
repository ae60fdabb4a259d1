/** A stored template read: its file, its blanks, what was decided. Files never change, so what was read is kept. */
import { openWord } from '../../engines/word/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { type ReadTemplate, readTemplate } from './blanks.ts';
import { findTemplate, lastDecisions, type StoredDecision } from './templates.store.ts';

/** Templates a process keeps read: one is worked on for an hour. */
const KEPT = 4;
const kept = new Map<string, ReadTemplate>();

export function readKept(sha256: string, bytes: Uint8Array, file: string): ReadTemplate {
  const known = kept.get(sha256);
  if (known !== undefined) return known;
  const read = readTemplate(openWord(bytes, file));
  kept.set(sha256, read);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return read;
}

export interface StoredTemplate {
  readonly row: NonNullable<Awaited<ReturnType<typeof findTemplate>>>;
  readonly bytes: Uint8Array;
  readonly read: ReadTemplate;
  readonly decisions: ReadonlyMap<string, StoredDecision>;
}

/** Throws `report.templateMissing`. */
export async function loadTemplate(tx: Tx, { who, files }: By, template: string): Promise<StoredTemplate> {
  const key = { tenant: who.tenant, template };
  const row = await findTemplate(tx, key);
  if (row === undefined) throw ReportProblem.templateMissing({ template });
  const bytes = await files.read(row.sha256);
  const decisions = new Map((await lastDecisions(tx, key)).map((stored) => [stored.blank, stored]));
  return { row, bytes, read: readKept(row.sha256, bytes, row.name), decisions };
}
