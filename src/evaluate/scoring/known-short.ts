/**
 * What is known not to be reached of a leaf that cannot be scored yet: a fall that was filed stays a fall, whoever else
 * still owes last year's figure.
 */
import type { FormulaContext } from '../../engines/formula/index.ts';
import type { ScoringRule } from '../../scheme/on-files.ts';

/** Names of elements and of parts, in the order of the rule. */
export function knownShort(rule: ScoringRule, context: FormulaContext): readonly string[] {
  const fails = (met: { evaluate(of: FormulaContext): ReturnType<FormulaContext['item']> }): boolean => {
    const outcome = met.evaluate(context);
    return outcome.kind === 'truth' && !outcome.truth;
  };
  if (rule.type === 'parts')
    return rule.parts.flatMap(({ name, rule: inner }) =>
      inner.type === 'threshold' ? (fails(inner.met) ? [name] : []) : knownShort(inner, context),
    );
  return 'elements' in rule ? rule.elements.flatMap(({ name, met }) => (fails(met) ? [name] : [])) : [];
}
