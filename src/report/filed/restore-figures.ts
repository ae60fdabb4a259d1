/** 恢复: figures typed over in an edited copy get back what the report printed; a new version, nothing is lost. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import type { TraceFile } from '../contract.ts';
import { ReportProblem } from '../problems.ts';
import { fileCopy } from './file-copy.ts';
import { mayWriteReport } from './policy.ts';
import { findVersion, holdReport } from './reports.store.ts';
import { withFigures } from './with-figures.ts';

/** Throws `report.missing`, `report.filed`, `report.nothingToRestore`. */
export const restoreFigures = action({
  name: 'report.figures.restore',
  lane: 'long',
  queued: true,
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      /** `s031`, or `s031.2` for its third place. */
      slots: Type.Array(Type.String({ pattern: '^[A-Za-z][\\w-]{0,40}(?:\\.\\d{1,5})?$' }), {
        minItems: 1,
        maxItems: 500,
      }),
    },
    { additionalProperties: false },
  ),
  async load(tx, { round, report }, { who }) {
    const context = await loadRound(tx, who.tenant, round);
    await holdReport(tx, context.round);
    const last = await findVersion(tx, { tenant: who.tenant, round, report });
    if (last === undefined) throw ReportProblem.missing({ report });
    return { context, last };
  },
  may: (who, { context }) => mayWriteReport(who, context.round.evaluee),
  async run(tx, { slots }, { context, last }, by) {
    if (last.state !== '起草') throw ReportProblem.filed({ state: last.state });
    const trace = JSON.parse(Buffer.from(await by.files.read(last.trace)).toString('utf8')) as TraceFile;
    const wanted = new Set(slots.map((slot) => (slot.includes('.') ? slot : `${slot}.0`)));
    const bytes = await by.files.read(last.docx);
    const printed = new Map(
      trace.slots
        .map((each) => [`${each.slot}.${each.occurrence}`, each.printed] as const)
        .filter(([id]) => wanted.has(id)),
    );
    const { docx, restored } = withFigures(bytes, printed);
    if (restored.length === 0) throw ReportProblem.nothingToRestore({ slots });
    const { sha256 } = await by.files.put(docx);
    const version = await fileCopy(tx, by, context, last, sha256);
    return { report: last.report, version, docx: sha256, restored };
  },
  audit: ({ report, version, docx, restored }) => ({ about: `report ${report}`, detail: { version, docx, restored } }),
});
