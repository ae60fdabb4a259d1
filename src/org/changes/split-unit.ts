/**
 * A unit split (拆分、析置): from a day on, units that stand or new ones hold what it held, each of its own schools and
 * zones placed by name. The unit goes on when it is among them, else it ends. Which part of its past is whose, nobody
 * can say: figures of the years before are asked anew, or are a gap.
 */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayKeepUnits } from '../policy.ts';
import { OrgProblem } from '../problems.ts';
import { addNumbers, nextNumber, replaceStates, type UnitState } from '../register.store.ts';
import { addSuccessions, countPosts, endStates, type Standing, stateOf } from './changes.store.ts';
import { CHANGE, Code, Heir, heirState, loadStanding, refuseRoot, refuseUnlessFree } from './standing-units.ts';

const HEIRS_MOST = 20;
const PLACED_MOST = 5_000;
const NAMED = 5;

/** Throws `org.unitMissing`, `namedTwice`, `notBelow`, `unplaced`, and what every change throws. */
export const splitUnit = action({
  name: 'org.unit.split',
  input: Type.Object(
    {
      ...CHANGE,
      unit: Code,
      into: Type.Array(
        Type.Object(
          {
            ...Heir,
            /** Codes of schools and zones that go there, or stay. */
            units: Type.Optional(Type.Array(Code, { maxItems: PLACED_MOST })),
          },
          { additionalProperties: false },
        ),
        { minItems: 2, maxItems: HEIRS_MOST },
      ),
    },
    { additionalProperties: false },
  ),
  load: (tx, { on }, by) => loadStanding(tx, on, by),
  may: mayKeepUnits,
  async run(tx, { on, basis, unit: code, into }, standing, by) {
    const { tenant, account: author, person } = by.who;
    const unit = standing.unit(code);
    refuseRoot(unit);
    refuseTwice([...into.map((heir) => heir.code), ...into.flatMap(({ units = [] }) => units)]);
    const first = await nextNumber(tx, tenant);
    const added = into.filter((heir) => standing.find(heir.code) === undefined);
    const heirs = into.map((heir) => heirState(standing, heir, unit, first + added.indexOf(heir)));
    const below = new Map(standing.under(unit.unit).map((state) => [state.code, state]));
    const placed = into.flatMap(({ units = [] }, at) =>
      units.map((named): UnitState => {
        const state = below.get(named);
        if (state === undefined) throw OrgProblem.notBelow({ unit: named, over: unit.name });
        below.delete(named);
        return placedAt(state, unit.unit, heirs[at]?.unit ?? 0);
      }),
    );
    if (below.size > 0) {
      const names = [...below.values()].map(({ name }) => name);
      throw OrgProblem.unplaced({ unit: unit.name, count: names.length, first: names.slice(0, NAMED) });
    }
    const known = heirs.flatMap((heir) => standing.find(heir.code) ?? []);
    const going = placed.map((state) => standing.unit(state.code));
    const concerned = { changed: [unit, ...known, ...going], concerned: [unit, ...known] };
    await refuseUnlessFree(tx, on, standing, concerned, by);
    const goesOn = heirs.some((heir) => heir.unit === unit.unit);
    await addNumbers(
      tx,
      tenant,
      added.map((_, at) => first + at),
      by.now,
    );
    if (!goesOn) await endStates(tx, tenant, on, [unit.unit]);
    await replaceStates(tx, tenant, on, [...heirs, ...placed]);
    const links = heirs
      .filter((heir) => heir.unit !== unit.unit)
      .map((heir) => ({ unit: unit.unit, successor: heir.unit, kind: 'split' as const }));
    await addSuccessions(tx, { tenant, begins: on, basis, author, person, at: by.now }, links);
    const posts = await countPosts(tx, tenant, on, [unit.unit]);
    return { unit: code, into: heirs.map((heir) => heir.code), goesOn, moved: placed.length, posts };
  },
  audit: ({ unit, into, goesOn, moved }, { on, basis }) => ({
    about: `unit ${unit}`,
    detail: { on, basis, into, goesOn, moved },
  }),
});

function refuseTwice(codes: readonly string[]): void {
  const met = new Set<string>();
  for (const code of codes) {
    if (met.has(code)) throw OrgProblem.namedTwice({ code });
    met.add(code);
  }
}

/** A zone may stand elsewhere and only be hosted by the unit. */
const placedAt = (state: Standing, from: number, to: number): UnitState => ({
  ...stateOf(state),
  parent: state.parent === from ? to : state.parent,
  host: state.host === from ? to : state.host,
});
