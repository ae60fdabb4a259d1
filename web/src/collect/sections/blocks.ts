/** A section's text as lines one edits, and back: each paragraph, heading or item of a list is a line of words and figures. */
import type { SectionBody, SectionPage, SectionPiece } from '../../../../src/report/replies.ts';

export type Kind = 'paragraph' | 'heading' | 'list';
export interface Line {
  readonly id: string;
  readonly kind: Kind;
  readonly pieces: readonly SectionPiece[];
}

export const linesOf = (body: SectionPage['body']): readonly Line[] =>
  body.flatMap((block, at): Line[] =>
    block.kind === 'list'
      ? block.items.map((pieces, item) => ({ id: `${at} ${item}`, kind: 'list', pieces }))
      : [{ id: String(at), kind: block.kind, pieces: block.content }],
  );

/** Lines of a list that follow each other are one list; empty lines say nothing. */
export function bodyOf(lines: readonly Line[]): SectionBody {
  const body: SectionBody = [];
  for (const { kind, pieces } of lines) {
    const said = pieces.filter((piece) => 'slot' in piece || piece.text !== '');
    if (said.length === 0) continue;
    const last = body.at(-1);
    if (kind !== 'list') body.push({ kind, content: [...said] });
    else if (last?.kind === 'list') last.items.push([...said]);
    else body.push({ kind, items: [[...said]] });
  }
  return body;
}

/** What was typed into a line: its words, and the figures between them by what each element says of itself. */
export function piecesIn(line: HTMLElement): readonly SectionPiece[] {
  const pieces: SectionPiece[] = [];
  const say = (text: string): void => {
    const last = pieces.at(-1);
    if (last !== undefined && 'text' in last) pieces[pieces.length - 1] = { text: last.text + text };
    else if (text !== '') pieces.push({ text });
  };
  for (const node of line.childNodes) {
    if (!(node instanceof HTMLElement)) say((node.textContent ?? '').replace(/\u200b/g, ''));
    else if (node.dataset.slot === undefined) say(node.textContent ?? '');
    else
      pieces.push({
        slot: node.dataset.slot,
        ...(node.dataset.format === undefined ? {} : { format: node.dataset.format }),
        ...(node.dataset.label === undefined ? {} : { label: node.dataset.label }),
      });
  }
  return pieces;
}
