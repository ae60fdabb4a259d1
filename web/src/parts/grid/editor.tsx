/**
 * The field of the active cell. It is there before anyone types, empty and unseen, so that the first key, the first
 * stroke of an input method and a paste all land in it; once it holds something the cell is being edited.
 */
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Step } from './move.ts';

interface Given {
  readonly label: string;
  readonly isInvalid: boolean;
  /** Undefined while nothing is edited. */
  readonly text: string | undefined;
  readonly takesFocus: boolean;
  change(text: string): void;
  /** Saves what was typed and goes on. */
  finish(step: Step | undefined): void;
  drop(): void;
}

export function Editor({ label, isInvalid, text, takesFocus, change, finish, drop }: Given) {
  const field = useRef<HTMLInputElement>(null);
  const isEdited = text !== undefined;
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => {
    if (isEdited) field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [isEdited]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter that ends a composition belongs to the input method.
    if (!isEdited || event.nativeEvent.isComposing) return;
    const step = stepAfter(event);
    // What the screen listens for ends the edit first, and is then heard there.
    const isForScreen = event.key === 'F8' || event.altKey;
    if (isForScreen) finish(undefined);
    else event.stopPropagation();
    if (event.key === 'Escape') drop();
    if (event.key === 'F2') field.current?.setSelectionRange(text.length, text.length);
    if (step !== undefined) finish(step);
    if (step !== undefined || event.key === 'Escape' || event.key === 'F2') event.preventDefault();
  };
  const whileEdited = (event: ClipboardEvent): void => {
    if (isEdited) event.stopPropagation();
  };
  return (
    <input
      ref={field}
      className={isEdited ? 'grid-editor' : 'grid-editor grid-editor-waits'}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={2_000}
      data-active
      value={text ?? ''}
      onChange={({ target }) => change(target.value)}
      onKeyDown={onKeyDown}
      onCopy={whileEdited}
      onCut={whileEdited}
      onPaste={whileEdited}
      onBlur={() => isEdited && finish(undefined)}
    />
  );
}

function stepAfter({ key, shiftKey }: KeyboardEvent): Step | undefined {
  switch (key) {
    case 'Enter':
      return shiftKey ? 'up' : 'down';
    case 'Tab':
      return shiftKey ? 'back' : 'next';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    default:
      return undefined;
  }
}
