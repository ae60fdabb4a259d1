/** Words of the domain, pure. Everything else stands on these. */
export * from './codes.ts';
export * from './decimal.ts';
export * from './figure.ts';
export * from './finding.ts';
export * from './gap.ts';
export * from './measure.ts';
export * from './messages.ts';
export * from './nearest.ts';
export * from './period.ts';
export * from './problem.ts';
export * from './rational.ts';
export * from './unit.ts';
