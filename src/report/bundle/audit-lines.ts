/** The audit chain as it lies in a bundle: a row a line, whole or by its digest, with the link that seals it. */

import type { Finding } from '../../kernel/index.ts';
import { type AuditRow, CHAIN_START, isSealedBy, linkOf } from '../../platform/on-files.ts';

interface Linked {
  readonly seq: string;
  readonly hash: string;
}
/** Shown whole, or by its digest alone: rows of other rounds keep their place in the chain and tell nothing. */
export type ChainedRow = Linked & ((Omit<AuditRow, 'at'> & { readonly at: string }) | { readonly digest: string });

export const writeAuditLines = (rows: readonly ChainedRow[]): Uint8Array =>
  Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

export interface ChainVerdict {
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** `head`: the last link, as the manifest has it. */
export function verifyAuditLines(content: Uint8Array, head: string): ChainVerdict {
  const findings: Finding[] = [];
  const tell = (code: string, line: number, data: Finding['data'] = {}): void => {
    findings.push({ code, severity: 'error', at: { file: 'audit.jsonl', line }, data: { line, ...data } });
  };
  const lines = Buffer.from(content).toString('utf8').split('\n').filter(Boolean);
  let [before, seq] = [CHAIN_START, 0n];
  for (const [index, line] of lines.entries()) {
    const row = parseRow(line);
    if (row === undefined) {
      tell('bundle.audit.unreadable', index + 1);
      continue;
    }
    if (BigInt(row.seq) !== seq + 1n) tell('bundle.audit.gap', index + 1, { seq: row.seq });
    else if (!isLinked(before, row))
      tell(
        'bundle.audit.changed',
        index + 1,
        'digest' in row ? { action: '—', about: '' } : { action: row.action, about: row.about },
      );
    [before, seq] = [row.hash, BigInt(row.seq)];
  }
  if (before !== head) tell('bundle.audit.head', lines.length);
  return { rows: lines.length, findings };
}

const isLinked = (before: string, row: ChainedRow): boolean =>
  'digest' in row
    ? row.hash === linkOf(before, row.digest)
    : isSealedBy(row.hash, before, { ...row, at: new Date(row.at) });

function parseRow(line: string): ChainedRow | undefined {
  try {
    const row = JSON.parse(line) as ChainedRow;
    const words = 'digest' in row ? [row.digest] : [row.at, row.entry, row.action, row.about];
    const whole = [row.seq, row.hash, ...words].every((word) => typeof word === 'string');
    const dated = 'digest' in row || !Number.isNaN(Date.parse(row.at));
    return whole && /^\d{1,18}$/.test(row.seq) && dated ? row : undefined;
  } catch {
    return undefined;
  }
}
