/** How other units of the same kind moved from last year to this: the growth of each item beside the one looked at. */
import Type from 'typebox';
import { openTask, readVersions, sitsAbove } from '../../collect/index.ts';
import { type ItemCode, periodOf, printPeriod } from '../../kernel/index.ts';
import { levelOf } from '../../org/index.ts';
import { query } from '../../platform/index.ts';
import { growthOf } from '../figures/growth.ts';

/** Only whoever sits above others sees how they moved. Throws `platform.forbidden`, and `collect.taskMissing` for a task that may not be seen. */
export const listPeers = query({
  name: 'review.peers.list',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: (who) => who.posts.some(({ role }) => ['office', 'verifier', 'reader'].includes(role)),
  async run(tx, { round, task: id }, { who }) {
    const {
      context: { scheme, register },
      unit: mine,
    } = await openTask(tx, who, round, id);
    const level = levelOf(mine);
    // Only what such units state themselves: schools have a hundred thousand figures nobody asked about here.
    const items = [...scheme.items.values()].filter(
      ({ type, computed, by }) => type === 'number' && computed === undefined && by[level] !== undefined,
    );
    const periods = new Map(
      items.flatMap(({ code, period }) =>
        ([0, -1] as const).map((shift) => [`${code}\t${printPeriod(periodOf(period, scheme.year, shift))}`, shift]),
      ),
    );
    const rows = await readVersions(tx, { tenant: who.tenant, round, items: items.map(({ code }) => code) }, 'latest');
    const stated = Map.groupBy(
      rows.filter(({ subject, kind, steps }) => {
        const unit = register.unitOf(subject);
        return (
          kind === 'quantity' &&
          steps !== null &&
          unit?.kind === mine.kind &&
          sitsAbove(who, ['office', 'verifier', 'reader'], subject, register)
        );
      }),
      ({ item }) => item,
    );
    return [...stated].flatMap(([item, versions]) => {
      const growths = [...Map.groupBy(versions, ({ subject }) => subject)].flatMap(([subject, both]) => {
        const at = (shift: number) => both.find(({ period }) => periods.get(`${item}\t${period}`) === shift)?.steps;
        const [now, before] = [at(0), at(-1)];
        const growth = growthOf(now ?? null, before ?? null);
        const unit = register.unitOf(subject);
        return growth === undefined ? [] : [{ unit: unit?.code ?? '', name: unit?.name ?? '', growth }];
      });
      return growths.length > 1 ? [{ item: item as ItemCode, growths }] : [];
    });
  },
});
