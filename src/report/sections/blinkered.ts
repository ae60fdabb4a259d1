/** A unit's figures for who may see its totals alone: whoever asks for parts, rows or points is noticed and gets nothing. */
import type { FormulaContext } from '../../engines/formula/index.ts';
import { gap } from '../../kernel/index.ts';

/** Facts of the report that tell points; see `factsOf`. */
const OF_POINTS = /^(?:score|of$|bonus$|grade$|lostCount$|lostSum$|vetoes$|draftErrors$|evidenceCount$|indicators$)/;
export const isOfPoints = (fact: string): boolean => OF_POINTS.test(fact);

export function blinkered(base: FormulaContext, noticed: () => void): FormulaContext {
  const nothing = () => {
    noticed();
    return gap('missing');
  };
  return {
    item: (code) => base.item(code),
    attribute(name) {
      if (isOfPoints(name)) noticed();
      return base.attribute(name);
    },
    prior: () => blinkered(base.prior(), noticed),
    members() {
      noticed();
      return [];
    },
    ledgerRows: nothing,
    score: nothing,
  };
}
