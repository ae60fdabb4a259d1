/**
 * A report composed from what is accepted now. Figures, ledgers, evidence and results are frozen beside it, so that
 * the same report can be made again when everything has moved on.
 */
import Type from 'typebox';
import { evaluateRound } from '../../evaluate/index.ts';
import { action, type By, newId, toJson } from '../../platform/index.ts';
import { reportHtml } from '../html.ts';
import { makeReport } from '../make.ts';
import { ReportProblem } from '../problems.ts';
import { mayWriteReport } from './policy.ts';
import { addVersion, findVersion, holdReport } from './reports.store.ts';
import { freeze } from './snapshot.ts';
import { reportSpeaker } from './speaker.ts';

export const ComposeReport = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    /** Another version of this report; a new one when left out. */
    report: Type.Optional(Type.String({ format: 'uuid' })),
  },
  { additionalProperties: false },
);

/** Throws `report.templateUnset`, `report.filed`, `report.missing`, and what keeps a report from being made. */
export const composeReport = action({
  name: 'report.compose',
  input: ComposeReport,
  async load(tx, { round }, { who }) {
    // Held first, so that nothing is accepted between the evaluation and its snapshot.
    await holdReport(tx, { tenant: who.tenant, round });
    return evaluateRound(tx, who, round);
  },
  may: (who, { round }) => mayWriteReport(who, round.evaluee),
  async run(tx, { report: asked }, evaluated, by) {
    const { round, scheme, submission, evaluation } = evaluated;
    if (round.template === null) throw ReportProblem.templateUnset({ round: round.round });
    const key = { tenant: round.tenant, round: round.round, report: asked ?? newId() };
    const before = asked === undefined ? undefined : await findVersion(tx, key);
    if (asked !== undefined && before === undefined) throw ReportProblem.missing({ report: asked });
    if (before !== undefined && before.state !== '起草') throw ReportProblem.filed({ state: before.state });
    const template = { file: 'template.docx', bytes: await by.files.read(round.template) };
    const version = (before?.version ?? 0) + 1;
    const name = `${round.name}.docx`;
    const made = makeReport({ scheme, submission, evaluation, asOf: round.as_of, template, name });
    const [docx, html, trace] = await keep(by, [
      made.docx,
      reportHtml(made, reportSpeaker(scheme)),
      toJson(made.trace),
    ]);
    const snapshot = await freeze(tx, evaluated, by);
    const { account: author, person } = by.who;
    const findings = [...evaluation.results.findings, ...made.findings];
    const row = { ...key, version, kind: 'composed' as const, state: '起草', snapshot, template: round.template };
    await addVersion(tx, { ...row, docx, html, trace, findings, filing: {}, author, person, at: by.now });
    return { report: key.report, version, draft: made.draft, findings: findings.length, docx };
  },
  audit: ({ report, version, docx }) => ({ about: `report ${report}`, detail: { version, docx } }),
});

const keep = async ({ files }: By, contents: readonly (Uint8Array | string)[]): Promise<[string, string, string]> => {
  const bytes = contents.map((content) => (typeof content === 'string' ? Buffer.from(content) : content));
  return (await Promise.all(bytes.map(async (each) => (await files.put(each)).sha256))) as [string, string, string];
};
