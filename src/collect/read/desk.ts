/** What reading gathers: figures, rows, evidence and findings, with the place each came from. Filled file by file. */
import {
  type DeptCode,
  type Figure,
  type Finding,
  type FindingData,
  gap,
  type ItemCode,
  type Nature,
  type Period,
  type Place,
  periodOf,
  printPeriod,
  type Severity,
  type Source,
  type UnitCode,
} from '../../kernel/index.ts';
import type { OrgTree, OrgUnit } from '../../org/on-files.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import type { EvidenceRecord, HandedLedger, LedgerRow } from '../contract.ts';
import type { Citation } from './citations.ts';
import type { Answered } from './value.ts';

/** The year a column speaks of, from the evaluation year. */
export type Shift = 0 | -1;

export interface Statement {
  readonly unit: OrgUnit;
  readonly dept?: DeptCode;
  readonly item: SchemeItem;
  readonly shift: Shift;
  /** Where the CSV names a period of its own. */
  readonly period?: Period;
  readonly answered: Answered;
  readonly writtenUnit?: string;
  readonly nature?: Nature;
  readonly source: Source;
  readonly reason?: string;
}

export interface Desk {
  readonly scheme: Scheme;
  /** The evaluation year. */
  readonly year: number;
  readonly org: OrgTree;
  readonly figures: Figure[];
  readonly ledgerRows: LedgerRow[];
  readonly handedLedgers: HandedLedger[];
  readonly evidence: EvidenceRecord[];
  readonly citations: Citation[];
  readonly findings: Finding[];
  tell(code: string, severity: Severity, at: Place, data: FindingData): void;
  /** Adds the figure and says what its cell's notes say. */
  state(of: Statement): void;
}

export function openDesk(scheme: Scheme, year: number, org: OrgTree): Desk {
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  const tenant = org.root.code;
  const round = `${scheme.code}/${scheme.version}`;
  const periods = new Map<ItemCode, readonly [Period, Period]>();
  const tell: Desk['tell'] = (code, severity, at, data) => {
    findings.push({ code, severity, at, data });
  };
  const periodFor = (item: SchemeItem, shift: Shift): Period => {
    const known = periods.get(item.code) ?? [periodOf(item.period, year), periodOf(item.period, year, -1)];
    periods.set(item.code, known);
    return shift === 0 ? known[0] : known[1];
  };
  // A school's fifty figures in a row have one reporter.
  let reporter: Figure['key']['reporter'] = { unit: tenant };
  const state: Desk['state'] = (of) => {
    const { unit, dept, item, answered, source } = of;
    const asked = of.shift === 0 ? item.nature?.this : item.nature?.prior;
    const nature = asked === undefined ? undefined : (of.nature ?? asked);
    if (reporter.unit !== unit.code || reporter.dept !== dept) {
      reporter = dept === undefined ? { unit: unit.code } : { unit: unit.code, dept };
    }
    const period = of.period ?? periodFor(item, of.shift);
    figures.push({
      key: {
        tenant,
        round,
        subject: unit.code,
        item: item.code,
        period,
        reporter,
        scope: 'own',
      },
      value: named(answered.value, { item: item.code, unit: unit.code, period }),
      typed: of.writtenUnit === undefined ? { text: answered.text } : { text: answered.text, unit: of.writtenUnit },
      ...(nature === undefined ? {} : { nature }),
      source,
      ...(of.reason === undefined ? {} : { reason: of.reason }),
    });
    for (const note of answered.notes)
      tell(note.code, note.severity, placeOf(source, unit.code, item.code), {
        item: item.name,
        of: unit.name,
        ...note.data,
      });
  };
  return {
    scheme,
    year,
    org,
    figures,
    ledgerRows: [],
    handedLedgers: [],
    evidence: [],
    citations: [],
    findings,
    tell,
    state,
  };
}

/** A gap that nobody traced yet names the figure it stands for. */
function named(
  value: Figure['value'],
  { item, unit, period }: { readonly item: ItemCode; readonly unit: UnitCode; readonly period: Period },
): Figure['value'] {
  return value.kind === 'gap' ? gap(value.why, [{ item, unit, period: printPeriod(period) }]) : value;
}

export function placeOf(source: Source, unit: UnitCode, item: ItemCode): Place {
  if (source.kind === 'cell') return { file: source.file, sheet: source.sheet, cell: source.cell, unit, item };
  return source.kind === 'csv' ? { file: source.file, line: source.line, unit, item } : { unit, item };
}
