/** Units as formulas see them, one context per unit and year. */

import type { LedgerRow } from '../collect/on-files.ts';
import type { FormulaContext, Outcome } from '../engines/formula/index.ts';
import { type Gap, gap, type LedgerCode, type UnitCode } from '../kernel/index.ts';
import type { LedgerBook } from './ledgers.ts';
import type { Snapshot } from './snapshot.ts';
import { listsMissing, type Places } from './units.ts';
import type { ValueOf } from './values.ts';

export type ContextOf = (unit: UnitCode, shift: number) => FormulaContext;

export function contextsOf(
  places: Places,
  ledgers: LedgerBook,
  snapshot: Snapshot,
  year: number,
  valueAt: () => ValueOf,
  scoreOf: (unit: UnitCode, indicator: string) => Outcome,
): ContextOf {
  const known = new Map<string, FormulaContext>();
  const contextOf: ContextOf = (code, shift) => {
    const key = `${shift} ${code}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const unit = places.unit(code);
    const made: FormulaContext = {
      unit: code,
      item: (item) => valueAt()(item, code, shift).outcome,
      attribute(name) {
        if (name === 'name') return unit.name;
        if (name === 'kind') return unit.kind;
        return Object.hasOwn(unit.attributes, name) ? (unit.attributes[name] ?? '') : '';
      },
      prior: () => contextOf(code, shift - 1),
      members(group) {
        const silent = snapshot.schoolsSilent(shift) ? [unit] : places.unlisted(unit);
        const unlisted = group === 'schools' ? silent : [];
        if (unlisted.length > 0) return listsMissing(unlisted, year + shift);
        return (group === 'counties' ? places.counties(unit) : places.schools(unit))
          .filter((member) => member.code !== code)
          .map((member) => contextOf(member.code, shift));
      },
      ledgerRows(ledger) {
        const notHanded = (of: UnitCode): Gap =>
          gap('missing', [{ item: ledger as LedgerCode, unit: of, period: `calendar(${year + shift})` }]);
        // A ledger is of this year; nobody handed in last year's.
        if (shift !== 0) return notHanded(code);
        // `@own` tells what the unit filed itself from what stands in the ledgers below it.
        const own = (of: UnitCode) => (name: string) => (name === 'own' && of === code ? '是' : '否');
        const units = places.within(unit, false);
        const rows = (ledgers.rows(ledger, units) as readonly LedgerRow[]).map((row) => ({
          ...ledgers.context(row),
          at: row.at,
          attribute: own(row.unit),
        }));
        const owing = ledgers.owing(ledger, units).map((each) => ({
          ...ledgers.unknown(notHanded(each.code)),
          attribute: own(each.code),
        }));
        return [...rows, ...owing];
      },
      score: (indicator) => (shift === 0 ? scoreOf(code, indicator) : gap('missing')),
    };
    known.set(key, made);
    return made;
  };
  return contextOf;
}
