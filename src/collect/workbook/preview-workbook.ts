/** The preview of a workbook: what it would change, cell by cell, before anyone confirms. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayDropWorkbooks, mayFile } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound } from '../round/rounds.store.ts';
import { planImport, readDropped, taskOf } from './plan-import.ts';
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
    return {
      ...plan,
      task: { task, unit: context.register.unitOf(unit)?.name ?? '', dept, part, state },
      ledgers: { added: plan.ledgers.added.length, removed: plan.ledgers.removed.length },
      evidence: plan.evidence.length,
      /** The very same content was taken over before. */
      ...(earlier === undefined ? {} : { earlier }),
    };
  },
});
