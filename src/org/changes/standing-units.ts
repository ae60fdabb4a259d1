/** The units of a change as they stand on its day, held; and what every change asks of them. */
import Type, { type Static } from 'typebox';
import { parseUnitCode } from '../../kernel/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import type { UnitKind } from '../contract.ts';
import { OrgProblem } from '../problems.ts';
import { holdRegister, statesOn, type UnitState } from '../register.store.ts';
import { refuseLaterStates, refuseWhileAsked, type Standing, stateOf } from './changes.store.ts';

export const Code = Type.String({ minLength: 1, maxLength: 64 });
export const CHANGE = {
  /** The first day on which it holds. */
  on: Type.String({ format: 'date' }),
  /** The document by which it was done: 民函〔2026〕12号. */
  basis: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
};
/** A unit that stands, or a new one with its name. A unit that stands may be renamed. */
export const Heir = { code: Code, name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })) };
const HeirInput = Type.Object(Heir);

export interface StandingUnits {
  readonly all: readonly Standing[];
  /** Throws `org.unitMissing`. */
  unit(code: string): Standing;
  find(code: string): Standing | undefined;
  /** What stands below the unit or is hosted by it. */
  under(unit: number): readonly Standing[];
}

export async function loadStanding(tx: Tx, on: string, { who }: By): Promise<StandingUnits> {
  await holdRegister(tx, who.tenant);
  const all = await statesOn(tx, who.tenant, on);
  const byCode = new Map(all.map((state) => [state.code, state]));
  return {
    all,
    find: (code) => byCode.get(code),
    unit(code) {
      const found = byCode.get(code);
      if (found === undefined) throw OrgProblem.unitMissing({ unit: code, on });
      return found;
    },
    under: (unit) => all.filter(({ parent, host }) => parent === unit || host === unit),
  };
}

/** A school is asked within the task of the unit above it. */
export const askedFor = ({ all }: StandingUnits, units: readonly Standing[]): readonly Standing[] => {
  const above = new Set(units.flatMap(({ kind, parent }) => (kind === 'school' && parent !== null ? [parent] : [])));
  return [...units.filter(({ kind }) => kind !== 'school'), ...all.filter(({ unit }) => above.has(unit))];
};

/** Throws `org.unitChangedLater`, `unitAsked`, `unitCounted`. */
export async function refuseUnlessFree(
  tx: Tx,
  on: string,
  standing: StandingUnits,
  { changed, concerned }: { readonly changed: readonly Standing[]; readonly concerned: readonly Standing[] },
  { who }: By,
): Promise<void> {
  await refuseLaterStates(tx, who.tenant, on, changed);
  await refuseWhileAsked(tx, who, on, askedFor(standing, concerned));
}

const RANKS: Readonly<Record<UnitKind, number>> = { province: 0, prefecture: 1, county: 2, zone: 2, school: 3 };
export const rankOf = ({ kind }: Pick<Standing, 'kind'>): number => RANKS[kind];

/** Throws `org.rootStays`. */
export function refuseRoot({ parent, name }: Standing): void {
  if (parent === null) throw OrgProblem.rootStays({ unit: name });
}

/**
 * The state a successor has from the day on: its own where it stands, else a new unit in the place of `like`. Throws
 * `org.codeUnreadable`, `nameMissing`, `levelsDiffer`.
 */
export function heirState(
  standing: StandingUnits,
  { code, name }: Static<typeof HeirInput>,
  like: Standing,
  number: number,
): UnitState {
  const known = standing.find(code);
  if (known !== undefined && rankOf(known) !== rankOf(like))
    throw OrgProblem.levelsDiffer({ unit: like.name, other: known.name });
  if (known !== undefined) return { ...stateOf(known), name: name ?? known.name };
  if (parseUnitCode(code) === undefined) throw OrgProblem.codeUnreadable({ code });
  if (name === undefined) throw OrgProblem.nameMissing({ code });
  return { ...stateOf(like), unit: number, code, name };
}
