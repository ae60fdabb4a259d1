/** Two versions of one report beside each other: figures and prose. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { compareReports } from '../compare.ts';
import { ReportProblem } from '../problems.ts';
import { mayReadReports } from './policy.ts';
import { findVersion } from './reports.store.ts';

const Version = Type.Integer({ minimum: 1 });

/** Throws `report.missing`. */
export const compareVersions = query({
  name: 'report.versions.compare',
  lane: 'short',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      /** The older one. */
      from: Version,
      to: Version,
    },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { round, report, from, to }, { who, files }) {
    const key = { tenant: who.tenant, round, report };
    const [old, now] = [await findVersion(tx, key, from), await findVersion(tx, key, to)];
    if (old === undefined || now === undefined) throw ReportProblem.missing({ report });
    const comparison = compareReports(
      { file: 'from.docx', bytes: await files.read(old.docx) },
      { file: 'to.docx', bytes: await files.read(now.docx) },
    );
    return { from, to, ...comparison };
  },
});
