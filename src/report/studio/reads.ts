/** What stands in a blank by what was decided, or is likeliest where nothing was. */
import type { Blank } from './contract.ts';
import type { Printer } from './offers.ts';
import { likelyWords } from './states.ts';
import type { StoredDecision } from './templates.store.ts';

export const readsWith =
  (decisions: ReadonlyMap<string, StoredDecision>, printer: Printer) =>
  (blank: Blank): string => {
    const decision = decisions.get(blank.id)?.decision;
    if (decision === undefined) return likelyWords(blank) ?? blank.text;
    if (decision.as !== 'figure') return decision.as === 'words' ? decision.words : blank.text;
    const shown = printer.print(decision.value, decision.format, blank.row !== undefined);
    return 'printed' in shown ? shown.printed : blank.text;
  };
