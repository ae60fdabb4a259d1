/**
 * Numbers without a control, recognised by the words around them and held against the data: levels (「在园幼儿8.78万人」),
 * and the change said of one (「，比上年增长4.31%」). What is only like an item's name is told as doubtful.
 */
import {
  type ChangeMention,
  growthInterval,
  interval,
  middle,
  type NumberMention,
  overlaps,
} from '../../../engines/prose/index.ts';
import { compare, type Rational } from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import { finding, type LintDocument, type LintParagraph, type Told } from '../document.ts';
import { plansOf } from '../plans.ts';
import { statementsOf } from '../rules/statements.ts';
import { AREAS, aroundOf, fits, isAim, isOfOther, isOutside, NEXT } from './around.ts';
import { changeOf, differingChange, isAsked, isBound, type Recognised, signed } from './changes.ts';
import { changesAlone, type Subject, subjectsOf } from './changes-alone.ts';
import type { Likeness, Names } from './names.ts';
import { agrees, figureOf, point, printedLike } from './values.ts';

export function recognisedFigures(
  { paragraphs, year }: LintDocument,
  material: Material,
  names: Names,
): readonly Told[] {
  const plans = plansOf(paragraphs);
  const outside = AREAS[material.evaluee.kind] ?? [];
  const below = material.submission.org.children(material.evaluee.code).map(({ name }) => name);
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable || paragraph.numbers.length === 0) return [];
    const governed = new Set(paragraph.changes.map(({ by }) => by));
    const known = new Map<NumberMention, Recognised>();
    const targets = new Map<NumberMention, SchemeItem>();
    const levels = paragraph.numbers.flatMap((number, index) => {
      if (governed.has(number) || !isLevel(number)) return [];
      const around = aroundOf(paragraph, number, paragraph.numbers[index - 1]?.end ?? 0);
      const aim = plans.has(paragraph) || isAim(around, year);
      if (isOfOther(around, aim ? undefined : year, below) || isOutside(around, outside)) return [];
      const likely = names.likely(number, around);
      const meant = likely.filter(({ item }) => NEXT.test(item.name) === aim && fits(item, around));
      const best = pick(meant, material);
      if (aim) {
        const reached = pick(
          likely.filter(({ item }) => !NEXT.test(item.name) && fits(item, around)),
          material,
        );
        if (reached?.sure === true) targets.set(number, reached.item);
      }
      if (best === undefined) return [];
      const explained = explaining(number, likely, material);
      // What is said of its change is of the item whose value it is.
      known.set(number, explained === undefined ? best : { ...best, item: explained });
      if (isBound(paragraph, number) || explained !== undefined) return [];
      return differing(paragraph, number, best, figureOf(best.item, material));
    });
    const evaluee = { material, year, below };
    const subjects = plans.has(paragraph) ? NO_SUBJECTS : subjectsOf(paragraph, names, evaluee);
    return [
      ...levels,
      ...changesOf(paragraph, known, subjects, material),
      ...changesAlone(paragraph, subjects),
      ...aimsOf(paragraph, targets, material),
    ];
  });
}

const NO_SUBJECTS: ReadonlyMap<ChangeMention, Subject> = new Map();

const isLevel = ({ kind, unit }: NumberMention): boolean => kind === 'percent' || (kind === 'amount' && unit !== '分');

const SURE = { likeness: 0.8, near: 0.5 };
const LIKE = { likeness: 0.33, ahead: 1.25 };

function pick(likely: readonly Likeness[], material: Material): Recognised | undefined {
  const [best] = likely;
  if (best === undefined) return undefined;
  if (best.headed === 'no') return undefined;
  if (best.headed === 'beside' && best.likeness >= SURE.likeness && best.near >= SURE.near)
    return { item: best.item, sure: true };
  const own = figureOf(best.item, material);
  // 应享受 and 已享受 with one value may both be meant.
  const next = likely.find(({ item }) => {
    const other = figureOf(item, material);
    return own !== undefined && other !== undefined && compare(own, other) !== 0;
  });
  const ahead = next === undefined || best.weight * best.likeness >= LIKE.ahead * next.weight * next.likeness;
  return best.likeness >= LIKE.likeness && ahead ? { item: best.item, sure: false } : undefined;
}

/** The item of a like name that has the value, now or else the year before; the likeliest of them. */
const CONSIDERED = 8;
const explaining = (number: NumberMention, likely: readonly Likeness[], material: Material): SchemeItem | undefined =>
  ([0, -1] as const)
    .flatMap((shift) =>
      likely.slice(0, CONSIDERED).filter(({ item }) => {
        const exact = figureOf(item, material, shift);
        return exact !== undefined && agrees(number, exact);
      }),
    )
    .at(0)?.item;

function differing(
  paragraph: LintParagraph,
  number: NumberMention,
  { item, sure }: Recognised,
  exact: Rational | undefined,
): readonly Told[] {
  if (exact === undefined) return [];
  const data = {
    name: item.name,
    stated: `${number.digits}${number.unit}`,
    right: printedLike(number, exact, item.unit),
    doubtful: !sure,
  };
  return [finding('report.figure.differs', paragraph, number, data, sure ? undefined : 'warn')];
}

/** What is said of the change of a level that was recognised. */
function changesOf(
  paragraph: LintParagraph,
  known: ReadonlyMap<NumberMention, Recognised>,
  /** Changes with a subject of their own. */
  apart: ReadonlyMap<ChangeMention, Subject>,
  material: Material,
): readonly Told[] {
  return statementsOf(paragraph).flatMap(({ now, changes }) => {
    const recognised = known.get(now);
    if (recognised === undefined) return [];
    const [value, prior] = [figureOf(recognised.item, material), figureOf(recognised.item, material, -1)];
    if (value === undefined || prior === undefined) return [];
    return changes.flatMap((change) => {
      if (apart.has(change) || change.restated || change.yearly) return [];
      if (isBound(paragraph, change) || isAsked(change, paragraph)) return [];
      const right = changeOf(change, now, value, prior);
      if (right === undefined || overlaps(point(right), signed(change))) return [];
      return [differingChange(paragraph, change, recognised, right)];
    });
  });
}

/** 「力争教育支出达到89.50亿元以上，增长3.56%以上」: the growth from what the data say now to what is aimed at. */
function aimsOf(
  paragraph: LintParagraph,
  targets: ReadonlyMap<NumberMention, SchemeItem>,
  material: Material,
): readonly Told[] {
  return statementsOf(paragraph).flatMap(({ now, changes }) => {
    const item = targets.get(now);
    const from = item && figureOf(item, material);
    const right = from && growthInterval(interval(now), point(from));
    if (item === undefined || right === undefined) return [];
    return changes.flatMap((change) => {
      if (change.by.kind !== 'percent' || now.kind === 'percent' || change.yearly || change.restated) return [];
      if (overlaps(right, signed(change))) return [];
      const data = {
        name: `${item.name}${change.word}（目标）`,
        stated: `${change.word}${change.by.digits}${change.by.unit}`,
        right: printedLike(change.by, middle(right), item.unit),
        doubtful: false,
      };
      return [finding('report.figure.differs', paragraph, change, data, 'warn')];
    });
  });
}
