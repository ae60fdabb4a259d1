/**
 * A report edited in Word and brought back: filed as the next version, with what was changed told figure by figure.
 * Sections whose prose was changed come back as proposals, in a locked round as well: they change nothing by themselves.
 */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import { compareReports } from '../compare.ts';
import { ReportProblem } from '../problems.ts';
import { takeSectionsBack } from '../sections/take-back.ts';
import { fileCopy } from './file-copy.ts';
import { mayWriteReport } from './policy.ts';
import { findVersion, holdReport } from './reports.store.ts';

/** Throws `report.missing`, `report.filed`, and what the Word gate refuses. */
export const fileEditedReport = action({
  name: 'report.edited.file',
  lane: 'long',
  queued: true,
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    },
    { additionalProperties: false },
  ),
  load: async (tx, { round, report }, { who }) => {
    const context = await loadRound(tx, who.tenant, round);
    await holdReport(tx, context.round);
    const last = await findVersion(tx, { tenant: who.tenant, round, report });
    if (last === undefined) throw ReportProblem.missing({ report });
    return { context, last };
  },
  may: (who, { context }) => mayWriteReport(who, context.round.evaluee),
  async run(tx, { sha256 }, { context, last }, by) {
    if (last.state !== '起草') throw ReportProblem.filed({ state: last.state });
    const base = { file: 'base.docx', bytes: await by.files.read(last.docx) };
    const edited = { file: 'edited.docx', bytes: await by.files.read(sha256) };
    const comparison = compareReports(base, edited);
    const version = await fileCopy(tx, by, context, last, sha256);
    const { report } = last;
    const back = { base: base.bytes, edited: edited.bytes, report, version };
    const sections = await takeSectionsBack(tx, context, back, by);
    return { report, version, ...comparison, sections };
  },
  audit: ({ report, version, changed, missing, added, prose, sections }, { sha256 }) => ({
    about: `report ${report}`,
    detail: {
      version,
      docx: sha256,
      changed: changed.map(({ slot, was, is }) => `${slot} ${was} → ${is}`),
      missing: missing.length,
      added: added.length,
      prose: prose.length,
      sections: sections.map(({ section, outcome }) => `${section} ${outcome}`),
    },
  }),
});
