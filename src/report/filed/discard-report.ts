/**
 * 作废: a draft that never went for approval taken off the list by who made it, for a reason. Its versions and the record
 * stay in the database; what was sent for approval once is part of the office's way and stays in sight.
 */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { holdLast } from './hold-last.ts';
import { mayWriteReport } from './policy.ts';
import { historyOf, markDiscarded } from './reports.store.ts';

/** Throws `report.missing`, `discardForeign`, `discardSent`. */
export const discardReport = action({
  name: 'report.discard',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      reason: Type.String({ minLength: 2, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  load: holdLast,
  may: (who, { evaluee }) => mayWriteReport(who, evaluee),
  async run(tx, { reason }, { last }, { who, now }) {
    if (last.author !== who.account) throw ReportProblem.discardForeign({ person: last.person });
    const deeds = await historyOf(tx, last);
    const wasSent = deeds.some(
      ({ action, detail }) => action === 'report.advance' && !isDraft((detail as { readonly state?: unknown }).state),
    );
    if (wasSent || !isDraft(last.state)) throw ReportProblem.discardSent({ state: last.state });
    await markDiscarded(tx, last, { reason, by: who.person, at: now.toISOString() });
    return { report: last.report, version: last.version };
  },
  audit: ({ report, version }, { reason }) => ({ about: `report ${report}`, detail: { version, reason } }),
});

const isDraft = (state: unknown): boolean => state === '起草' || state === '征求意见';
