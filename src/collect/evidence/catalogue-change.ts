/**
 * What the catalogue of a workbook would change here. A row is known by its number; what of it was changed in the
 * workbook is told from what was changed here since by the mark and version it went out with. Rows that cannot be taken
 * over are said, each at its place, and stay as they stand.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../../kernel/index.ts';
import type { EvidenceRecord } from '../contract.ts';
import { EVIDENCE_HEADS } from '../heads.ts';
import type { SealedRecord } from '../seal.ts';

/** As it stands here, also one that was withdrawn or is of another department of the unit. */
export interface StandingRecord {
  readonly evidence: string;
  readonly dept: string;
  readonly state: string;
  readonly version: number;
  readonly person: string;
  readonly hasContent: boolean;
  /** Numbers it had before. */
  readonly former_numbers: readonly string[];
  readonly record: EvidenceRecord;
}

export interface ChangedRecord {
  readonly evidence: string;
  /** Version that stands. */
  readonly version: number;
  readonly record: EvidenceRecord;
}

export interface CatalogueChange {
  readonly added: readonly EvidenceRecord[];
  readonly changed: readonly ChangedRecord[];
  readonly findings: readonly Finding[];
}

interface Asking {
  readonly dept: string;
  readonly standing: readonly StandingRecord[];
  /** By number; undefined where the workbook has no seal, which is read as it is. */
  readonly sealed: ReadonlyMap<string, SealedRecord> | undefined;
}

/** Of a number stated twice the last row holds. */
export function catalogueChange(
  stated: readonly EvidenceRecord[],
  { dept, standing, sealed }: Asking,
): CatalogueChange {
  const held = new Map(standing.map((each) => [each.record.number, each]));
  const [added, changed, findings]: [EvidenceRecord[], ChangedRecord[], Finding[]] = [[], [], []];
  for (const record of new Map(stated.map((each) => [each.number, each])).values()) {
    const before = held.get(record.number);
    const tell = (code: string, severity: Finding['severity'], data: Finding['data'] = {}): void => {
      findings.push({ code, severity, at: record.at ?? {}, data: { number: record.number, ...data } });
    };
    if (before === undefined) {
      const renumbered = standing.find(({ former_numbers: former }) => former.includes(record.number));
      if (renumbered === undefined) added.push(record);
      else tell('collect.evidence.renumbered', 'warn', { now: renumbered.record.number });
      continue;
    }
    const wentOut = sealed?.get(record.number);
    if (wentOut?.mark === markOf(record)) continue;
    const fields = before.dept === dept ? differingFields(record, before) : [];
    const isMine = sealed === undefined || wentOut?.version === before.version;
    if (before.dept !== dept) tell('collect.evidence.ofOther', 'error');
    else if (before.state === 'withdrawn') tell('collect.evidence.withdrawn', 'error');
    else if (fields.length === 0) continue;
    else if (!isMine) tell('collect.evidence.moved', 'warn', { person: before.person, fields });
    else if (record.mode === 'onsite' && before.hasContent) tell('collect.evidence.hasFile', 'error');
    else {
      tell('collect.evidence.changes', 'hint', { fields });
      changed.push({ evidence: before.evidence, version: before.version, record });
    }
  }
  return { added, changed, findings };
}

const FIELDS = ['title', 'docNumber', 'issuer', 'date', 'pages', 'mode', 'file', 'indicators', 'items'] as const;
type Field = (typeof FIELDS)[number];

const said = (record: EvidenceRecord, field: Field): string => {
  const value = record[field] ?? '';
  return typeof value === 'string' ? value.trim() : value.toSorted().join('、');
};

/** Words of the columns in which the workbook says otherwise. A content filed here keeps the name it has here. */
const differingFields = (record: EvidenceRecord, { record: held, hasContent }: StandingRecord): readonly string[] =>
  FIELDS.filter((field) => !(hasContent && field === 'file') && said(record, field) !== said(held, field)).map(
    (field) => EVIDENCE_HEADS[field],
  );

/** The same for a row that says the same. */
export const markOf = (record: EvidenceRecord): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => said(record, field))))
    .digest('hex')
    .slice(0, 16);
