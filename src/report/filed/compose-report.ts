/**
 * A report composed from what is accepted now, figures and sections. Figures, ledgers, evidence and results are frozen beside it, so that
 * the same report can be made again when everything has moved on.
 */
import Type from 'typebox';
import { evaluateRound } from '../../evaluate/index.ts';
import { action, newId } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { putSectionsIn } from '../sections/put-in.ts';
import { fileComposed } from './file-composed.ts';
import { mayWriteReport } from './policy.ts';
import { findVersion, holdReport } from './reports.store.ts';

export const ComposeReport = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    /** Another version of this report; a new one when left out. */
    report: Type.Optional(Type.String({ format: 'uuid' })),
    /** A bound template by its hash; the round's own when left out. */
    template: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    /** 数据时点 as it is printed. */
    asOf: Type.Optional(Type.String({ format: 'date' })),
  },
  { additionalProperties: false },
);

/** Throws `report.templateUnset`, `report.filed`, `report.missing`, and what keeps a report from being made. */
export const composeReport = action({
  name: 'report.compose',
  lane: 'long',
  queued: true,
  input: ComposeReport,
  async load(tx, { round }, { who }) {
    // Held first, so that nothing is accepted between the evaluation and its snapshot.
    await holdReport(tx, { tenant: who.tenant, round });
    return evaluateRound(tx, who, round);
  },
  may: (who, { round }) => mayWriteReport(who, round.evaluee),
  async run(tx, { report: given, template: chosen, asOf }, evaluated, by) {
    const { round } = evaluated;
    const plain = chosen ?? round.template;
    if (plain === null) throw ReportProblem.templateUnset({ round: round.round });
    const key = { tenant: round.tenant, round: round.round, report: given ?? newId() };
    const before = given === undefined ? undefined : await findVersion(tx, key);
    if (given !== undefined && before === undefined) throw ReportProblem.missing({ report: given });
    if (before !== undefined && before.state !== '起草') throw ReportProblem.filed({ state: before.state });
    const { report } = key;
    const version = (before?.version ?? 0) + 1;
    // A correction composed again stays one.
    const { kind, filing } = before?.kind === 'correction' ? before : { kind: 'composed' as const, filing: {} };
    const { template, sections, findings } = await putSectionsIn(tx, evaluated, plain, by);
    const day = asOf === undefined ? {} : { asOf };
    const asked = { report, version, kind, template, filing: { ...filing, sections }, ...day };
    return fileComposed(tx, evaluated, by, asked, findings);
  },
  audit: ({ report, version, docx }) => ({ about: `report ${report}`, detail: { version, docx } }),
});
