/** Numeric statements in Chinese text. */
export * from './changes.ts';
export type * from './contract.ts';
export * from './document-numbers.ts';
export * from './headings.ts';
export * from './numbers.ts';
export * from './numerals.ts';
export * from './rounding.ts';
export * from './sentences.ts';
export * from './years.ts';
