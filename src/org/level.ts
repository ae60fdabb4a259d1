/** The level a unit is judged at. It comes from the register, never from the name: 澄安市 may be a county. */
import type { OrgUnit, UnitKind } from './contract.ts';

/** A 功能区 is judged like a county. */
export const levelOf = (unit: Pick<OrgUnit, 'kind'>): Exclude<UnitKind, 'zone'> =>
  unit.kind === 'zone' ? 'county' : unit.kind;
