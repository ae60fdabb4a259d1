/**
 * What may belong in a blank, three at most with reasons. Pure: knows the scheme and the words, no figures.
 *
 * 1. facts of the report       (years, score, grade)         facts.ts
 * 2. changes of what was named (增长, 减少, 个百分点)          changes.ts
 * 3. the place it is about     (before 市, 局)                places.ts
 * 4. items by their names      (rank.ts)
 */
import type { Scheme } from '../../scheme/on-files.ts';
import { changesFor } from './changes.ts';
import { contextOf, isOfOther } from './context.ts';
import type { Asking, Candidate, Confidence, Suggestion } from './contract.ts';
import { factsFor } from './facts.ts';
import { formatsFor } from './formats.ts';
import { knownItems } from './items.ts';
import { placesFor } from './places.ts';
import { rankItems } from './rank.ts';

const OFFERED = 3;

/** What was found for a blank, which those after it in the sentence may lean on. */
interface Subject {
  readonly candidate: Candidate;
  readonly confidence: Confidence;
}

/** `subjects`: of the blanks before it in the sentence, which 「增长XX%」 and 「其中本级」 lean on. */
function suggest(asking: Asking, scheme: Scheme, subjects: readonly Subject[]): Suggestion {
  if (isOfOther(asking)) return { candidates: [], confidence: 'low' };
  const items = knownItems(scheme);
  const ranked = rankItems(asking, items);
  const named = subjects.map(({ candidate }) => candidate);
  const offered = [
    ...factsFor(asking, scheme),
    ...changesFor(asking, named, items),
    ...placesFor(asking, items),
    ...ranked.map(
      ({ known: { item }, score, reasons }): Candidate => ({
        expression: item.code,
        name: item.name,
        formats: formatsFor(asking, item),
        score: Math.min(1, score),
        reasons,
      }),
    ),
  ].sort((a, b) => b.score - a.score);
  const candidates = offered
    .filter(({ expression }, at) => offered.findIndex((each) => each.expression === expression) === at)
    .slice(0, OFFERED);
  const leansOn = subjects.find(({ candidate }) =>
    candidates[0]?.reasons.some((reason) => reason.why === 'change' && reason.of === candidate.name),
  );
  return { candidates, confidence: lesser(confidenceOf(candidates), leansOn?.confidence ?? 'high') };
}

const ORDER: readonly Confidence[] = ['low', 'middle', 'high'];
export const lesser = (a: Confidence, b: Confidence): Confidence => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);

/** High only where one candidate stands out: high ones are confirmed by the dozen. */
export function confidenceOf([first, ...others]: readonly Candidate[]): Confidence {
  if (first === undefined || first.score < 0.42) return 'low';
  const second = others[0]?.score ?? 0;
  const clear = first.score >= 0.6 && second < 0.5 && first.score - second >= 0.12;
  return clear && !others.some((other) => says(other, first)) ? 'high' : 'middle';
}

/** A name that says all of another and more may be the one that was meant: 新增公办幼儿园学位 beside 新增学位. */
const says = ({ name }: Candidate, { name: shorter }: Candidate): boolean =>
  name.length > shorter.length &&
  [...shorter.replace(/（[^）]*）|数$/g, '')].every((character) => name.includes(character));

/** All blanks of one file, in order; `decided` are the expressions people have chosen already. */
export function suggestAll(
  askings: readonly Asking[],
  scheme: Scheme,
  decided: readonly (string | undefined)[] = [],
): readonly Suggestion[] {
  const items = knownItems(scheme);
  const subjects: (Subject | undefined)[] = [];
  return askings.map((asking, index) => {
    const sentence = asking.start - contextOf(asking).sentence.length;
    const before = subjects.filter((_, at) => {
      const other = askings[at];
      return other?.text === asking.text && other.start >= sentence && other.end <= asking.start;
    });
    const suggestion = suggest(
      asking,
      scheme,
      before.filter((subject) => subject !== undefined),
    );
    const chosen = items.byCode.get(decided[index] ?? '')?.item;
    const [first] = suggestion.candidates;
    const candidate =
      chosen === undefined ? first : { expression: chosen.code, name: chosen.name, formats: [], score: 1, reasons: [] };
    const confidence = chosen === undefined ? suggestion.confidence : 'high';
    subjects.push(candidate === undefined ? undefined : { candidate, confidence });
    return suggestion;
  });
}
