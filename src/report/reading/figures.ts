/** Printed figures that lead somewhere, with their names: a word of the template's own facts has no walk. */
import type { TraceFile } from '../contract.ts';

export interface PrintedFigure {
  readonly slot: string;
  readonly occurrence: number;
  readonly label: string;
  readonly printed: string;
  /** Places of the report that say the same figure, this one counted. */
  readonly places: number;
}

export function figuresOf({ slots }: TraceFile): readonly PrintedFigure[] {
  const leading = slots.filter(({ inputs, scores = [] }) => inputs.length + scores.length > 0);
  const same = Map.groupBy(leading, ({ formula, printed }) => `${formula}\t${printed}`);
  return leading.map(({ slot, occurrence, label, printed, formula }) => ({
    slot,
    occurrence,
    label,
    printed,
    places: same.get(`${formula}\t${printed}`)?.length ?? 1,
  }));
}
