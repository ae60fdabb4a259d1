/** The data of a report as it lies in its snapshot and in a bundle: figures, ledgers, evidence, units. */
import type { EvidenceRecord, LedgerRow, Submission } from '../../collect/on-files.ts';
import type { Figure } from '../../kernel/index.ts';
import { buildOrgTree, type OrgUnit } from '../../org/on-files.ts';

export interface Frozen {
  readonly scheme: string;
  readonly version: string;
  readonly hash: string;
  readonly year: number;
  readonly units: readonly OrgUnit[];
  readonly figures: readonly Figure[];
  readonly ledgerRows: readonly LedgerRow[];
  readonly evidence: readonly EvidenceRecord[];
  /** Which version of each figure counted, by the number of its unit. */
  readonly accepted: readonly {
    readonly subject: number;
    readonly item: string;
    readonly period: string;
    readonly version: number | null;
  }[];
}

export const parseFrozen = (text: string): Frozen => JSON.parse(text, revive) as Frozen;

/** Whole base steps are bigint, and lie in JSON as text. */
const revive = (_: string, value: unknown): unknown =>
  isQuantity(value) ? { ...value, steps: BigInt(value.steps) } : value;

const isQuantity = (value: unknown): value is { readonly steps: string } =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'quantity' && 'steps' in value;

export function submissionOf({ year, units, figures, ledgerRows, evidence }: Frozen): Submission {
  const org = buildOrgTree(units.map((unit) => ({ ...unit, at: unit.at ?? {} }))).tree;
  return { year, org, figures, ledgerRows, evidence, files: [], findings: [] };
}
