/**
 * What the expressions of a template read: the evaluee's figures, facts about the report itself (`@year`, `@grade`),
 * and, inside a repeated row or paragraph, the facts of that row. A scope answers `@names` first and passes
 * everything else on.
 */
import type { FormulaContext, Outcome } from '../engines/formula/index.ts';
import { decimal, measure } from '../kernel/index.ts';
import type { BehindFact } from './behind.ts';

export interface Scope {
  readonly context: FormulaContext;
  /** How the scope is named in messages and traces: `云屏县`, `B3.2`. */
  readonly name: string;
  /** What its facts were made from. */
  readonly behind: BehindFact;
}

export type Facts = ReadonlyMap<string, string>;

/** A context whose attributes are answered by `facts` before `base`. */
export function withFacts(base: FormulaContext, facts: Facts): FormulaContext {
  return {
    ...(base.unit === undefined ? {} : { unit: base.unit }),
    item: (code) => base.item(code),
    attribute: (name) => facts.get(name) ?? base.attribute(name),
    prior: () => withFacts(base.prior(), facts),
    members(group) {
      const members = base.members(group);
      return 'why' in members ? members : members.map((member) => withFacts(member, new Map()));
    },
    ledgerRows: (ledger) => base.ledgerRows(ledger),
    score: (indicator) => base.score(indicator),
  };
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Facts are words; one that is a number and is printed as a number becomes a measure. */
export const asNumber = (outcome: Outcome): Outcome =>
  outcome.kind === 'text' && NUMBER.test(outcome.text) ? measure(decimal(outcome.text)) : outcome;
