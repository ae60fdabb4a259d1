/** A remark on words or on a figure of a report, by anyone who may read it. */
import Type from 'typebox';
import { action, newId } from '../../platform/index.ts';
import { mayReadReports } from '../filed/policy.ts';
import { findVersion } from '../filed/reports.store.ts';
import { ReportProblem } from '../problems.ts';
import { addRemark } from './remarks.store.ts';

/** Throws `report.missing`. */
export const remarkReport = action({
  name: 'report.remark.add',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      version: Type.Integer({ minimum: 1 }),
      words: Type.String({ minLength: 1, maxLength: 2_000 }),
      paragraph: Type.Optional(Type.Integer({ minimum: 0 })),
      slot: Type.Optional(Type.String({ maxLength: 64 })),
      occurrence: Type.Optional(Type.Integer({ minimum: 0 })),
      /** The words it is about, as they stand. */
      quote: Type.Optional(Type.String({ maxLength: 500 })),
    },
    { additionalProperties: false },
  ),
  async load(tx, { round, report, version }, { who }) {
    const found = await findVersion(tx, { tenant: who.tenant, round, report }, version);
    if (found === undefined) throw ReportProblem.missing({ report });
    return found;
  },
  may: (who) => mayReadReports(who),
  async run(tx, { round, report, version, words, paragraph, slot, occurrence, quote = '' }, _, { who, now }) {
    const remark = newId();
    const place = { paragraph: paragraph ?? null, slot: slot ?? null, occurrence: occurrence ?? null, quote };
    const by = { author: who.account, person: who.person, at: now };
    const key = { tenant: who.tenant, round, report, remark };
    await addRemark(tx, { ...key, ...place, ...by, about: null, kind: 'remark', version, words });
    return { remark };
  },
  audit: ({ remark }, { report, version }) => ({ about: `report ${report}`, detail: { remark, version } }),
});
