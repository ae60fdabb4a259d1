/** Blanks of a file with the words, headings and table heads they stand among. */
import type { FoundSlot, WordParagraph } from '../../engines/word/index.ts';
import type { Asking } from '../suggest/index.ts';

/** One for each slot, in their order. */
export function askingsOf(paragraphs: readonly WordParagraph[], slots: readonly FoundSlot[]): readonly Asking[] {
  const placed = new Map(paragraphs.map((paragraph) => [keyOf(paragraph.at), paragraph]));
  const heads = headingsAbove(paragraphs);
  const together = Map.groupBy(slots, ({ at }) => keyOf(at));
  return slots.map(({ at, text, kind, unit, doubtful }): Asking => {
    const paragraph = placed.get(keyOf(at));
    const spans = (together.get(keyOf(at)) ?? []).map((slot) => spanOf(slot));
    const column = paragraph?.table === undefined ? undefined : columnHead(paragraphs, paragraph.table);
    return {
      text: paragraph?.text ?? '',
      start: at.offset,
      end: at.offset + text.length,
      kind,
      headings: heads.get(keyOf(at)) ?? [],
      others: spans.filter(({ start, end }) => start !== at.offset && end > start),
      ...(unit === undefined ? unitOfHead(column) : { unit }),
      ...(doubtful === undefined ? {} : { doubtful }),
      ...(column === undefined ? {} : { column }),
    };
  });
}

const keyOf = ({ part, paragraph }: WordParagraph['at']): string => `${part} ${paragraph}`;
const spanOf = ({ at, text }: FoundSlot) => ({ start: at.offset, end: at.offset + text.length });

/** 「（三）」 and 「三、」 above a paragraph, nearest first. */
function headingsAbove(paragraphs: readonly WordParagraph[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const open = new Map<number, string>();
  for (const { at, text, outline, table } of paragraphs) {
    const level = outline ?? (table === undefined ? levelOf(text) : undefined);
    if (level !== undefined) {
      for (const known of [...open.keys()]) if (known >= level) open.delete(known);
      open.set(level, text);
    }
    found.set(
      keyOf(at),
      [...open].sort(([a], [b]) => b - a).map(([, heading]) => heading),
    );
  }
  return found;
}

/** Short lines numbered as headings, for files without styles. */
function levelOf(text: string): number | undefined {
  if (text.length > 30) return undefined;
  if (/^[一二三四五六七八九十]+、/.test(text)) return 1;
  return /^[（(][一二三四五六七八九十]+[)）]/.test(text) ? 2 : undefined;
}

function columnHead(
  paragraphs: readonly WordParagraph[],
  { table, cell }: NonNullable<WordParagraph['table']>,
): string | undefined {
  return paragraphs.find(({ table: at }) => at?.table === table && at.row === 0 && at.cell === cell)?.text;
}

/** 「教育支出（万元）」 says the unit of its column. */
function unitOfHead(head: string | undefined): { readonly unit?: string } {
  const unit = /[（(]([^）)]{1,4})[)）]$/.exec(head ?? '')?.[1];
  return unit === undefined ? {} : { unit };
}
