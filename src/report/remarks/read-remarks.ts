/** What was said beside a report. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayReadReports } from '../filed/policy.ts';
import { listRemarks } from './remarks.store.ts';
import { threadsOf } from './threads.ts';

export const readRemarks = query({
  name: 'report.remarks.list',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), report: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  run: async (tx, { round, report }, { who }) =>
    threadsOf(await listRemarks(tx, { tenant: who.tenant, round, report })),
});
