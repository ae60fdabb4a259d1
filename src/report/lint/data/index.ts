/** With data: each bound or recognised figure against the results, and claims against what the data say. */
import type { Scheme } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import type { SlotTrace } from '../../contract.ts';
import type { LintDocument, Told } from '../document.ts';
import { boundFigures } from './bound.ts';
import { tabledFigures } from './cells.ts';
import { contradicted } from './claims.ts';
import { countyChanges } from './counties.ts';
import { claimedOfEvery } from './every-county.ts';
import { recognisedFigures } from './figures.ts';
import { type Names, namesOf } from './names.ts';
import { otherUnit } from './other-unit.ts';
import { statedResults, toldProblems } from './score.ts';

export interface LintData {
  readonly traces: readonly SlotTrace[];
  readonly material: Material;
}

export function withData(document: LintDocument, { traces, material }: LintData): readonly Told[] {
  const bound = boundFigures(document, traces);
  const other = otherUnit(document, material);
  return [...bound, ...(other.length > 0 ? other : byWords(document, material))];
}

const byWords = (document: LintDocument, material: Material): readonly Told[] => [
  ...recognisedFigures(document, material, namesIn(material.scheme)),
  ...tabledFigures(document, material, namesIn(material.scheme)),
  ...statedResults(document, material),
  ...toldProblems(document, material),
  ...contradicted(document, material),
  ...countyChanges(document, material, namesIn(material.scheme)),
  ...claimedOfEvery(document, material, namesIn(material.scheme)),
];

/** Of the evaluee's own figures alone, for those who may not see the points or what lies below. */
export const ownFigures = (document: LintDocument, { material }: LintData): readonly Told[] =>
  recognisedFigures(document, material, namesIn(material.scheme));

/** A scheme never changes, and its names are cut once. */
const known = new WeakMap<Scheme, Names>();
function namesIn(scheme: Scheme): Names {
  const names = known.get(scheme) ?? namesOf(scheme);
  known.set(scheme, names);
  return names;
}
