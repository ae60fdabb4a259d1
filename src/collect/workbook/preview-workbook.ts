/** The preview of a workbook: what it would change, cell by cell, before anyone confirms. */
import Type from 'typebox';
import type { ItemCode } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import type { VersionRow } from '../entry/version-row.ts';
import { mayDropWorkbooks, mayFile } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { priorPeriods } from '../round/prior-periods.ts';
import { loadRound, type RoundContext } from '../round/rounds.store.ts';
import { type Differing, planImport, readDropped, taskOf } from './plan-import.ts';
import { findImport } from './seals.store.ts';

export const WorkbookInput = {
  round: Type.String({ maxLength: 64 }),
  /** Name the file had where it came from. */
  name: Type.String({ minLength: 1, maxLength: 255 }),
  /** Content filed before. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
};

export const previewWorkbook = query({
  name: 'collect.workbook.preview',
  lane: 'short',
  input: Type.Object(WorkbookInput, { additionalProperties: false }),
  may: mayDropWorkbooks,
  async run(tx, { round, name, sha256 }, { who, files }) {
    const context = await loadRound(tx, who.tenant, round);
    const dropped = await readDropped(context, { name, sha256 }, files);
    const found = await taskOf(tx, context, dropped);
    if (!mayFile(who, found)) throw CollectProblem.taskMissing({ round, task: '' });
    const plan = await planImport(tx, context, dropped, found);
    const earlier = await findImport(tx, { tenant: who.tenant, round, task: found.task }, sha256);
    const { task, unit, dept, part, state } = found;
    const priors = priorPeriods(context);
    const named = (row: VersionRow) => ({ ...row, ...namesOf(row, context, priors) });
    const differing = ({ row, ...more }: Differing) => ({ ...more, row: named(row) });
    return {
      ...plan,
      added: plan.added.map(named),
      changed: plan.changed.map(differing),
      conflicts: plan.conflicts.map(differing),
      task: { task, unit: context.register.unitOf(unit)?.name ?? '', dept, part, state },
      ledgers: { added: plan.ledgers.added.length, removed: plan.ledgers.removed.length },
      /** Records it would write. */
      evidence: plan.evidence.added.length + plan.evidence.changed.length,
      /** The very same content was taken over before. */
      ...(earlier === undefined ? {} : { earlier }),
    };
  },
});

/** What people call the cell: the unit, the item, and of which year. */
const namesOf = (
  { subject, item, period }: VersionRow,
  context: RoundContext,
  priors: ReadonlyMap<string, string>,
) => ({
  of: context.register.unitOf(subject)?.name ?? '',
  itemName: context.scheme.items.get(item as ItemCode)?.name ?? item,
  year: period === priors.get(item) ? ('prior' as const) : ('now' as const),
});
