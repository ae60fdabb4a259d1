/** What a deed of the record did to figures: before and after of each, for the auditor who asks who changed this. */
import Type from 'typebox';
import { query, widened } from '../../platform/index.ts';
import { mayReadDeeds } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound } from '../round/rounds.store.ts';
import { findDeed, versionsOfDeed } from './deed.store.ts';

/** A workbook of schools brings some ten thousand; a person looks at the first. */
const SHOWN = 500;
const TASK = /^task ([0-9a-f-]{36})$/;

/** Empty for a deed that wrote no figure. Throws `collect.deedMissing`. */
export const readDeed = query({
  name: 'collect.deed.read',
  input: Type.Object({ entry: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: mayReadDeeds,
  async run(tx, { entry }, { who }) {
    const deed = await findDeed(tx, who.tenant, entry);
    if (deed === undefined) throw CollectProblem.deedMissing({});
    const task = TASK.exec(deed.about)?.[1];
    if (task === undefined || deed.account === null) return [];
    const by = { task, at: deed.at, author: deed.account };
    return widened(tx, who, async () => {
      const rows = await versionsOfDeed(tx, who.tenant, by, SHOWN);
      const [first] = rows;
      if (first === undefined) return [];
      const { scheme, register } = await loadRound(tx, who.tenant, first.round);
      return rows.map(({ round: _, subject, item, wasTyped, wasUnit, typed, unit, ...row }) => ({
        ...row,
        item,
        itemName: scheme.items.get(item as never)?.name ?? item,
        unitName: register.unitOf(subject)?.name ?? '',
        was: wasTyped === null ? null : { typed: wasTyped, unit: wasUnit },
        now: { typed, unit },
      }));
    });
  },
});
