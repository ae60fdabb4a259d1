/** What of this room browsers share: numbers as people type them, without files around them. */
export { UNCALCULATED } from './cell-value.ts';
export type { CellValue } from './contract.ts';
export { parseNumberText } from './number-text.ts';
