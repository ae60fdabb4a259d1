/** A template on the desk: its text, each blank with what may belong there and what was decided. */
import Type from 'typebox';
import { evaluateRound } from '../../evaluate/index.ts';
import { query } from '../../platform/index.ts';
import { materialFor } from '../collections.ts';
import { factsOf } from '../facts.ts';
import { mayKeepTemplates } from '../filed/policy.ts';
import type { Suggestion } from '../suggest/index.ts';
import { alikeTo } from './alike.ts';
import { besideOf } from './beside.ts';
import { placed } from './in-place.ts';
import { suggestKept } from './kept-suggestions.ts';
import { openPrinter } from './offers.ts';
import { readsWith } from './reads.ts';
import { matchOf } from './states.ts';
import { loadTemplate } from './stored.ts';
import { listEditions } from './templates.store.ts';

const NOTHING: Suggestion = { candidates: [], confidence: 'low' };

/** Throws `report.templateMissing`, `report.noEvaluee`. */
export const readStudio = query({
  name: 'report.template.read',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), template: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: mayKeepTemplates,
  async run(tx, { round: code, template }, by) {
    const stored = await loadTemplate(tx, by, template);
    const { round, scheme, submission, evaluation } = await evaluateRound(tx, by.who, code);
    const material = materialFor(scheme, submission, evaluation);
    const printer = openPrinter(material, factsOf({ asOf: round.as_of }, material, 0));
    const { read, row, decisions } = stored;
    const suggestions = suggestKept(row.sha256, read, decisions, scheme);
    const alike = alikeTo(read.blanks, suggestions);
    const texts = new Map(read.paragraphs.map(({ at, text }) => [at.paragraph, text]));
    const reads = readsWith(decisions, printer);
    const edition = (await listEditions(tx, by.who.tenant)).find((each) => each.template === template);
    return {
      template,
      name: row.name,
      scheme: scheme.code,
      year: scheme.year,
      paragraphs: read.paragraphs.map(({ at, text, outline, table }) => ({
        paragraph: at.paragraph,
        text,
        ...(outline === undefined ? {} : { level: outline + 1 }),
        ...(table === undefined ? {} : { table }),
      })),
      blanks: read.blanks.map((blank, index) => {
        const held = decisions.get(blank.id);
        const inRow = blank.row !== undefined;
        const decision = held?.decision;
        const { offers, confidence } = placed(suggestions[index] ?? NOTHING, {
          beside: besideOf(blank, texts.get(blank.paragraph) ?? '', read.blanks, reads),
          offer: (candidate) => printer.offer(candidate, inRow),
          print: (value, format) => printer.print(value, format, inRow),
        });
        return {
          ...blank,
          confidence: matchOf(blank, confidence),
          offers,
          alike: alike[index] ?? [],
          version: held?.version ?? 0,
          ...(decision === undefined
            ? {}
            : {
                decision,
                person: held?.person ?? '',
                ...(decision.as === 'figure' ? { shown: printer.print(decision.value, decision.format, inRow) } : {}),
              }),
        };
      }),
      ...(edition === undefined
        ? {}
        : { bound: { sha256: edition.sha256, at: edition.at, set: edition.sha256 === round.template } }),
    };
  },
});
