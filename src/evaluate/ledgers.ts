/** Rows of ledgers as formulas read them: names are columns, by code or by Chinese name. */

import type { HandedLedger, LedgerRow } from '../collect/on-files.ts';
import type { CompiledFormula, FormulaContext, Outcome } from '../engines/formula/index.ts';
import { type Gap, gap, joinGaps, type LedgerCode, measureOf, type Rational } from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme } from '../scheme/on-files.ts';
import { levelOf } from './units.ts';

export interface LedgerBook {
  /** Of these units, those that are asked for the ledger and did not hand it in: nobody knows whether they have rows. */
  owing(ledger: string, units: readonly OrgUnit[]): readonly OrgUnit[];
  /** Rows of these units for which the condition holds, or the gap that keeps it from being decided. */
  rows(ledger: string, units: readonly OrgUnit[], where?: CompiledFormula): readonly LedgerRow[] | Gap;
  amount(row: LedgerRow, column: string): Rational | undefined;
  context(row: LedgerRow): FormulaContext;
  /** In place of the rows that were not handed in. */
  unknown(why: Gap): FormulaContext;
}

export function openLedgers(scheme: Scheme, rows: readonly LedgerRow[], handed: readonly HandedLedger[]): LedgerBook {
  const came = new Set(handed.map(({ ledger, unit }) => `${ledger}\t${unit}`));
  const byPlace = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const key = `${row.ledger}\t${row.unit}`;
    const placed = byPlace.get(key);
    if (placed === undefined) byPlace.set(key, [row]);
    else placed.push(row);
  }
  const columnCode = (row: LedgerRow, name: string): string => {
    const columns = scheme.ledgers.get(row.ledger)?.columns;
    if (columns?.has(name)) return name;
    return [...(columns?.values() ?? [])].find((column) => column.name === name)?.code ?? name;
  };
  const read = (row: LedgerRow, name: string): Outcome => {
    const code = columnCode(row, name);
    const value = Object.hasOwn(row.values, code) ? row.values[code] : undefined;
    if (value?.kind === 'quantity' && value.unit === '是否') return { kind: 'truth', truth: value.steps !== 0n };
    if (value?.kind === 'quantity') return measureOf({ kind: 'quantity', steps: value.steps, unit: value.unit });
    const unit = scheme.ledgers.get(row.ledger)?.columns.get(code)?.unit;
    if (unit === '是否' && value !== undefined) return { kind: 'truth', truth: value.text === '是' };
    if (unit !== undefined && unit !== '文字' && unit !== '日期' && value === undefined) return gap('missing');
    // A word left out is an empty word: a row without a remark is still a row.
    return { kind: 'text', text: value?.text ?? '' };
  };
  const context = (row: LedgerRow): FormulaContext => ({
    item: (name) => read(row, name),
    attribute: () => '',
    prior: () => context(row),
    members: () => [],
    ledgerRows: () => [],
    score: () => gap('not-applicable'),
  });
  const unknown = (why: Gap): FormulaContext => ({
    item: () => why,
    attribute: () => '',
    prior: () => unknown(why),
    members: () => [],
    ledgerRows: () => [],
    score: () => gap('not-applicable'),
    unknown: why,
  });
  return {
    owing: (ledger, units) =>
      units.filter((unit) => {
        if (scheme.ledgers.get(ledger as LedgerCode)?.by[levelOf(unit)] === undefined) return false;
        const place = `${ledger}\t${unit.code}`;
        return !byPlace.has(place) && !came.has(place);
      }),
    context,
    unknown,
    amount(row, column) {
      const outcome = read(row, column);
      return outcome.kind === 'measure' ? outcome.exact : undefined;
    },
    rows(ledger, units, where) {
      const all = units.flatMap(({ code }) => byPlace.get(`${ledger}\t${code}`) ?? []);
      if (where === undefined) return all;
      const gaps: Gap[] = [];
      const kept = all.filter((row) => {
        const outcome = where.evaluate(context(row));
        if (outcome.kind === 'gap') gaps.push(outcome);
        return outcome.kind === 'truth' && outcome.truth;
      });
      return joinGaps(gaps) ?? kept;
    },
  };
}
