import type { FindingData, ItemCode } from '../../kernel/index.ts';

const FILLED = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** A scheme's own sentence: `{gpbEduExp}` => the value printed in the finding's data; what it does not hold stays named. */
export const fillSays = (says: string, data: FindingData): string =>
  says.replace(FILLED, (whole, code: string) => (Object.hasOwn(data, code) ? String(data[code]) : whole));

/** Items a sentence names: of them its finding holds the values. */
export const namedIn = (says = ''): readonly ItemCode[] =>
  [...says.matchAll(FILLED)].map(([, code]) => code as ItemCode);
