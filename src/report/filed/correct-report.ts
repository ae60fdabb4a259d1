/**
 * 更正: a figure found wrong after its report was signed. The filed report is never unlocked: the figure gets a new
 * accepted version with reason and basis, agreed to by a person of the unit that states it, and the report a new
 * version marked as a correction, with every place that is touched: printed figures, points, evidence, and other rounds that
 * took the figure over as it was.
 */
import Type from 'typebox';
import { correctFigure, loadRound, raiseRevision } from '../../collect/index.ts';
import { evaluateAfresh, evaluateRound } from '../../evaluate/index.ts';
import { action } from '../../platform/index.ts';
import { decide } from '../../review/index.ts';
import { compareReports } from '../compare.ts';
import { ReportProblem } from '../problems.ts';
import { fileComposed } from './file-composed.ts';
import { evidencePlaces, movedScores, printedPlaces } from './places.ts';
import { mayWriteReport } from './policy.ts';
import { findVersion, holdReport } from './reports.store.ts';
import { isSigned } from './stations.ts';

const Words = Type.String({ minLength: 2, maxLength: 2_000 });

/** Throws `report.missing`, `notSigned`, `consentOwn`, and what `correctFigure` refuses. */
export const correctReport = action({
  name: 'report.correct',
  lane: 'long',
  queued: true,
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      unit: Type.String({ minLength: 1, maxLength: 64 }),
      item: Type.String({ minLength: 1, maxLength: 64 }),
      year: Type.Enum(['now', 'prior']),
      /** The old value as it was typed. */
      was: Type.String({ maxLength: 2_000 }),
      typed: Type.String({ maxLength: 2_000 }),
      reason: Words,
      /** Document or record that shows the right value. */
      basis: Words,
      /** Who of the stating unit agreed. */
      consent: Type.String({ minLength: 2, maxLength: 100 }),
    },
    { additionalProperties: false },
  ),
  async load(tx, { round, report }, { who }) {
    await holdReport(tx, { tenant: who.tenant, round });
    const before = await evaluateRound(tx, who, round);
    const last = await findVersion(tx, { tenant: who.tenant, round, report });
    if (last === undefined) throw ReportProblem.missing({ report });
    return { before, last };
  },
  may: (who, { before }) => mayWriteReport(who, before.round.evaluee),
  async run(tx, { round: code, report, ...said }, { before, last }, by) {
    const { unit, item, was, typed, reason, basis, consent } = said;
    if (!isSigned(last.state)) throw ReportProblem.notSigned({ state: last.state });
    if (consent === by.who.person) throw ReportProblem.consentOwn({ person: consent });
    const { account: author, person } = by.who;
    const written = { author, person, at: by.now };
    const corrected = await correctFigure(tx, before, said, written);
    const place = { unit, item, period: corrected.period };
    const printed = await printedPlaces(tx, by, before, place);
    const { task, subject, period } = corrected;
    const why = `${reason}；依据：${basis}；同意：${consent}`;
    const fields = [{ subject, item, period, reason: why }];
    await decide(tx, task, { verdict: 'correct', became: task.state, reason: why, fields, ...written });
    await raiseRevision(tx, { tenant: task.tenant, round: code }, 'correct', { unit, item }, by.now);
    const after = await evaluateAfresh(tx, by.who, await loadRound(tx, by.who.tenant, code));
    const { elsewhere } = corrected;
    const touched = { printed, scores: movedScores(before.evaluation, after.evaluation), elsewhere };
    const filing = { correction: { of: last.version, ...said, ...touched } };
    const version = last.version + 1;
    const made = { report, version, kind: 'correction' as const, template: last.template, filing };
    const filed = await fileComposed(tx, after, by, made);
    const [old, now] = [await by.files.read(last.docx), await by.files.read(filed.docx)];
    const { changed, prose } = compareReports({ file: 'filed.docx', bytes: old }, { file: 'new.docx', bytes: now });
    const evidence = evidencePlaces(before, place);
    return { ...filed, was, is: typed, figureVersion: corrected.version, ...touched, evidence, changed, prose };
  },
  audit: ({ report, version, docx, figureVersion }, { unit, item, was, typed, basis, consent }) => ({
    about: `report ${report}`,
    detail: { version, docx, unit, item, was, is: typed, figureVersion, basis, consent },
  }),
});
