/** A report moved on: to comment, to signature, out. What is unresolved never stops it; it stops it leaving unseen. */
import Type from 'typebox';
import { type Finding, isError } from '../../kernel/index.ts';
import { action, civilDay } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { askedOf } from './ask-advance.ts';
import { holdLast } from './hold-last.ts';
import { mayWriteReport } from './policy.ts';
import { checkRegistration, REGISTRATION, registrationAt } from './registration.ts';
import { setState } from './reports.store.ts';
import { mayGo, STATIONS } from './stations.ts';

/** Throws `report.missing`, `wayUnknown`, `signatureWanted`, `reasonWanted`, `secondPersonWanted`, and what a registration refuses. */
export const advanceReport = action({
  name: 'report.advance',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      to: Type.Enum([...STATIONS]),
      /** Of the station it comes to. */
      ...REGISTRATION,
      /** Why it goes on although something is unresolved. */
      reason: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  load: holdLast,
  may: (who, { evaluee }) => mayWriteReport(who, evaluee),
  async run(tx, { to, reason, ...said }, { last }, { who, now }) {
    if (!mayGo(last.state, to)) throw ReportProblem.wayUnknown({ from: last.state, to });
    const signs = to === '已签发';
    const { number, signatory, signedOn } = said;
    if (signs && (number === undefined || signatory === undefined || signedOn === undefined))
      throw ReportProblem.signatureWanted({});
    const today = civilDay(now);
    const given = registrationAt(to, said, today);
    checkRegistration({ ...last.filing, ...given }, today);
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
    const asker = asked === undefined ? {} : { asker: asked.person };
    const reasons =
      leaves && errors > 0 && why !== undefined && !agreed ? { reason: why, by: who.person, ...asker } : {};
    const filing = { ...before, ...given, ...reasons };
    await setState(tx, last, last.version, to, filing);
    return { report: last.report, version: last.version, state: to, errors, registered: given };
  },
  audit: ({ report, version, state, errors, registered }, { reason }) => ({
    about: `report ${report}`,
    detail: { version, state, errors, ...registered, ...(reason === undefined ? {} : { reason }) },
  }),
});
