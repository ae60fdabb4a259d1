/** Figures of a report set to what they should say, wherever their controls stand. */
import { compileTemplate, extractSlots, renderTemplate } from '../../engines/word/index.ts';

interface Restored {
  readonly slot: string;
  readonly was: string;
  readonly is: string;
}

/** The file with some figures set, by `slot.occurrence`; all else stays as people left it. */
export function withFigures(
  bytes: Uint8Array,
  figures: ReadonlyMap<string, string>,
): { readonly docx: Uint8Array; readonly restored: readonly Restored[] } {
  const file = 'edited.docx';
  const stands = new Map(extractSlots(bytes, file).map((slot) => [`${slot.key}.${slot.occurrence}`, slot.text]));
  const restored = [...figures].flatMap(([slot, is]) => {
    const was = stands.get(slot);
    return was === undefined || was === is ? [] : [{ slot, was, is }];
  });
  const met = new Map<string, number>();
  const text = (key: string): string => {
    const occurrence = met.get(key) ?? 0;
    met.set(key, occurrence + 1);
    const id = `${key}.${occurrence}`;
    return figures.get(id) ?? stands.get(id) ?? '';
  };
  const resolver = { text, shown: () => true, each: () => [] };
  return { docx: renderTemplate(compileTemplate(bytes, file), resolver), restored };
}
