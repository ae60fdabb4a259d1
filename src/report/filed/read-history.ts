/** 办理经过: what was done with a report, by whom and when, as the record has it; remarks are read where they stand. */
import Type from 'typebox';
import { behind, PAGING, query } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { mayReadReports } from './policy.ts';
import { findVersion, historyOf } from './reports.store.ts';

export const readHistory = query({
  name: 'report.history.read',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), report: Type.String({ format: 'uuid' }), ...PAGING },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { round, report, after, limit }, { who: { tenant } }) {
    const key = { tenant, round, report };
    if ((await findVersion(tx, key)) === undefined) throw ReportProblem.missing({ report });
    return behind(await historyOf(tx, key), ({ entry }) => entry, after).slice(0, limit);
  },
});
