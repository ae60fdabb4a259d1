/**
 * 更改登记: a number, a name or a day that was typed wrongly. Until the report is filed it is put right, with a reason and
 * on the record; copies are made from what is registered, so the next one says it rightly.
 */
import Type from 'typebox';
import { action, civilDay } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { holdLast } from './hold-last.ts';
import { mayWriteReport } from './policy.ts';
import { checkRegistration, REGISTRATION, type Registration } from './registration.ts';
import { setState } from './reports.store.ts';
import { isSigned, type Registered, registeredBy } from './stations.ts';

/** Throws `report.missing`, `notSigned`, `registrationFiled`, `registrationEarly`, `registrationSame`, and what a registration refuses. */
export const correctRegistration = action({
  name: 'report.registration.correct',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      /** What was registered wrongly, as it is right. */
      ...REGISTRATION,
      reason: Type.String({ minLength: 2, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  load: holdLast,
  may: (who, { evaluee }) => mayWriteReport(who, evaluee),
  async run(tx, { round: _, report, reason: __, ...said }, { last }, { now }) {
    const { state, version } = last;
    if (!isSigned(state)) throw ReportProblem.notSigned({ state });
    if (state === '已归档') throw ReportProblem.registrationFiled({});
    const filing = last.filing as Registration;
    const fields = Object.keys(said) as readonly Registered[];
    const early = fields.find((field) => !registeredBy(state).includes(field));
    if (early !== undefined) throw ReportProblem.registrationEarly({ field: early });
    const moved = fields.filter((field) => said[field] !== filing[field]);
    if (moved.length === 0) throw ReportProblem.registrationSame({});
    const of = (registration: Registration) =>
      Object.fromEntries(moved.map((field) => [field, registration[field] ?? '']));
    const [was, is] = [of(filing), of(said)];
    checkRegistration({ ...filing, ...is }, civilDay(now));
    await setState(tx, last, version, state, { ...filing, ...is });
    return { report, version, was, is };
  },
  audit: ({ report, version, was, is }, { reason }) => ({
    about: `report ${report}`,
    detail: { version, was, is, reason },
  }),
});
