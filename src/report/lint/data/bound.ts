/** The text of each control against what the data print there now. */
import type { SlotTrace } from '../../contract.ts';
import { finding, type LintDocument, type Told } from '../document.ts';

/** A draft counts its own faults: the number is the report's, not the data's. */
const OF_THE_DRAFT = '@draftErrors';

export function boundFigures({ paragraphs }: LintDocument, traces: readonly SlotTrace[]): readonly Told[] {
  const expected = new Map(traces.map((trace) => [`${trace.slot}\t${trace.occurrence}`, trace]));
  const seen = new Map<string, number>();
  return paragraphs.flatMap((paragraph) =>
    paragraph.controls.flatMap(({ key, start, end }) => {
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      const trace = expected.get(`${key}\t${occurrence}`);
      const text = paragraph.text.slice(start, end);
      if (trace === undefined || trace.formula.includes(OF_THE_DRAFT) || trace.printed.trim() === text.trim())
        return [];
      const data = { name: trace.label, stated: text, right: trace.printed };
      return [finding('report.figure.differs', paragraph, { start, end }, data)];
    }),
  );
}
