/** What a unit got in the run a report was made from, as it was frozen beside it: one end of a comparison. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { EvaluateProblem, maySeeResult, type Results } from '../../evaluate/index.ts';
import { query } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { mayReadReports } from './policy.ts';
import { findSnapshot, findVersion } from './reports.store.ts';

/** Throws `report.missing`, `evaluate.unitMissing`. */
export const readReportResults = query({
  name: 'report.results.read',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      unit: Type.String({ minLength: 1, maxLength: 64 }),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
    },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { round, report, unit, version }, { who, files }) {
    const { tenant } = who;
    const found = await findVersion(tx, { tenant, round, report }, version);
    if (found === undefined) throw ReportProblem.missing({ report });
    const { register } = await loadRound(tx, tenant, round);
    const { revision, results, at } = await findSnapshot(tx, tenant, round, found.snapshot);
    const { units, year } = JSON.parse(Buffer.from(await files.read(results)).toString()) as Results;
    const result = units.find(({ code }) => code === unit);
    if (result === undefined || !maySeeResult(who, register.numberOf(unit) ?? 0))
      throw EvaluateProblem.unitMissing({ unit });
    return { revision, at, year, version: found.version, ...result };
  },
});
