/**
 * Answers a compiled template's questions from an evaluation and remembers each answer with its walk.
 *
 * 1. evaluate the slot's expression in its scope  => Outcome
 * 2. print it in the slot's format                => text, or a gap's word with a finding
 * 3. note the walk back                           => SlotTrace
 */
import type { Resolver } from '../engines/word/index.ts';
import { type Finding, type Gap, unitDefinition } from '../kernel/index.ts';
import { behindReport } from './behind.ts';
import { type Material, ownEvidence, resultOf, scopesOf } from './collections.ts';
import type { SlotTrace } from './contract.ts';
import type { Expressions } from './expressions.ts';
import { gapWords, type Hole } from './gaps.ts';
import { lostPoints } from './lost-points.ts';
import { exactText, printOutcome } from './print.ts';
import { asNumber, type Facts, type Scope, withFacts } from './scope.ts';
import { openTracer } from './trace.ts';

export interface Composition {
  readonly resolver: Resolver<Scope>;
  /** Filled while the template is rendered. */
  readonly traces: SlotTrace[];
  readonly findings: Finding[];
  readonly holes: Hole[];
}

/** What stands where a value should be; a finding beside it names what is missing. */
const GAP_WORD = '【缺】';
const gapWord = ({ why }: Gap): string => (why === 'not-applicable' ? '—' : GAP_WORD);

export function compose(material: Material, expressions: Expressions, facts: Facts): Composition {
  const root: Scope = {
    name: material.evaluee.name,
    behind: behindReport(
      resultOf(material),
      lostPoints(material).map(({ code }) => code),
      ownEvidence(material),
    ),
    context: withFacts(material.evaluation.context(material.evaluee.code), facts),
  };
  const traces: SlotTrace[] = [];
  const findings: Finding[] = [];
  const holes: Hole[] = [];
  const occurrences = new Map<string, number>();
  const trace = openTracer(material);

  const text = (key: string, scope: Scope = root): string => {
    const slot = expressions.slots.get(key);
    if (slot === undefined) {
      // One whose expression or format is wrong was told of when it was compiled.
      if (!expressions.findings.some(({ at }) => at.slot === key))
        findings.push({ code: 'report.slot.unknown', severity: 'error', at: { slot: key }, data: { slot: key } });
      return GAP_WORD;
    }
    const outcome =
      slot.format.kind === 'text'
        ? slot.formula.evaluate(scope.context)
        : asNumber(slot.formula.evaluate(scope.context));
    const printed = outcome.kind === 'gap' ? gapWord(outcome) : printOutcome(outcome, slot.format, material);
    // In a row of a table a dash says that the unit is not asked; in a sentence it would be a hole.
    if (outcome.kind === 'gap' && (outcome.why !== 'not-applicable' || scope === root))
      holes.push({ slot: key, label: slot.label, gap: outcome });
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    const walk = trace(slot.formula, scope);
    const exact =
      outcome.kind === 'measure'
        ? { exact: exactText(outcome.exact), unit: unitDefinition(slot.format.unit).family.base }
        : {};
    traces.push({ slot: key, label: slot.label, occurrence, printed, ...exact, formula: slot.formula.text, ...walk });
    return printed;
  };

  const shown = (key: string, scope: Scope = root): boolean => {
    const condition = expressions.conditions.get(key);
    if (condition === undefined) return true;
    const outcome = condition.formula.evaluate(scope.context);
    if (outcome.kind === 'truth') return outcome.truth;
    const missing = outcome.kind === 'gap' ? gapWords(outcome, material) : '';
    findings.push({
      code: 'report.block.undecided',
      severity: 'warn',
      at: { slot: key },
      data: { label: condition.label, missing, ...(material.submission.onlyAccepted ? { accepted: true } : {}) },
    });
    return false;
  };

  const each = (key: string, scope: Scope = root): readonly Scope[] => {
    const list = expressions.lists.get(key);
    return list === undefined ? [] : scopesOf(list, material, scope);
  };

  return { resolver: { text, shown, each }, traces, findings, holes };
}
