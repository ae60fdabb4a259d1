export * from './contract.ts';
export type * from './scheme.ts';
