/**
 * Units merged into one (合并、撤并): they end on a day, what stood below them or was hosted by them goes over, and
 * links lead from each to the unit that took it over, which may be one that stands or a new one in the first's place.
 */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayKeepUnits } from '../policy.ts';
import { OrgProblem } from '../problems.ts';
import { addNumbers, nextNumber, replaceStates } from '../register.store.ts';
import { addSuccessions, countPosts, endStates, type Standing, stateOf } from './changes.store.ts';
import { CHANGE, Code, Heir, heirState, loadStanding, rankOf, refuseRoot, refuseUnlessFree } from './standing-units.ts';

const MERGED_MOST = 50;

/** Throws `org.unitMissing`, `mergesAlone`, `levelsDiffer`, and what every change throws. */
export const mergeUnits = action({
  name: 'org.units.merge',
  input: Type.Object(
    {
      ...CHANGE,
      /** Codes; the unit they go into may be among them. */
      units: Type.Array(Code, { minItems: 1, maxItems: MERGED_MOST, uniqueItems: true }),
      into: Type.Object(Heir, { additionalProperties: false }),
    },
    { additionalProperties: false },
  ),
  load: (tx, { on }, by) => loadStanding(tx, on, by),
  may: mayKeepUnits,
  async run(tx, { on, basis, units, into }, standing, by) {
    const { tenant, account: author, person } = by.who;
    const known = standing.find(into.code);
    const [first, ...others] = units.filter((code) => code !== into.code).map(standing.unit);
    if (first === undefined) throw OrgProblem.mergesAlone({ unit: known?.name ?? into.code });
    const merged = [first, ...others];
    for (const unit of merged) {
      refuseRoot(unit);
      if (rankOf(unit) !== rankOf(first)) throw OrgProblem.levelsDiffer({ unit: first.name, other: unit.name });
    }
    const heir = heirState(standing, into, first, await nextNumber(tx, tenant));
    const below = merged.flatMap(({ unit }) => standing.under(unit));
    const ended = new Set(merged.map(({ unit }) => unit));
    const moving = below.filter(({ unit }) => !ended.has(unit) && unit !== heir.unit);
    const standingHeir = known === undefined ? [] : [known];
    const concerned = { changed: [...merged, ...standingHeir, ...moving], concerned: [...merged, ...standingHeir] };
    await refuseUnlessFree(tx, on, standing, concerned, by);
    if (known === undefined) await addNumbers(tx, tenant, [heir.unit], by.now);
    await endStates(tx, tenant, on, [...ended]);
    const over = (above: number | null) => (above !== null && ended.has(above) ? heir.unit : above);
    const moved = moving.map((state: Standing) => ({
      ...stateOf(state),
      parent: over(state.parent),
      host: over(state.host),
    }));
    // A zone that takes over the county it was hosted by is hosted no more.
    const host = heir.host !== null && ended.has(heir.host) ? null : heir.host;
    await replaceStates(tx, tenant, on, [{ ...heir, host }, ...moved]);
    const links = [...ended].map((unit) => ({ unit, successor: heir.unit, kind: 'merge' as const }));
    await addSuccessions(tx, { tenant, begins: on, basis, author, person, at: by.now }, links);
    const codes = merged.map(({ code }) => code);
    return { into: heir.code, ended: codes, moved: moved.length, posts: await countPosts(tx, tenant, on, [...ended]) };
  },
  audit: ({ into, ended, moved }, { on, basis }) => ({ about: `unit ${into}`, detail: { on, basis, ended, moved } }),
});
