/** A report moved on: to comment, to signature, out. What is unresolved never stops it; it stops it leaving unseen. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { type Finding, isError } from '../../kernel/index.ts';
import { action } from '../../platform/index.ts';
import { checkOfficeMarks } from '../office-marks.ts';
import { ReportProblem } from '../problems.ts';
import { askedOf } from './ask-advance.ts';
import { mayWriteReport } from './policy.ts';
import { findVersion, holdReport, setState } from './reports.store.ts';
import { mayGo, STATIONS } from './stations.ts';

const Words = Type.String({ minLength: 1, maxLength: 200 });

/** Throws `report.missing`, `wayUnknown`, `signatureWanted`, `numberForm`, `reasonWanted`, `secondPersonWanted`. */
export const advanceReport = action({
  name: 'report.advance',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      to: Type.Enum([...STATIONS]),
      /** Of 已签发: 发文字号, 签发人 and 成文日期 as they stand on the signed paper. */
      number: Type.Optional(Words),
      signatory: Type.Optional(Words),
      signedOn: Type.Optional(Type.String({ format: 'date' })),
      /** Why it goes on although something is unresolved. */
      reason: Type.Optional(Words),
    },
    { additionalProperties: false },
  ),
  load: async (tx, { round, report }, { who }) => {
    const { round: of } = await loadRound(tx, who.tenant, round);
    await holdReport(tx, of);
    const last = await findVersion(tx, { tenant: who.tenant, round, report });
    if (last === undefined) throw ReportProblem.missing({ report });
    return { evaluee: of.evaluee, last };
  },
  may: (who, { evaluee }) => mayWriteReport(who, evaluee),
  async run(tx, { to, number, signatory, signedOn, reason }, { last }, { who }) {
    if (!mayGo(last.state, to)) throw ReportProblem.wayUnknown({ from: last.state, to });
    const signs = to === '已签发';
    if (signs && (number === undefined || signatory === undefined || signedOn === undefined))
      throw ReportProblem.signatureWanted({});
    if (signs && number !== undefined) checkOfficeMarks({ number });
    const errors = (last.findings as readonly Finding[]).filter(isError).length;
    const leaves = signs || to === '送审';
    const asked = askedOf(last.filing);
    // Agreed to once, when it was sent for approval, it is signed as it stands.
    const agreed = last.filing.reason !== undefined;
    const why = reason ?? asked?.reason;
    if (leaves && errors > 0 && !agreed) {
      if (why === undefined) throw ReportProblem.reasonWanted({ errors });
      if (who.account === last.author || who.account === asked?.account)
        throw ReportProblem.secondPersonWanted({ errors });
    }
    const { asked: _, ...before } = last.filing;
    const given = signs ? { number, signatory, signedOn } : {};
    const asker = asked === undefined ? {} : { asker: asked.person };
    const reasons =
      leaves && errors > 0 && why !== undefined && !agreed ? { reason: why, by: who.person, ...asker } : {};
    const filing = { ...before, ...given, ...reasons };
    await setState(tx, last, last.version, to, filing);
    return { report: last.report, version: last.version, state: to, errors };
  },
  audit: ({ report, version, state, errors }, { reason }) => ({
    about: `report ${report}`,
    detail: { version, state, errors, ...(reason === undefined ? {} : { reason }) },
  }),
});
