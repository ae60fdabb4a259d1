/** A scheme as it would be with other limits: 「达标线若为 90%」. What a leaf is held against changes, nothing else. Pure. */
import { type CompiledFormula, compileFormula, type FormulaNames } from '../../engines/formula/index.ts';
import { type Finding, measure, type Rational } from '../../kernel/index.ts';
import { parseAmount, type Scheme, type SchemeIndicator, type ScoringRule } from '../../scheme/on-files.ts';
import { limitOf } from '../why.ts';

export interface SupposedLimit {
  readonly indicator: string;
  /** Of a leaf whose rule has parts: the name of one; not asked where only one part has a limit. */
  readonly part?: string;
  /** `90%`, `16`, `1200元`. */
  readonly limit: string;
}

type Refuse = (code: string) => Finding;

/** What cannot be supposed is found, all at once. */
export function withLimits(
  scheme: Scheme,
  limits: readonly SupposedLimit[],
): { readonly scheme: Scheme; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const changed = new Map<string, SchemeIndicator>();
  for (const supposed of limits) {
    const { indicator: code, part = '', limit } = supposed;
    const refuse: Refuse = (fault) => ({
      code: fault,
      severity: 'error',
      at: { indicator: code },
      data: { indicator: code, part, limit },
    });
    const indicator = changed.get(code) ?? scheme.indicators.find((each) => each.code === code);
    const rule = indicator?.leaf && supposedRule(indicator.leaf.rule, supposed, scheme, refuse);
    if (indicator?.leaf === undefined || rule === undefined) findings.push(refuse('evaluate.suppose.noLimit'));
    else if ('code' in rule) findings.push(rule);
    else changed.set(code, { ...indicator, leaf: { ...indicator.leaf, rule } });
  }
  const indicators = scheme.indicators.map((each) => changed.get(each.code) ?? each);
  return { scheme: { ...scheme, indicators }, findings };
}

function supposedRule(
  rule: ScoringRule,
  supposed: SupposedLimit,
  scheme: Scheme,
  refuse: Refuse,
): ScoringRule | Finding | undefined {
  const { part: name, limit } = supposed;
  if (rule.type !== 'parts') return name === undefined ? limited(rule, limit, scheme, refuse) : undefined;
  const limitable = rule.parts.filter(
    (part) => (name === undefined || part.name === name) && limited(part.rule, limit, scheme, refuse) !== undefined,
  );
  const [only, ...others] = limitable;
  if (only === undefined || others.length > 0) return undefined;
  const made = limited(only.rule, limit, scheme, refuse);
  if (made === undefined || 'code' in made) return made;
  return { ...rule, parts: rule.parts.map((part) => (part === only ? { ...part, rule: made } : part)) };
}

type SimpleRule = Exclude<ScoringRule, { type: 'parts' }>;

/** Undefined for a rule that is not held against one limit. */
function limited(rule: SimpleRule, text: string, scheme: Scheme, refuse: Refuse): SimpleRule | Finding | undefined {
  const wrong = refuse('evaluate.suppose.limitForm');
  const amount = parseAmount(text);
  const exactFor = (dimension: string): Rational | undefined =>
    amount?.dimension === undefined || amount.dimension === dimension ? amount?.exact : undefined;
  if (rule.type === 'proportional' || rule.type === 'stepDown') {
    const exact = exactFor(rule.value.dimension);
    return exact === undefined ? wrong : { ...rule, target: constant(text, exact, rule.value) };
  }
  if (rule.type === 'growth') {
    const exact = exactFor('');
    return exact === undefined ? wrong : { ...rule, atLeast: exact };
  }
  if (rule.type !== 'threshold' || limitOf(rule.met) === undefined) return undefined;
  const condition = rule.met.text.trim().replace(/\d[\d.]*%?$/, text);
  const compiled = compileFormula(condition, namesOf(scheme));
  return compiled.ok && limitOf(compiled.formula) !== undefined ? { ...rule, met: compiled.formula } : wrong;
}

const constant = (text: string, exact: Rational, { dimension }: CompiledFormula): CompiledFormula => ({
  text,
  type: 'number',
  dimension,
  uses: [],
  ledgers: [],
  attributes: [],
  indicators: [],
  evaluate: () => measure(exact, dimension),
});

/** A condition of one comparison, with no function in it, names items alone. */
const namesOf = ({ items }: Scheme): FormulaNames => ({
  item: (name) => items.get(name as never) ?? [...items.values()].find((item) => item.name === name),
  attribute: () => false,
  ledger: () => undefined,
  indicator: () => false,
});
