/** Items by name or code, for a blank none of the suggestions fits. */
import Type from 'typebox';
import { evaluateRound } from '../../evaluate/index.ts';
import { query } from '../../platform/index.ts';
import { materialFor } from '../collections.ts';
import { factsOf } from '../facts.ts';
import { mayKeepTemplates } from '../filed/policy.ts';
import { ReportProblem } from '../problems.ts';
import { findCandidates } from '../suggest/index.ts';
import { besideOf } from './beside.ts';
import { fitted } from './in-place.ts';
import { openPrinter, type Printer } from './offers.ts';
import { readsWith } from './reads.ts';
import { loadTemplate } from './stored.ts';

const MOST = 20;

/** Throws `report.templateMissing`, `report.blankUnknown`. */
export const findStudioItems = query({
  name: 'report.template.items.find',
  lane: 'long',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      template: Type.String({ format: 'uuid' }),
      blank: Type.String({ minLength: 1, maxLength: 40 }),
      /** Words of a name, or the beginning of a code. */
      find: Type.String({ minLength: 1, maxLength: 60 }),
    },
    { additionalProperties: false },
  ),
  may: mayKeepTemplates,
  async run(tx, { round: code, template, blank, find }, by) {
    const { read, decisions } = await loadTemplate(tx, by, template);
    const at = read.blanks.findIndex(({ id }) => id === blank);
    const [asking, found] = [read.askings[at], read.blanks[at]];
    if (asking === undefined || found === undefined) throw ReportProblem.blankUnknown({ blank });
    const { round, scheme, submission, evaluation } = await evaluateRound(tx, by.who, code);
    const material = materialFor(scheme, submission, evaluation);
    const printer = openPrinter(material, factsOf({ asOf: round.as_of }, material, 0));
    const candidates = findCandidates(find, asking, scheme).slice(0, MOST);
    const inRow = found.row !== undefined;
    const beside = besideOf(found, asking.text, read.blanks, readsWith(decisions, printer));
    const print: Printer['print'] = (value, format) => printer.print(value, format, inRow);
    return candidates.map((candidate) => fitted(printer.offer(candidate, inRow), beside, print));
  },
});
