/** The data of a report as it lies in its snapshot and in a bundle: figures, ledgers, evidence, units. */
import type { EvidenceRecord, HandedLedger, LedgerRow, Submission } from '../../collect/on-files.ts';
import type { Figure } from '../../kernel/index.ts';
import { buildOrgTree, levelOf, type OrgUnit } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';

export interface Frozen {
  readonly scheme: string;
  readonly version: string;
  readonly hash: string;
  readonly year: number;
  readonly units: readonly OrgUnit[];
  readonly figures: readonly Figure[];
  readonly ledgerRows: readonly LedgerRow[];
  /** Absent from what releases before 2026-11-29 froze. */
  readonly handedLedgers?: readonly HandedLedger[];
  readonly evidence: readonly EvidenceRecord[];
  /** Which version of each figure counted, by the number of its unit. */
  readonly accepted: readonly {
    readonly subject: number;
    readonly item: string;
    readonly period: string;
    readonly version: number | null;
  }[];
}

/** Throws a `SyntaxError` on what is no JSON. */
export function parseFrozen(text: string): Frozen {
  const frozen = JSON.parse(text) as Frozen;
  revive(frozen);
  return frozen;
}

/** Whole base steps are bigint, and lie in JSON as text. In place: a reviver of `JSON.parse` takes five times as long. */
function revive(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value && value.kind === 'quantity' && 'steps' in value) value.steps = BigInt(value.steps as string);
  for (const each of Object.values(value)) revive(each);
}

export function submissionOf(frozen: Frozen, scheme: Scheme): Submission {
  const { year, units, figures, ledgerRows, evidence } = frozen;
  const org = buildOrgTree(units.map((unit) => ({ ...unit, at: unit.at ?? {} }))).tree;
  const handedLedgers = frozen.handedLedgers ?? impliedLedgers(frozen, scheme);
  return { year, org, figures, ledgerRows, handedLedgers, evidence, files: [], findings: [], onlyAccepted: true };
}

/**
 * As the releases read it that froze no list: where anybody filed a row of a ledger, whoever filed figures had handed
 * it in; of a prefecture, whose bureaus file apart, the bureau that keeps the ledger.
 */
function impliedLedgers({ figures, ledgerRows, units }: Frozen, scheme: Scheme): readonly HandedLedger[] {
  const filed = new Set(
    figures.flatMap(({ key: { reporter } }) => [reporter.unit, `${reporter.unit}\t${reporter.dept ?? ''}`]),
  );
  return [...new Set(ledgerRows.map(({ ledger }) => ledger))].flatMap((ledger) =>
    units.flatMap((unit) => {
      const dept = scheme.ledgers.get(ledger)?.by[levelOf(unit)];
      const came =
        unit.kind === 'prefecture'
          ? [dept, ''].some((each) => filed.has(`${unit.code}\t${each}`))
          : filed.has(unit.code);
      return came ? [{ ledger, unit: unit.code }] : [];
    }),
  );
}
