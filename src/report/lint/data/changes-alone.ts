/**
 * Changes said with their subject and without its level: 「全市在园幼儿比上年下降6.20%」. They are of the item their own words
 * name, also where another number stands before them: 「幼儿园991所，在园幼儿下降6.20%」 says nothing of 幼儿园.
 */
import { type ChangeMention, overlaps } from '../../../engines/prose/index.ts';
import type { Rational } from '../../../kernel/index.ts';
import type { OrgUnit } from '../../../org/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import type { LintParagraph, Told } from '../document.ts';
import { AREAS, aroundOf, type Context, fits, isAim, isOfOther, isOutside, NEXT } from './around.ts';
import { changeOf, differingChange, isAsked, isBound, type Recognised, signed } from './changes.ts';
import type { Names } from './names.ts';
import { figureOf, point } from './values.ts';

interface Evaluee {
  readonly material: Material;
  readonly year: number | undefined;
  /** Names of the units below. */
  readonly below: readonly string[];
  /** A unit below of whose changes alone is asked, where the clause names it and no other: 「云屏县教育支出增长4.31%」. */
  readonly unit?: OrgUnit;
}

export interface Subject extends Recognised {
  /** Its change by the data, where they have both years. */
  readonly right: Rational | undefined;
}

/** What leads from the subject to the word of the change. */
const LEADS = /(?:[比较](?:上一?年|去年)(?:同期)?|同比|实现了?|持续|稳步|均)*$/;
const EACH = /分别|各$|依次|平均$/;
const SEVERAL = /[、和及与]/;
const SURE = { likeness: 0.8, near: 0.7 };
/** Said in full, but for a word that nobody misses. */
const WHOLE = 0.95;

/** Items that changes of a paragraph are said of by name. */
export function subjectsOf(
  paragraph: LintParagraph,
  names: Names,
  evaluee: Evaluee,
): ReadonlyMap<ChangeMention, Subject> {
  const found = paragraph.changes.flatMap((change): [ChangeMention, Subject][] => {
    const said = subjectAt(change, paragraph);
    const around = said === undefined ? undefined : ownWords(said, evaluee);
    if (around === undefined || isElsewhere(around, evaluee)) return [];
    const best = likeliest(change, around, names, materialOf(evaluee));
    return best === undefined ? [] : [[change, best]];
  });
  return new Map(found);
}

function subjectAt(change: ChangeMention, paragraph: LintParagraph): Context | undefined {
  const lead = LEADS.exec(paragraph.text.slice(0, change.start))?.[0] ?? '';
  const start = change.start - lead.length;
  const after = paragraph.numbers.findLast(({ end }) => end <= start)?.end ?? 0;
  const around = aroundOf(paragraph, { start, end: change.end }, after);
  return around.label.length < 2 || EACH.test(around.label) ? undefined : around;
}

/** Of a unit below: the words without its name, undefined where they do not name it alone or name it in a list. */
function ownWords(said: Context, { below, unit }: Evaluee): Context | undefined {
  if (unit === undefined) return said;
  const named = below.filter((name) => said.label.includes(name));
  const [before = '', after = ''] = said.label.split(unit.name);
  if (named.length !== 1 || named[0] !== unit.name || /[、和及与等]$/.test(before) || /^[、和及与等]/.test(after))
    return undefined;
  return after.length < 2 ? undefined : { ...said, label: after, near: said.near.replace(said.label, after) };
}

const materialOf = ({ material, unit }: Evaluee): Material =>
  unit === undefined ? material : { ...material, evaluee: unit };

const isElsewhere = (around: Context, { material, year, below, unit }: Evaluee): boolean =>
  isAim(around, year) ||
  isOfOther(around, year, unit === undefined ? below : []) ||
  isOutside(around, AREAS[(unit ?? material.evaluee).kind] ?? []);

/** The item most like the words, or one hardly less like them whose change this is. */
function likeliest(change: ChangeMention, around: Context, names: Names, material: Material): Subject | undefined {
  const { by } = change;
  const units =
    by.kind === 'amount'
      ? [by]
      : [...new Set([...material.scheme.items.values()].map(({ unit }) => unit))]
          .filter((unit) => (unit === '%') === (by.kind === 'points') && unit !== '1')
          .map((unit) => ({ unit, dimension: '' }));
  const named = units
    .flatMap((unit) => names.likely(unit, { near: around.label, before: around.before }))
    .filter(({ item, likeness, near, headed }) => {
      const isNamed = headed === 'beside' && likeness >= SURE.likeness && near >= SURE.near;
      return isNamed && !NEXT.test(item.name) && fits(item, around) && isOne(item, around);
    })
    .sort((a, b) => b.weight * b.likeness - a.weight * a.likeness)
    .map(({ item, likeness }) => ({ item, sure: likeness >= WHOLE, right: changeIn(item, change, material) }));
  return named.find(({ right }) => right !== undefined && overlaps(point(right), signed(change))) ?? named[0];
}

function changeIn(item: SchemeItem, { by }: ChangeMention, material: Material): Rational | undefined {
  const [value, prior] = [figureOf(item, material), figureOf(item, material, -1)];
  if (value === undefined || prior === undefined) return undefined;
  return changeOf({ by }, { kind: 'amount', dimension: by.dimension }, value, prior);
}

/** Of several things named together the change is not told of one. */
const isOne = ({ name }: SchemeItem, { label }: Context): boolean => !SEVERAL.test(label) || SEVERAL.test(name);

/** `whose`: name of the unit they are of, where it is not the evaluee. */
export function changesAlone(
  paragraph: LintParagraph,
  subjects: ReadonlyMap<ChangeMention, Subject>,
  whose = '',
): readonly Told[] {
  return [...subjects].flatMap(([change, { right, ...recognised }]) => {
    if (change.restated || change.yearly || isBound(paragraph, change) || isAsked(change, paragraph)) return [];
    if (right === undefined || overlaps(point(right), signed(change))) return [];
    return [differingChange(paragraph, change, recognised, right, whose)];
  });
}
