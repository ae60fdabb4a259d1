/**
 * The rule must be true at each unit of the check's levels; where a value is missing nothing can be said. A total that
 * fails because a unit below it fails is not a second mistake: only who stated something is told.
 */
import type { ItemCode } from '../../kernel/index.ts';
import type { OrgUnit } from '../../org/on-files.ts';
import { type CheckKind, found, unitsOf } from './kind.ts';

const NAMED = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

export const holds: CheckKind = (check, bench) => {
  const { rule } = check;
  if (rule === undefined) return [];
  const named = [...(check.says ?? '').matchAll(NAMED)].map(([, code]) => code as ItemCode);
  const read = rule.uses.filter(({ group }) => group === undefined).map(({ item }) => item);
  const items = [...new Set([...check.items, ...read, ...named])].filter((code) => bench.scheme.items.has(code));
  const failing = unitsOf(check, bench).filter((unit) => {
    const outcome = bench.decide(rule, unit.code, 0);
    return outcome.kind === 'truth' && !outcome.truth;
  });
  const states = (unit: OrgUnit): boolean =>
    items.some((code) => bench.snapshot.figure(code, unit.code, 0) !== undefined);
  const explained = (unit: OrgUnit): boolean => {
    const within = new Set(bench.places.within(unit, true));
    return failing.some((other) => other !== unit && within.has(other) && states(other));
  };
  return failing.filter((unit) => states(unit) || !explained(unit)).map((unit) => found(check, unit, items, bench));
};
