/** One evaluee judged: leaves scored and rounded once, summed as they are printed, graded on that sum. */
import type { CompiledFormula, FormulaContext, Outcome } from '../engines/formula/index.ts';
import {
  add,
  compare,
  type Finding,
  type Gap,
  isZero,
  printDecimal,
  type Rational,
  round,
  ZERO,
} from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme, SchemeClause, SchemeIndicator, ScoringRule } from '../scheme/on-files.ts';
import { type IndicatorResult, type NumberJson, PENDING, type UnitResult, type Verdict } from './contract.ts';
import { credibilityOf } from './credibility.ts';
import { bonusOf, changeGrade, decideClauses, gradeOf } from './grade.ts';
import { inputsOf } from './inputs.ts';
import { sayLeftOut } from './left-out.ts';
import { gapJson, numberJson, show } from './print.ts';
import { knownShort } from './scoring/known-short.ts';
import { score } from './scoring/score.ts';
import { SELF_SCORE, scoreStated, selfScoreOf, VERIFIED_SCORE } from './self-score.ts';
import { levelOf, type Places } from './units.ts';
import type { ValueOf } from './values.ts';
import { undecided, usualUnit } from './why.ts';
import { isWithin } from './within.ts';

export interface Court {
  readonly scheme: Scheme;
  readonly places: Places;
  readonly valueAt: ValueOf;
  context(unit: OrgUnit): FormulaContext;
  peers(value: CompiledFormula, unit: OrgUnit): readonly Outcome[];
}

export interface LeafScore {
  readonly indicator: SchemeIndicator;
  readonly outcome: { readonly points: Rational } | Gap;
  readonly result: IndicatorResult;
}

export const judgedOn = (scheme: Scheme, unit: OrgUnit): SchemeIndicator[] =>
  scheme.indicators.filter(({ leaf }) => leaf?.levels.includes(levelOf(unit)));

/** Formulas of a rule, for its inputs and its text. */
export function formulasOf(rule: ScoringRule): readonly CompiledFormula[] {
  if (rule.type === 'parts') return rule.parts.flatMap((part) => formulasOf(part.rule));
  if ('elements' in rule) return rule.elements.map(({ met }) => met);
  const found: CompiledFormula[] = [];
  if ('met' in rule) found.push(rule.met);
  if ('value' in rule) found.push(rule.value);
  if ('target' in rule) found.push(rule.target);
  return found;
}

export function scoreLeaf(indicator: SchemeIndicator, unit: OrgUnit, court: Court): LeafScore {
  const { scheme, places } = court;
  const { leaf } = indicator;
  if (leaf === undefined) throw new Error(`not a leaf: ${indicator.code}`);
  const context = court.context(unit);
  const got = score(leaf.rule, {
    context,
    full: indicator.points,
    items: scheme.items,
    ...(leaf.value === undefined ? {} : { shown: leaf.value }),
    ...(leaf.unit === undefined ? {} : { unit: leaf.unit }),
    peers: (value) => court.peers(value, unit),
  });
  const formulas = formulasOf(leaf.rule);
  const outcome = 'kind' in got ? got : { points: round(got.points, scheme.pointsDecimals, scheme.tie) };
  const shownBy = leaf.value ?? ('value' in leaf.rule ? leaf.rule.value : undefined);
  const read = shownBy?.evaluate(context);
  // A rise from nothing has no rate; the rule is decided on the difference, which the sentence says.
  const rateless =
    leaf.rule.type === 'growth' && 'points' in outcome && read?.kind === 'gap' && read.why === 'divided-by-zero';
  const value = rateless ? undefined : read;
  const shownUnit = leaf.unit ?? (shownBy === undefined ? '1' : usualUnit(shownBy, scheme.items));
  const verdict = verdictOf(leaf.rule, got, indicator.points);
  const inputs = inputsOf(leaf.value === undefined ? formulas : [...formulas, leaf.value], unit.code, court);
  return {
    indicator,
    outcome,
    result: {
      code: indicator.code,
      name: indicator.name,
      ...(value?.kind === 'measure' ? { value: numberJson(value, shownUnit) } : {}),
      ...(value?.kind === 'gap' ? { value: gapJson(value) } : {}),
      shown: value === undefined ? '' : show(value, shownUnit),
      ...('points' in outcome ? { points: printDecimal(outcome.points, scheme.pointsDecimals) } : {}),
      of: printDecimal(indicator.points, scheme.pointsDecimals),
      verdict,
      formula: formulas.map(({ text }) => text).join('; '),
      inputs,
      why: `${'kind' in got ? openOf(got, leaf.rule, context, court) : whyOf(got, outcome, verdict, scheme)}${sayLeftOut(inputs, places)}`,
    },
  };
}

/** 「无法判定：缺 白渡县 2024年 生均支出。已知未达到：普通初中。」 */
function openOf(got: Gap, rule: ScoringRule, context: FormulaContext, { scheme, places }: Court): string {
  const known = knownShort(rule, context);
  return `${undecided(got, scheme, places)}${known.length === 0 ? '' : `已知未达到：${known.join('、')}。`}`;
}

/** By the points before they are rounded: 99.7 % of a leaf is not the leaf, though it prints as full marks. */
function verdictOf(rule: ScoringRule, got: LeafScore['outcome'], full: Rational): Verdict {
  if (rule.type === 'information') return 'information';
  if (!('points' in got)) return 'undecided';
  if (compare(got.points, full) >= 0) return 'met';
  return isZero(got.points) ? 'unmet' : 'partly';
}

/** 「实际 84.96%，未达到 85%，得 0 分。」「6 项中 4 项达到，得 4 × 4/6 = 2.67 分。」 */
function whyOf(
  got: { readonly because: string; readonly sum?: string },
  outcome: LeafScore['outcome'],
  verdict: Verdict,
  scheme: Scheme,
): string {
  if (verdict === 'information' || !('points' in outcome)) return `${got.because}。`;
  const printed = printDecimal(outcome.points, scheme.pointsDecimals);
  const points = printed.includes('.') ? printed.replace(/0{1,6}$/, '').replace(/\.$/, '') : printed;
  return `${got.because}，得 ${got.sum === undefined ? '' : `${got.sum} = `}${points} 分。`;
}

export interface Judged {
  readonly result: UnitResult;
  readonly findings: readonly Finding[];
}

export function judgeUnit(unit: OrgUnit, leaves: readonly LeafScore[], court: Court): Judged {
  const { scheme } = court;
  const context = court.context(unit);
  const level = levelOf(unit);
  const print = (value: Rational): string => printDecimal(value, scheme.pointsDecimals);
  const sum = sumOf(leaves);
  const bonus = bonusOf(scheme, context);
  const open = leaves.filter(({ result }) => result.verdict === 'undecided').map(({ indicator }) => indicator.code);
  const vetoes = decideClauses(scheme.vetoes, level, context);
  const downgrades = decideClauses(scheme.downgrades, level, context);
  const ceilings = decideClauses(scheme.ceilings, level, context);
  const unclear = [...vetoes.open, ...downgrades.open, ...ceilings.open];
  const bySum = open.length > 0 ? PENDING : gradeOf(add(sum, bonus), scheme.grades);
  // A veto holds whatever the missing points will be; anything else waits for them.
  const settled = vetoes.holding.length > 0 || (open.length === 0 && unclear.length === 0);
  const grade = settled
    ? changeGrade(bySum, scheme.grades, vetoes.holding.length > 0, downgrades.holding.length > 0, ceilings.holding)
    : PENDING;
  const say = (lead: string, tail: string) => (clause: SchemeClause) => ({
    code: clause.code,
    name: clause.name,
    why: `${lead}：${clause.name}（${unit.name}）。${tail}`,
  });
  const selfScore = selfScoreOf(unit, open.length === 0 ? add(sum, bonus) : undefined, court);
  const credibility = statedCredibility(unit, court);
  return {
    result: {
      unit: unit.name,
      code: unit.code,
      level,
      score: print(sum),
      of: print(leaves.reduce((total, { indicator }) => add(total, indicator.points), ZERO)),
      bonus: print(bonus),
      gradeBySum: bySum,
      grade,
      vetoes: vetoes.holding.map(say('触发一票否决情形', `总分不变，按方案等次为${grade}。`)),
      ...(vetoes.open.length === 0
        ? {}
        : { openVetoes: vetoes.open.map(({ clause: { code, name } }) => ({ code, name })) }),
      downgrades: downgrades.holding.map(say('触发降等情形', `总分不变，${loweredBy(scheme, bySum, grade)}。`)),
      ceilings: ceilings.holding.map((clause) =>
        say('触发限等情形', `总分不变，按方案不得评为${clause.grade}。`)(clause),
      ),
      ...(selfScore === undefined ? {} : { selfScore }),
      ...(credibility === undefined ? {} : { credibility }),
      undecided: open,
      results: leaves.map(({ result }) => result),
      sections: sectionsOf(scheme, leaves).map(({ indicator, score: got, of }) => ({
        code: indicator.code,
        name: indicator.name,
        score: print(got),
        of: print(of),
      })),
    },
    findings: [
      ...unclear.map(
        ({ clause, gap }): Finding => ({
          code: 'evaluate.clause.undecided',
          severity: 'warn',
          at: { unit: unit.code },
          data: { unit: unit.name, clause: clause.name, missing: undecided(gap, scheme, court.places) },
        }),
      ),
      // What lowers a grade is never left for somebody to come upon in a table.
      ...[...vetoes.holding, ...downgrades.holding].map(
        (clause): Finding => ({
          code: 'evaluate.clause.holds',
          severity: 'warn',
          at: { unit: unit.code },
          data: { unit: unit.name, clause: clause.name, vetoes: vetoes.holding.includes(clause), grade },
        }),
      ),
    ],
  };
}

/** The lowest grade has none below it. */
function loweredBy({ grades }: Scheme, bySum: string, grade: string): string {
  return bySum === grades.at(-1)?.name ? `${bySum}已是最低等次，不再降低` : `按方案降低一个等次：${bySum} → ${grade}`;
}

export const sumOf = (leaves: readonly LeafScore[]): Rational =>
  leaves.reduce((sum, { outcome }) => ('points' in outcome ? add(sum, outcome.points) : sum), ZERO);

function sectionsOf(scheme: Scheme, leaves: readonly LeafScore[]) {
  return scheme.indicators
    .filter(({ leaf }) => leaf === undefined)
    .map((indicator) => ({ indicator, inside: leaves.filter((leaf) => isWithin(leaf.indicator.code, indicator.code)) }))
    .filter(({ inside }) => inside.length > 0)
    .map(({ indicator, inside }) => ({
      indicator,
      score: sumOf(inside),
      of: inside.reduce((total, leaf) => add(total, leaf.indicator.points), ZERO),
    }));
}

/** Reference 3.5: 1 - |self - verified| / self, when both are stated for the unit. */
function statedCredibility(unit: OrgUnit, court: Court): NumberJson | undefined {
  if (!court.scheme.credibility) return undefined;
  const [self, verified] = [SELF_SCORE, VERIFIED_SCORE].map((item) => scoreStated(item, unit, court));
  const exact = self === undefined || verified === undefined ? undefined : credibilityOf(self, verified);
  return exact === undefined ? undefined : numberJson({ kind: 'measure', exact, dimension: '' }, '1');
}
