/** A chain, as it is walked, against the heads of it that were written down outside the database. */
import type { Finding } from '../../kernel/index.ts';
import { START } from './chain.ts';
import type { HeadsKept } from './heads.ts';

export interface AgainstHeads {
  see(seal: { readonly seq: bigint; readonly hash: string }): void;
  /** `last`: number of the last seal of the chain, 0 for none. */
  end(last: bigint): readonly Finding[];
}

/** `kept`: undefined when there is no file of heads. Read before the chain is, or heads newer than the chain are met. */
export function againstHeads(kept: HeadsKept | undefined, tenant: number): AgainstHeads {
  const told = toldOf(kept, tenant);
  const resealed: { readonly from: bigint; to: bigint }[] = [];
  /** Of the heads that were met: the last, and whether the chain held there. */
  let met = { seq: 0n, held: true };
  return {
    see({ seq, hash }) {
      const hashes = told.get(seq);
      if (hashes === undefined) return;
      const held = hashes.hashes.every((each) => each === hash);
      const last = resealed.at(-1);
      if (!held && !met.held && last !== undefined) last.to = seq;
      else if (!held) resealed.push({ from: met.seq + 1n, to: seq });
      met = { seq, held };
    },
    end(last) {
      if (kept === undefined) return last === 0n ? [] : [finding('audit.heads.missing', 'error', {})];
      const findings = kept.unreadable.map((line) => finding('audit.heads.unreadable', 'warn', { line }));
      const [first] = [...told.keys()].sort(bySize);
      if (last > 0n && first !== 0n) {
        const since = first === undefined ? 'none' : String(first);
        findings.push(finding('audit.heads.late', 'warn', { since }));
      }
      for (const { from, to } of resealed)
        findings.push(finding('audit.rows.resealed', 'error', { from: String(from), to: String(to) }));
      const furthest = [...told.keys()].sort(bySize).at(-1) ?? 0n;
      if (furthest > last) {
        const at = told.get(furthest)?.at.toISOString() ?? '';
        findings.push(finding('audit.tail.removed', 'error', { after: String(last), until: String(furthest), at }));
      }
      return findings;
    },
  };
}

interface Told {
  readonly hashes: readonly string[];
  readonly at: Date;
}

function toldOf(kept: HeadsKept | undefined, tenant: number): ReadonlyMap<bigint, Told> {
  const told = new Map<bigint, Told>();
  for (const { tenant: of, seq, hash, at } of kept?.heads ?? []) {
    if (of !== tenant || (seq === 0n && hash !== START)) continue;
    const before = told.get(seq);
    if (before === undefined) told.set(seq, { hashes: [hash], at });
    else if (!before.hashes.includes(hash)) told.set(seq, { hashes: [...before.hashes, hash], at });
  }
  return told;
}

const bySize = (a: bigint, b: bigint): number => (a < b ? -1 : 1);

const finding = (code: string, severity: Finding['severity'], data: Finding['data']): Finding => ({
  code,
  severity,
  at: {},
  data,
});
