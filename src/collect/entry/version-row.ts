/** A version of a figure as a row, there and back. */
import {
  type Figure,
  type Gap,
  type GapCause,
  gap,
  type Nature,
  type Period,
  parsePeriod,
  printPeriod,
  type Source,
  type Unit,
} from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';

/** Columns of one version beside tenant, round and task. */
export interface VersionRow {
  readonly subject: number;
  readonly item: string;
  readonly period: string;
  readonly reporter: number;
  readonly dept: string;
  readonly scope: 'own' | 'whole';
  readonly version: number;
  readonly kind: 'quantity' | 'text' | 'gap';
  /** Decimal text of the whole number. */
  readonly steps: string | null;
  readonly unit: string | null;
  readonly words: string | null;
  readonly gap: string | null;
  readonly typed: string;
  readonly typed_unit: string | null;
  readonly nature: string | null;
  readonly source: Source;
  readonly reason: string | null;
  readonly reason_holds: boolean;
}

export const rowKey = (row: Pick<VersionRow, 'subject' | 'item' | 'period' | 'reporter' | 'dept' | 'scope'>): string =>
  `${row.subject}\t${row.item}\t${row.period}\t${row.reporter}\t${row.dept}\t${row.scope}`;

/** A figure as a row; `version` is the one it becomes. */
export function versionRow(
  { key, value, typed, nature, source, reason, reasonHolds }: Figure,
  { numberOf }: Register,
  version: number,
): VersionRow {
  return {
    subject: numberOf(key.subject) ?? 0,
    item: key.item,
    period: printPeriod(key.period),
    reporter: numberOf(key.reporter.unit) ?? 0,
    dept: key.reporter.dept ?? '',
    scope: key.scope,
    version,
    kind: value.kind,
    steps: value.kind === 'quantity' ? String(value.steps) : null,
    unit: value.kind === 'quantity' ? value.unit : null,
    words: value.kind === 'text' ? value.text : null,
    gap: value.kind === 'gap' ? value.why : null,
    typed: typed.text,
    typed_unit: typed.unit ?? null,
    nature: nature ?? null,
    source,
    reason: reason ?? null,
    reason_holds: reasonHolds === true,
  };
}

export const KEY = ['subject', 'item', 'period', 'reporter', 'dept', 'scope'] as const;
/** Columns a figure is made of. */
export const STATED = [
  ...KEY,
  'version',
  'kind',
  'steps',
  'unit',
  'words',
  'gap',
  'typed',
  'typed_unit',
  'nature',
  'source',
  'reason',
  'reason_holds',
] as const;

/** As it is read. */
export type StatedVersion = Omit<VersionRow, 'steps' | 'source'> & {
  readonly round: string;
  readonly steps: bigint | null;
  readonly source: unknown;
};

/** The figure a version states, about the unit as the register of the round names it; undefined for a unit it lacks. */
export function figureOf(row: StatedVersion, { tree, unitOf }: Register): Figure | undefined {
  const [subject, reporter, period] = [unitOf(row.subject), unitOf(row.reporter), parsePeriod(row.period)];
  if (subject === undefined || reporter === undefined || period === undefined) return undefined;
  const item = row.item as Figure['key']['item'];
  const ref = { item, unit: subject.code, period: row.period };
  return {
    key: {
      tenant: tree.root.code,
      round: row.round,
      subject: subject.code,
      item,
      period: period as Period,
      reporter: { unit: reporter.code, ...(row.dept === '' ? {} : { dept: row.dept as never }) },
      scope: row.scope,
    },
    value: statedValue(row, ref),
    typed: { text: row.typed, ...(row.typed_unit === null ? {} : { unit: row.typed_unit }) },
    ...(row.nature === null ? {} : { nature: row.nature as Nature }),
    source: row.source as Source,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.reason_holds ? { reasonHolds: true } : {}),
  };
}

function statedValue(row: StatedVersion, ref: Gap['from'][number]): Figure['value'] {
  if (row.kind === 'quantity') return { kind: 'quantity', steps: row.steps ?? 0n, unit: row.unit as Unit };
  if (row.kind === 'text') return { kind: 'text', text: row.words ?? '' };
  return gap(row.gap as GapCause, [ref]);
}
