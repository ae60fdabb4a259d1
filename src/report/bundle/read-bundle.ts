/** A bundle that was made, for saving. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayReadReports } from '../filed/policy.ts';
import { wasBundled } from '../filed/reports.store.ts';
import { ReportProblem } from '../problems.ts';

/** Throws `report.bundleMissing`, also for a content that is no bundle of the report. */
export const readBundle = query({
  name: 'report.bundle.read',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { report, sha256 }, { who, files }) {
    if (!(await wasBundled(tx, who.tenant, report, sha256))) throw ReportProblem.bundleMissing({ sha256 });
    return { content: await files.read(sha256) };
  },
});
