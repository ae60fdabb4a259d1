/** Candidates with what each would print from this year's data, in every format it may be printed in. */
import type { Walk } from '../../evaluate/on-files.ts';
import type { Gap, ItemCode } from '../../kernel/index.ts';
import { type Material, scopesOf } from '../collections.ts';
import { compileExpressions } from '../expressions.ts';
import { gapWords } from '../gaps.ts';
import { printOutcome } from '../print.ts';
import { asNumber, type Facts, type Scope, withFacts } from '../scope.ts';
import type { Candidate } from '../suggest/index.ts';

export interface Offer extends Omit<Candidate, 'formats' | 'score'> {
  readonly formats: readonly Printed[];
  /** How the value comes about. */
  readonly how?: Walk['how'];
  readonly reported?: number;
  readonly of?: number;
  /** Words that would stand there twice. */
  readonly doubles?: string;
}

export type Printed = { readonly format: string } & ({ readonly printed: string } | { readonly missing: string });

export interface Printer {
  /** `row`: as it would stand in the first row of the counties. */
  print(value: string, format: string, row?: boolean): Printed;
  offer(candidate: Candidate, row?: boolean): Offer;
}

export function openPrinter(material: Material, facts: Facts): Printer {
  const { evaluation, evaluee, scheme } = material;
  const root = withFacts(evaluation.context(evaluee.code), facts);
  const base: Scope = { name: evaluee.name, context: root, behind: () => ({ walks: [], scores: [], evidence: [] }) };
  const [county] = scopesOf({ list: 'counties', most: 1 }, material, base);
  const known = new Map<string, Printed>();
  const evaluateOne = (value: string, format: string, row: boolean): Printed => {
    const slots = [{ key: 's001', label: value, value, format }];
    const data = { template: '', scheme: scheme.code, version: scheme.version, slots, blocks: [] };
    const slot = compileExpressions(data, scheme).slots.get('s001');
    if (slot === undefined) return { format, missing: '' };
    const read = slot.formula.evaluate(row ? (county?.context ?? root) : root);
    const outcome = slot.format.kind === 'text' ? read : asNumber(read);
    return outcome.kind === 'gap'
      ? { format, missing: gapWords(outcome as Gap, material) }
      : { format, printed: printOutcome(outcome, slot.format, material) };
  };
  const print: Printer['print'] = (value, format, row = false) => {
    const key = `${value}\t${format}\t${row}`;
    const found = known.get(key) ?? evaluateOne(value, format, row);
    known.set(key, found);
    return found;
  };
  return {
    print,
    offer({ expression, name, formats, reasons }, row = false) {
      const walk = scheme.items.has(expression as ItemCode)
        ? evaluation.walk(expression as ItemCode, evaluee.code)
        : undefined;
      return {
        expression,
        name,
        reasons,
        formats: formats.map((format) => print(expression, format, row)),
        ...(walk === undefined ? {} : { how: walk.how }),
        ...(walk?.coverage === undefined ? {} : { reported: walk.coverage.reported, of: walk.coverage.of }),
      };
    },
  };
}
