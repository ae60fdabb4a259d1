/** The figures of a text, numbered in reading order: `funding-3` is the third of section `funding`. */
import { isUnit } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { TemplateData } from '../contract.ts';
import { DEFAULT_FORMAT } from '../format.ts';
import type { SectionBody, SectionPiece } from './contract.ts';

type Slot = TemplateData['slots'][number];
export type Numbered = { readonly text: string } | Slot;

export interface NumberedParagraph {
  readonly kind: 'paragraph' | 'heading' | 'item';
  readonly pieces: readonly Numbered[];
}

/** Entries of a list are paragraphs that begin with their number, as official texts write them. */
export function numberSlots(code: string, body: SectionBody, scheme: Scheme): readonly NumberedParagraph[] {
  let count = 0;
  const numbered = (piece: SectionPiece): Numbered => {
    if ('text' in piece) return piece;
    count += 1;
    return { key: `${code}-${count}`, ...resolveSlot(piece, scheme) };
  };
  return body.flatMap((block): NumberedParagraph[] =>
    block.kind === 'list'
      ? block.items.map((item, index) => ({
          kind: 'item',
          pieces: [{ text: `（${index + 1}）` }, ...item.map(numbered)],
        }))
      : [{ kind: block.kind, pieces: block.content.map(numbered) }],
  );
}

function resolveSlot({ slot, format, label }: Extract<SectionPiece, { slot: string }>, scheme: Scheme) {
  const value = slot.trim();
  const item = [...scheme.items.values()].find(({ code, name }) => code === value || `[${name}]` === value);
  const own = item === undefined || !isUnit(item.unit) ? DEFAULT_FORMAT : item.unit;
  return { value, format: format ?? own, label: label ?? item?.name ?? value.slice(0, 40) };
}

export const slotsOf = (paragraphs: readonly NumberedParagraph[]): readonly Slot[] =>
  paragraphs.flatMap(({ pieces }) => pieces.flatMap((piece) => ('key' in piece ? [piece] : [])));
