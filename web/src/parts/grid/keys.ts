/** Which key does what while no cell is edited. */
import type { Step } from './move.ts';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Order =
  | { readonly do: 'step'; readonly step: Step; readonly isWider: boolean }
  | { readonly do: 'edit' | 'clear' | 'fillDown' | 'undo' | 'redo' | 'escape' | 'all' }
  | { readonly do: 'finding'; readonly back: boolean };

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function orderOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Order | undefined {
  const isCtrl = ctrlKey || metaKey;
  if (altKey) return undefined;
  if (isCtrl) return withCtrl(key, shiftKey);
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { do: 'step', step: arrow, isWider: shiftKey };
  switch (key) {
    case 'Enter':
      return { do: 'step', step: shiftKey ? 'up' : 'down', isWider: false };
    case 'Tab':
      return { do: 'step', step: shiftKey ? 'back' : 'next', isWider: false };
    case 'Home':
      return { do: 'step', step: 'rowStart', isWider: shiftKey };
    case 'End':
      return { do: 'step', step: 'rowEnd', isWider: shiftKey };
    case 'PageUp':
      return { do: 'step', step: 'pageUp', isWider: shiftKey };
    case 'PageDown':
      return { do: 'step', step: 'pageDown', isWider: shiftKey };
    case 'F2':
      return { do: 'edit' };
    case 'Escape':
      return { do: 'escape' };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'F8':
      return { do: 'finding', back: shiftKey };
    default:
      return undefined;
  }
}

function withCtrl(key: string, shiftKey: boolean): Order | undefined {
  switch (key.toLowerCase()) {
    case 'home':
      return { do: 'step', step: 'first', isWider: shiftKey };
    case 'end':
      return { do: 'step', step: 'last', isWider: shiftKey };
    case 'arrowdown':
      return { do: 'step', step: 'nextEmpty', isWider: false };
    case 'a':
      return { do: 'all' };
    case 'd':
      return { do: 'fillDown' };
    case 'z':
      return { do: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { do: 'redo' };
    default:
      return undefined;
  }
}
