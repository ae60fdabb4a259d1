/** One line of a section: words that are typed, and figures as chips that are moved and removed whole. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { SectionPiece } from '../../../../src/report/replies.ts';
import { type Line, piecesIn } from './blocks.ts';

type Slot = Extract<SectionPiece, { readonly slot: string }>;

interface Given {
  readonly line: Line;
  readonly label: string;
  readonly canType: boolean;
  /** What the figures of the line print, in order. */
  readonly printed: readonly string[];
  change(pieces: Line['pieces']): void;
  split(): void;
  remove(): void;
  focus(place: HTMLElement): void;
}

export function LineEditor({ line, label, canType, printed, change, split, remove, focus }: Given) {
  const place = useRef<HTMLDivElement>(null);
  // The browser owns what stands in the line while it is typed; it is laid out anew only for another line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed must not be laid out under the cursor.
  useLayoutEffect(() => {
    place.current?.replaceChildren(
      ...line.pieces.map((piece) => ('slot' in piece ? chipOf(piece) : document.createTextNode(piece.text))),
    );
  }, [line.id]);
  useLayoutEffect(() => {
    const chips = place.current?.querySelectorAll<HTMLElement>('[data-slot]') ?? [];
    for (const [at, chip] of [...chips].entries())
      chip.textContent = printed[at] ?? chip.dataset.label ?? chip.dataset.slot ?? '';
  }, [printed]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      split();
    }
    if (event.key === 'Backspace' && place.current?.textContent === '') {
      event.preventDefault();
      remove();
    }
  };
  return (
    <div
      ref={place}
      className={`section-line section-${line.kind}`}
      role="textbox"
      aria-label={label}
      aria-multiline={false}
      aria-readonly={!canType}
      tabIndex={0}
      contentEditable={canType}
      suppressContentEditableWarning
      data-line={line.id}
      onKeyDown={onKeyDown}
      onInput={() => place.current !== null && change(piecesIn(place.current))}
      onFocus={() => place.current !== null && focus(place.current)}
      onPaste={(event) => {
        // Words alone: nothing of another program's dress comes in.
        event.preventDefault();
        document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, ''));
      }}
    />
  );
}

export function chipOf({ slot, format, label }: Slot): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'section-chip';
  chip.contentEditable = 'false';
  chip.dataset.slot = slot;
  if (format !== undefined) chip.dataset.format = format;
  if (label !== undefined) chip.dataset.label = label;
  chip.title = label ?? slot;
  chip.textContent = label ?? slot;
  return chip;
}
