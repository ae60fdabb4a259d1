/** Blanks with their decisions; a row that repeats counts once every cell of it was decided. */
import type { ReadTemplate } from './blanks.ts';
import type { Blank, Decision } from './contract.ts';
import type { StoredDecision } from './templates.store.ts';

export function decidedOf(
  { blanks }: ReadTemplate,
  decisions: ReadonlyMap<string, StoredDecision>,
): readonly { readonly blank: Blank; readonly decision: Decision }[] {
  const openRows = new Set(
    blanks.filter(({ id, row }) => row !== undefined && decisions.get(id)?.decision === undefined).map(rowOf),
  );
  return blanks.flatMap((blank) => {
    const decision = decisions.get(blank.id)?.decision;
    return decision === undefined || (blank.row !== undefined && openRows.has(rowOf(blank)))
      ? []
      : [{ blank, decision }];
  });
}

const rowOf = ({ row }: Blank): string => `${row?.table} ${row?.row}`;
