/**
 * Holds the audit record against its chain, and the chain against what stands outside the database: names rows that were
 * changed, removed or slipped in, a cut end, rows sealed anew, report files that are not what was filed, and the open tail.
 */
import type { Finding } from '../../kernel/index.ts';
import { type Tx, transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import type { Files } from '../files/contract.ts';
import { type AgainstHeads, againstHeads } from './against-heads.ts';
import { sealsAfter, unsealedRows } from './audit.store.ts';
import { isSealedBy, LATEST_MS, START } from './chain.ts';
import type { HeadsKept } from './heads.ts';
import { verifyReports } from './verify-reports.ts';

const BATCH = 1_000;
/** Rows of the tail that are counted one by one. */
const TAIL_COUNTED = 100_000;

export interface AuditVerdict {
  readonly sealed: number;
  /** Rows that are not sealed yet; at most a second's work while the system runs. */
  readonly tail: number;
  /** Hash of the last seal. */
  readonly head: string;
  readonly findings: readonly Finding[];
}

/** What the record is held against beside its own chain; without one of them that is not looked at. */
export interface Outside {
  /** Read before the chain is; undefined when there is no file. */
  readonly heads?: HeadsKept | undefined;
  readonly files?: Files;
}

export const verifyAudit = (db: Db, tenant: number, outside: Outside = {}): Promise<AuditVerdict> =>
  transact(db, { tenant, reach: '*' }, (tx) => verifyWithin(tx, tenant, outside));

export async function verifyWithin(tx: Tx, tenant: number, outside: Outside): Promise<AuditVerdict> {
  const findings: Finding[] = [];
  const against = 'heads' in outside ? againstHeads(outside.heads, tenant) : undefined;
  const { sealed, head, newest, last } = await walk(tx, tenant, findings, against);
  findings.push(...(against?.end(last) ?? []));
  if (outside.files !== undefined) findings.push(...(await verifyReports(tx, tenant, outside.files)));
  const open = await unsealedRows(tx, tenant, TAIL_COUNTED, new Date(0), undefined);
  const slipped = open.filter(({ at }) => at.getTime() < newest - LATEST_MS);
  for (const { entry } of slipped)
    findings.push({ code: 'audit.row.added', severity: 'error', at: {}, data: { seq: '—', entry } });
  return { sealed, tail: open.length - slipped.length, head, findings };
}

interface Walked {
  readonly sealed: number;
  readonly head: string;
  /** Time of the newest row sealed, in milliseconds. */
  readonly newest: number;
  /** Number of the last seal; 0 for none. */
  readonly last: bigint;
}

async function walk(tx: Tx, tenant: number, findings: Finding[], against?: AgainstHeads): Promise<Walked> {
  let [seq, head, sealed, newest] = [0n, START, 0, 0];
  const tell = (code: string, at: bigint, entry: string): void => {
    findings.push({ code, severity: 'error', at: { line: Number(at) }, data: { seq: String(at), entry } });
  };
  for (;;) {
    const seals = await sealsAfter(tx, tenant, seq, BATCH);
    for (const seal of seals) {
      against?.see(seal);
      if (seal.seq !== seq + 1n) tell('audit.chain.broken', seal.seq, seal.entry);
      else if (seal.row === null) tell('audit.row.removed', seal.seq, seal.entry);
      else {
        const { at, account, person, action, about, detail, address } = seal;
        const row = { tenant, entry: seal.entry, at: at as Date, account, person: person ?? '', action: action ?? '' };
        const whole = { ...row, about: about ?? '', detail, address: address ?? '' };
        if (!isSealedBy(seal.hash, head, whole)) tell('audit.row.changed', seal.seq, seal.entry);
        else if (row.at.getTime() < newest - LATEST_MS) tell('audit.row.added', seal.seq, seal.entry);
      }
      // On with what stands there, so that one fault is told once.
      [seq, head] = [seal.seq, seal.hash];
      sealed += 1;
      newest = Math.max(newest, seal.at?.getTime() ?? 0);
    }
    if (seals.length < BATCH) return { sealed, head, newest, last: seq };
  }
}
