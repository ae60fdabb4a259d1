/**
 * Rows that are computed from others of the task, by the formula language the server runs: their values move while one
 * types. What a formula reads beyond the task (lists, ledgers, units below) is not here, and the row then says so.
 */
import type { TaskPage } from '../../../../src/collect/replies.ts';
import {
  type CompiledFormula,
  compileFormula,
  type FormulaContext,
  type Outcome,
} from '../../../../src/engines/formula/index.ts';
import { gap, type ItemCode, measureOf, printMeasure } from '../../../../src/kernel/index.ts';
import { printAmount } from '../../parts/numbers.ts';
import { type Cell, type Item, keyOf, type Year } from './cells.ts';
import { namesOf } from './names-of.ts';
import { readTyped } from './reading.ts';

export interface Computer {
  /** As it is printed; undefined where it cannot be told from this task alone, or something is not filled yet. */
  shown(cells: ReadonlyMap<string, Cell>, subject: string, item: Item, year: Year): string | undefined;
}

/** Far deeper than rows of a form follow from one another; also ends a circle. */
const DEPTH = 32;

export function openComputer(page: TaskPage): Computer {
  const items = new Map<string, Item>(page.items.map((item) => [item.code, item]));
  const names = namesOf(new Map(page.items.map((item) => [item.code, item])));
  const formulas = new Map<string, CompiledFormula>();
  for (const { code, formula } of page.items) {
    const compiled = formula === undefined ? undefined : compileFormula(formula, names);
    if (compiled?.ok === true) formulas.set(code, compiled.formula);
  }
  const contextOf = (cells: ReadonlyMap<string, Cell>, subject: string, year: Year, depth: number): FormulaContext => {
    const unit = page.schools.find(({ code }) => code === subject);
    const attributes: Readonly<Record<string, string>> = unit?.attributes ?? {};
    const beyond = gap('missing');
    return {
      item(code): Outcome {
        const item = items.get(code);
        if (item === undefined || depth > DEPTH) return beyond;
        if (item.computed) return formulas.get(code)?.evaluate(contextOf(cells, subject, year, depth + 1)) ?? beyond;
        const { value } = readTyped(item, cells.get(keyOf({ subject, item: code as ItemCode, year }))?.typed ?? '');
        return value.kind === 'quantity' ? measureOf(value) : value;
      },
      attribute: (name) => (name === 'name' ? (unit ?? page.unit).name : (attributes[name] ?? '')),
      prior: () => (year === 'now' ? contextOf(cells, subject, 'prior', depth) : withoutFigures),
      members: () => beyond,
      ledgerRows: () => beyond,
      score: () => beyond,
    };
  };
  return {
    shown(cells, subject, item, year) {
      const outcome = formulas.get(item.code)?.evaluate(contextOf(cells, subject, year, 0));
      if (outcome === undefined) return undefined;
      if (outcome.kind === 'measure') return printAmount(printMeasure(outcome, item.unit));
      if (outcome.kind === 'text') return outcome.text;
      if (outcome.kind === 'truth') return outcome.truth ? '是' : '否';
      return outcome.why === 'not-applicable' ? '不适用' : undefined;
    },
  };
}

/** The year before last: nothing of it is in a task. */
const withoutFigures: FormulaContext = {
  item: () => gap('missing'),
  attribute: () => '',
  prior: () => withoutFigures,
  members: () => gap('missing'),
  ledgerRows: () => gap('missing'),
  score: () => gap('missing'),
};
