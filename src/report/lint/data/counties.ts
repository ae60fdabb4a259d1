/**
 * Growth said of a unit below (「云屏县11.02亿元，增长5.64%」). A text may name many things of a county by few words, so
 * the level must be one the data have of it before what is said of its change is held against them; or the change is said
 * without a level of an item by its name (「云屏县一般公共预算教育支出增长5.64%」).
 */
import type { ChangeMention, NumberMention } from '../../../engines/prose/index.ts';
import { overlaps } from '../../../engines/prose/index.ts';
import { isUnit, type Rational, unitDefinition } from '../../../kernel/index.ts';
import type { OrgUnit } from '../../../org/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import type { LintDocument, LintParagraph, Told } from '../document.ts';
import { plansOf } from '../plans.ts';
import { statementsOf } from '../rules/statements.ts';
import { changeOf, differingChange, isAsked, isBound, signed } from './changes.ts';
import { changesAlone, subjectsOf } from './changes-alone.ts';
import type { Names } from './names.ts';
import { agrees, figureOf, point } from './values.ts';

export function countyChanges(document: LintDocument, material: Material, names: Names): readonly Told[] {
  const plans = plansOf(document.paragraphs);
  const units = material.submission.org.children(material.evaluee.code).filter(({ kind }) => kind !== 'school');
  return document.paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable || paragraph.changes.length === 0 || plans.has(paragraph)) return [];
    const named = units.filter(({ name }) => paragraph.text.includes(name));
    if (named.length === 0) return [];
    const of = { material, year: document.year, below: units.map(({ name }) => name) };
    const alone = named.flatMap((unit) =>
      changesAlone(paragraph, subjectsOf(paragraph, names, { ...of, unit }), unit.name),
    );
    const levelled = statementsOf(paragraph).flatMap(({ now, changes }) => {
      const unit = unitOf(now, paragraph, units, document.year);
      const figures = unit === undefined ? [] : figuresAt(now, paragraph, unit, material, names);
      return unit === undefined || figures.length === 0
        ? []
        : changes.flatMap((change) => checkChange(change, now, unit, figures, paragraph));
    });
    return [...levelled, ...alone];
  });
}

/** Words after which the number is no longer the unit's, and those of another time. */
const OTHER = /全[国省市县区]|本级|上年|去年|前年|以来|至\d|力争|目标/;

/** The unit named in the clause, where it is the only one and the year is the report's. */
function unitOf(
  { start }: NumberMention,
  { text }: LintParagraph,
  units: readonly OrgUnit[],
  year: number | undefined,
): OrgUnit | undefined {
  const clause =
    text
      .slice(Math.max(0, start - 40), start)
      .split(/[，。；、]/)
      .at(-1) ?? '';
  const named = units.filter(({ name }) => clause.includes(name));
  const years = [...clause.matchAll(/((?:19|20)\d{2})年/g)].map(([, each]) => Number(each));
  const [unit] = named;
  return named.length !== 1 || OTHER.test(clause) || years.some((each) => each !== year) ? undefined : unit;
}

interface Figure {
  readonly item: SchemeItem;
  readonly named: boolean;
  readonly value: Rational;
  readonly prior: Rational;
}

/** Fewer digits agree with too much. */
const DIGITS_LEAST = 3;

/** Items of which the unit has this very value: those the text names, or else all. */
function figuresAt(
  now: NumberMention,
  { text }: LintParagraph,
  unit: OrgUnit,
  material: Material,
  names: Names,
): readonly Figure[] {
  if (now.digits.replace(/\D|^0+/g, '').length < DIGITS_LEAST) return [];
  const read = (item: SchemeItem, named: boolean): readonly Figure[] => {
    const [value, prior] = [figureOf(item, material, 0, unit.code), figureOf(item, material, -1, unit.code)];
    return value === undefined || prior === undefined || !agrees(now, value) ? [] : [{ item, named, value, prior }];
  };
  const near =
    text
      .slice(Math.max(0, now.start - 30), now.start)
      .split(/[，。；、]/)
      .at(-1) ?? '';
  const named = names
    .likely(now, { near: near.replace(unit.name, ''), before: '' })
    .filter(({ headed, likeness }) => headed === 'beside' && likeness >= 0.8)
    .flatMap(({ item }) => read(item, true));
  return named.length > 0
    ? named
    : [...material.scheme.items.values()]
        .filter((item) => item.type === 'number' && item.prior && isSameKind(item, now))
        .flatMap((item) => read(item, false));
}

const isSameKind = ({ unit }: SchemeItem, now: NumberMention): boolean =>
  isUnit(now.unit) && unitDefinition(unit).family === unitDefinition(now.unit).family;

function checkChange(
  change: ChangeMention,
  now: NumberMention,
  unit: OrgUnit,
  figures: readonly Figure[],
  paragraph: LintParagraph,
): readonly Told[] {
  if (change.restated || change.yearly || isBound(paragraph, change) || isAsked(change, paragraph)) return [];
  const rights = figures.flatMap(({ item, named, value, prior }) => {
    const right = changeOf(change, now, value, prior);
    return right === undefined ? [] : [{ item, named, right }];
  });
  const [first] = rights;
  if (first === undefined || rights.some(({ right }) => overlaps(point(right), signed(change)))) return [];
  const sure = first.named || rights.length === 1;
  return [differingChange(paragraph, change, { item: first.item, sure }, first.right, unit.name)];
}
