/** 试填全文: the template as far as it is decided, filled with what is accepted now; nothing is filed. */
import Type from 'typebox';
import { openWord, readBlocks } from '../../engines/word/index.ts';
import { evaluateRound } from '../../evaluate/index.ts';
import { query } from '../../platform/index.ts';
import { mayKeepTemplates } from '../filed/policy.ts';
import { reportSpeakers } from '../filed/speaker.ts';
import { makeReport } from '../make.ts';
import { placeOfFinding } from '../reading/place-findings.ts';
import { textPlaces } from '../reading/read-pages.ts';
import { bindDecisions } from './bind-decisions.ts';
import { decidedOf } from './decided.ts';
import { loadTemplate } from './stored.ts';

/** Throws `report.templateMissing`, and what keeps a report from being made. */
export const tryTemplate = query({
  name: 'report.template.try',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), template: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: mayKeepTemplates,
  async run(tx, { round: code, template }, by) {
    const { row, bytes, read, decisions } = await loadTemplate(tx, by, template);
    const { round, scheme, submission, evaluation } = await evaluateRound(tx, by.who, code);
    const plain = { file: row.name, bytes };
    const bound = bindDecisions(plain, row.name, decidedOf(read, decisions), scheme);
    const made = makeReport({
      scheme,
      submission,
      evaluation,
      asOf: round.as_of,
      template: { file: row.name, bytes: bound.bytes },
      name: row.name,
    });
    const blocks = readBlocks(openWord(made.docx, row.name));
    const places = textPlaces(blocks);
    const say = reportSpeakers(scheme);
    return {
      blocks,
      findings: [...bound.findings, ...made.findings].map((finding) => ({
        code: finding.code,
        severity: finding.severity,
        zh: say.zh(finding),
        en: say.en(finding),
        place: placeOfFinding(finding, places) ?? null,
      })),
    };
  },
});
