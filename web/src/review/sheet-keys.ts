/** The keys of the rows under review: J K move, A accept, R return, E evidence, Z undo, Ctrl Enter carry out. */
/** Of React or of the document. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault'>;

export interface SheetKeys {
  down(): void;
  up(): void;
  accept(): void;
  return(): void;
  evidence(): void;
  back(): void;
  decide(): void;
}

export const sheetKeys =
  ({ down, up, evidence, back, decide, ...rule }: SheetKeys) =>
  (event: Key): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      decide();
      return;
    }
    const acts: Readonly<Record<string, () => void>> = {
      ...{ j: down, down, k: up, up },
      ...{ a: rule.accept, r: rule.return, e: evidence, z: back },
    };
    const act = acts[event.key.replace('Arrow', '').toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
