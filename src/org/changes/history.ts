/** What a unit was from day to day, what it came from and what became of it. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayAskHistory, maySeeHistory } from '../policy.ts';
import { OrgProblem } from '../problems.ts';
import { aboveOf, lastUnitOf, linksOf, namesOf, statesOf } from './history.store.ts';
import { Code } from './standing-units.ts';

/** Throws `org.unitMissing`, also for a unit out of reach. */
export const unitHistory = query({
  name: 'org.unit.history',
  input: Type.Object({ unit: Code }, { additionalProperties: false }),
  may: mayAskHistory,
  async run(tx, { unit: code }, { who }) {
    const unit = await lastUnitOf(tx, who.tenant, code);
    if (unit === undefined || !maySeeHistory(who, unit, await aboveOf(tx, who.tenant, unit)))
      throw OrgProblem.unitMissing({ unit: code, on: '' });
    const links = await linksOf(tx, who.tenant, unit);
    const names = await namesOf(
      tx,
      who.tenant,
      links.flatMap((link) => [link.unit, link.successor]),
    );
    const told = (other: number, { begins: on, kind, basis }: (typeof links)[number]) => ({
      ...(names.get(other) ?? { code: '', name: '' }),
      on,
      kind,
      basis,
    });
    return {
      states: await statesOf(tx, who.tenant, unit),
      from: links.filter(({ successor }) => successor === unit).map((link) => told(link.unit, link)),
      became: links.filter((link) => link.unit === unit).map((link) => told(link.successor, link)),
    };
  },
});
