/** The template a round's reports are made from: a bound Word file, filed before by its hash. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { readData } from '../../engines/word/index.ts';
import { action } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { parseTemplateData } from '../template-data.ts';
import { mayWriteReport } from './policy.ts';
import { setTemplate } from './reports.store.ts';

/** Throws `report.templateUnbound`, `report.schemeDiffers`, and what the Word gate refuses. */
export const setReportTemplate = action({
  name: 'report.template.set',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
    { additionalProperties: false },
  ),
  load: (tx, { round }, { who }) => loadRound(tx, who.tenant, round),
  may: (who, { round }) => mayWriteReport(who, round.evaluee),
  async run(tx, { sha256 }, { round, scheme }, { files }) {
    const file = 'template.docx';
    const text = readData(await files.read(sha256), file);
    if (text === undefined) throw ReportProblem.templateUnbound({ file });
    const data = parseTemplateData(text, file);
    if (data.scheme !== scheme.code) throw ReportProblem.schemeDiffers({ template: data.scheme, given: scheme.code });
    await setTemplate(tx, round.tenant, round.round, sha256);
    return { template: data.template, slots: data.slots.length };
  },
  audit: ({ template }, { round, sha256 }) => ({ about: `round ${round}`, detail: { template, sha256 } }),
});
