/** A record taken back: it leaves the catalogue, and its content stays under its hash. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { touchTask } from '../entry/figures.store.ts';
import { mayFillSome } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { holdTaskSeen } from '../round/refuse-unseen.ts';
import { evidenceMoved, roundNow } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { findRecord, withdrawRecord } from './records.store.ts';

/** Throws `collect.taskMissing`, `taskClosed`, `roundClosed`, `evidenceMissing`, `evidenceMoved`. */
export const withdrawEvidence = action({
  name: 'collect.evidence.withdraw',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      task: Type.String({ format: 'uuid' }),
      evidence: Type.String({ format: 'uuid' }),
      /** Version that was looked at. */
      seen: Type.Integer({ minimum: 1 }),
    },
    { additionalProperties: false },
  ),
  load: (tx, { round, task }, { who }) => holdTaskSeen(tx, who, round, task),
  may: (who, { task }) => mayFillSome(who, task),
  async run(tx, { evidence, seen }, { task }, { who, now }) {
    refuseUnlessOpen(task, await roundNow(tx, task));
    const held = await findRecord(tx, task, evidence);
    if (held === undefined || held.unit !== task.unit || held.dept !== task.dept)
      throw CollectProblem.evidenceMissing({ evidence });
    if (held.version !== seen)
      throw CollectProblem.evidenceMoved({ number: held.number, person: held.person, version: held.version });
    const saved = await withdrawRecord(tx, held, { author: who.account, person: who.person, at: now });
    touchTask(tx, task, now);
    await evidenceMoved(tx, task, now);
    return saved;
  },
  audit: ({ number, version }, { evidence, task }) => ({
    about: `evidence ${evidence}`,
    detail: { task, number, version },
  }),
});
