/** The rule of a leaf with its formulas and amounts as text, for whoever says it in words. */
import type { CompiledFormula } from '../../engines/formula/index.ts';
import type { Unit } from '../../kernel/index.ts';
import type { Scheme, ScoringRule } from '../../scheme/on-files.ts';
import { showLimit, showPoints } from '../print.ts';
import { usualUnit } from '../why.ts';
import { namedFormula } from './named-formula.ts';

export type RuleText =
  | { readonly type: 'threshold'; readonly met: string }
  | {
      readonly type: 'stepDown';
      readonly value: string;
      readonly target: string;
      readonly direction: 'atLeast' | 'atMost';
      readonly step: string;
      readonly take: string;
    }
  | {
      readonly type: 'proportional';
      readonly value: string;
      readonly target: string;
      readonly direction: 'atLeast' | 'atMost';
    }
  | {
      readonly type: 'banded';
      readonly value: string;
      readonly bands: readonly { readonly from: string; readonly points: string; readonly word?: string }[];
    }
  | {
      readonly type: 'ranking';
      readonly value: string;
      readonly direction: 'atLeast' | 'atMost';
      readonly points: readonly string[];
    }
  | { readonly type: 'list'; readonly elements: readonly ElementText[]; readonly take: string }
  | { readonly type: 'share'; readonly elements: readonly ElementText[] }
  | {
      readonly type: 'growth';
      readonly value: string;
      /** Rate it must reach; absent where it only may not fall. */
      readonly atLeast?: string;
      readonly strictly: boolean;
      readonly direction: 'up' | 'down';
    }
  | { readonly type: 'countCapped'; readonly value: string; readonly each: string; readonly most: string }
  | { readonly type: 'deduct'; readonly value: string; readonly each: string }
  | { readonly type: 'judged'; readonly value: string }
  | { readonly type: 'information' }
  | {
      readonly type: 'parts';
      readonly parts: readonly { readonly name: string; readonly points: string; readonly rule: RuleText }[];
    };

export interface ElementText {
  readonly name: string;
  readonly met: string;
}

export function ruleText(rule: ScoringRule, scheme: Scheme, unit?: Unit): RuleText {
  const said = ({ text }: CompiledFormula): string => namedFormula(text, scheme);
  const limit = (formula: CompiledFormula, exact: Parameters<typeof showLimit>[0]): string =>
    showLimit(exact, unit ?? usualUnit(formula, scheme.items));
  switch (rule.type) {
    case 'threshold':
      return { type: 'threshold', met: said(rule.met) };
    case 'stepDown':
      return {
        type: 'stepDown',
        value: said(rule.value),
        target: said(rule.target),
        direction: rule.direction,
        step: limit(rule.value, rule.step),
        take: showPoints(rule.take),
      };
    case 'proportional':
      return { type: 'proportional', value: said(rule.value), target: said(rule.target), direction: rule.direction };
    case 'banded':
      return {
        type: 'banded',
        value: said(rule.value),
        bands: rule.bands.map(({ from, points, word }) => ({
          from: limit(rule.value, from),
          points: showPoints(points),
          ...(word === undefined ? {} : { word }),
        })),
      };
    case 'ranking':
      return {
        type: 'ranking',
        value: said(rule.value),
        direction: rule.direction,
        points: rule.points.map(showPoints),
      };
    case 'list':
      return { type: 'list', elements: rule.elements.map(elementText(said)), take: showPoints(rule.take) };
    case 'share':
      return { type: 'share', elements: rule.elements.map(elementText(said)) };
    case 'growth':
      return {
        type: 'growth',
        value: said(rule.value),
        ...(rule.atLeast.num === 0n ? {} : { atLeast: showLimit(rule.atLeast, '%') }),
        strictly: rule.strictly,
        direction: rule.direction,
      };
    case 'countCapped':
      return {
        type: 'countCapped',
        value: said(rule.value),
        each: showPoints(rule.each),
        most: showPoints(rule.most),
      };
    case 'deduct':
      return { type: 'deduct', value: said(rule.value), each: showPoints(rule.each) };
    case 'judged':
      return { type: 'judged', value: said(rule.value) };
    case 'information':
      return { type: 'information' };
    case 'parts':
      return {
        type: 'parts',
        parts: rule.parts.map((part) => ({
          name: part.name,
          points: showPoints(part.points),
          rule: ruleText(part.rule, scheme, unit),
        })),
      };
  }
}

const elementText =
  (said: (formula: CompiledFormula) => string) =>
  ({ name, met }: { readonly name: string; readonly met: CompiledFormula }): ElementText => ({ name, met: said(met) });
