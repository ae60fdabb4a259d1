/** `luzhi bind`: a plain template and a bindings file become a template that asks for its figures. */
import { attachData, bindTemplate, extractSlots } from '../engines/word/index.ts';
import type { Finding } from '../kernel/index.ts';
import type { Scheme } from '../scheme/on-files.ts';
import { parseBindings, planBindings } from './bindings.ts';
import type { TemplateData } from './contract.ts';
import { compileExpressions } from './expressions.ts';
import { ReportProblem } from './problems.ts';

export interface BoundTemplate {
  readonly bytes: Uint8Array;
  /** Those whose place was found. */
  readonly slots: number;
  readonly findings: readonly Finding[];
}

/** Expressions are checked against the scheme at once, so a bad one is found here and not in April. */
export function bindReport(
  template: { readonly file: string; readonly bytes: Uint8Array },
  bindings: { readonly file: string; readonly text: string },
  scheme: Scheme,
): BoundTemplate {
  const file = parseBindings(bindings.text, bindings.file);
  if (file.scheme !== scheme.code) throw ReportProblem.schemeDiffers({ template: file.scheme, given: scheme.code });
  const plan = planBindings(file);
  const data: TemplateData = { ...plan.data, version: scheme.version };
  const { findings } = compileExpressions(data, scheme);
  const bound = bindTemplate(template.bytes, plan.word, template.file);
  return {
    bytes: attachData(bound.bytes, JSON.stringify(data)),
    slots: new Set(extractSlots(bound.bytes, template.file).map(({ key }) => key)).size,
    findings: [...findings, ...bound.findings],
  };
}
