/** Units as they stand today, as far as one reaches: what posts, switches and trees of the workbench name. */
import Type from 'typebox';
import { behind, civilDay, PAGING, query } from '../platform/index.ts';
import { mayListUnits, maySeeUnit } from './policy.ts';
import { loadRegister } from './register.store.ts';

/** Schools only where they are asked for: a prefecture has two thousand. */
export const listUnits = query({
  name: 'org.units.list',
  input: Type.Object({ schools: Type.Optional(Type.Boolean()), ...PAGING }, { additionalProperties: false }),
  may: mayListUnits,
  async run(tx, { schools = false, after, limit }, { who, now }) {
    const register = await loadRegister(tx, who.tenant, civilDay(now));
    const listed = behind(register.tree.units, ({ code }) => code, after);
    const seen = listed.flatMap(({ code, name, kind, parent, host }) => {
      const unit = register.numberOf(code);
      if (unit === undefined || !maySeeUnit(who, unit) || (kind === 'school' && !schools)) return [];
      return [
        {
          unit,
          code,
          name,
          kind,
          ...(parent === undefined ? {} : { parent }),
          ...(host === undefined ? {} : { host }),
        },
      ];
    });
    return seen.slice(0, limit);
  },
});
