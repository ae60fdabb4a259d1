/** Steps back and forth. Each is what some cells said before; going one way keeps what stood there for the way back. */
import type { Said } from './cells.ts';

export type Step = readonly { readonly key: string; readonly said: Said }[];

const KEPT = 200;

export function openSteps(said: (key: string) => Said) {
  let back: readonly Step[] = [];
  let forth: readonly Step[] = [];
  const standing = (step: Step): Step => step.map(({ key }) => ({ key, said: said(key) }));
  return {
    /** What the cells said before something was done to them. */
    note(before: Step): void {
      back = [...back, before].slice(-KEPT);
      forth = [];
    },
    /** What the cells are to say again; undefined where nothing was done. */
    undo(): Step | undefined {
      const step = back.at(-1);
      if (step === undefined) return undefined;
      back = back.slice(0, -1);
      forth = [...forth, standing(step)];
      return step;
    },
    redo(): Step | undefined {
      const step = forth.at(-1);
      if (step === undefined) return undefined;
      forth = forth.slice(0, -1);
      back = [...back, standing(step)];
      return step;
    },
  };
}
