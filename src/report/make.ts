/**
 * Makes a report from an evaluation and a bound template.
 *
 * 1. compile    (template bytes)                 => CompiledTemplate, TemplateData
 * 2. resolve    (TemplateData, Scheme)           => Expressions
 * 3. compose    (Material, Expressions, facts)   => answers with their walks
 * 4. render     (CompiledTemplate, answers)      => docx
 * 5. lint       (docx, traces)                   => findings
 *
 * A report with findings of severity error is rendered once more, marked 草稿: errors never stop it, they stop it
 * leaving unseen.
 */
import {
  compileTemplate,
  extractSlots,
  findOutside,
  markDraft,
  openWord,
  readData,
  readParagraphs,
  renderTemplate,
} from '../engines/word/index.ts';
import { bySeverity, type Finding, isError } from '../kernel/index.ts';
import { type Material, materialFor } from './collections.ts';
import { type Composition, compose } from './compose.ts';
import type { TemplateData, TraceFile } from './contract.ts';
import { draftLine } from './draft-line.ts';
import { compileExpressions, type Expressions } from './expressions.ts';
import { factsOf } from './facts.ts';
import { findingsOfHoles } from './gaps.ts';
import { lintReport } from './lint/index.ts';
import { type OfficeMarks, openMarks } from './office-marks.ts';
import { ReportProblem } from './problems.ts';
import { parseTemplateData } from './template-data.ts';

export interface ReportRequest extends Omit<Material, 'evaluee'> {
  readonly template: { readonly file: string; readonly bytes: Uint8Array };
  /** `YYYY-MM-DD`: 数据时点. */
  readonly asOf: string;
  /** What the office gave the paper already. */
  readonly office?: OfficeMarks;
  /** Name of the report in its trace, usually the file's. */
  readonly name: string;
}

export interface Report {
  readonly docx: Uint8Array;
  readonly trace: TraceFile;
  readonly material: Material;
  readonly findings: readonly Finding[];
  readonly draft: boolean;
  /** Places kept for the office that are still open: 发文字号, 签发人, 印发日期. */
  readonly leftOpen: readonly string[];
}

/** Throws `report.templateUnbound`, `report.schemeDiffers`, `report.noEvaluee` and the problems of the Word gate. */
export function makeReport(request: ReportRequest): Report {
  const material = materialFor(request.scheme, request.submission, request.evaluation);
  const compiled = compileTemplate(request.template.bytes, request.template.file);
  const data = dataOf(request);
  const expressions = compileExpressions(data, request.scheme);
  const render = (errors: number): { docx: Uint8Array; composition: Composition } => {
    const composition = compose(material, expressions, factsOf(request, material, errors));
    // The data part is written after the slots were answered, so it holds what was printed.
    const docx = renderTemplate(compiled, composition.resolver, {
      data: () => JSON.stringify(printedData(data, composition)),
    });
    return { docx, composition };
  };
  const first = render(0);
  const findings = [...compiled.findings, ...findingsOf(first.docx, first.composition, expressions, material, request)];
  // What the figures contradict is as much a reason to hold a report back as what its text does.
  const errors = [...request.submission.findings, ...request.evaluation.results.findings, ...findings].filter(
    isError,
  ).length;
  const last = errors === 0 ? first : render(errors);
  const unmarked = errors > 0 && !saysDraft(data);
  return {
    docx: unmarked ? markDraft(last.docx, request.name, draftLine(errors)) : last.docx,
    trace: traceOf(request, data, last.composition),
    material,
    findings,
    draft: errors > 0,
    leftOpen: openMarks(
      data.slots.map(({ value }) => value),
      request.office ?? {},
    ),
  };
}

/** Whether the template has a mark of its own for drafts. */
const saysDraft = ({ slots, blocks }: TemplateData): boolean =>
  [...slots.map(({ value }) => value), ...blocks.map(({ when }) => when ?? '')].some((text) =>
    text.includes('@draftErrors'),
  );

/** What a bound template holds beside its text. Throws `report.templateUnbound` and the problems of the Word gate. */
export function openTemplate({ bytes, file }: ReportRequest['template']): TemplateData {
  const text = readData(bytes, file);
  if (text === undefined) throw ReportProblem.templateUnbound({ file });
  return parseTemplateData(text, file);
}

function dataOf({ template, scheme }: ReportRequest): TemplateData {
  const data = openTemplate(template);
  if (data.scheme !== scheme.code) throw ReportProblem.schemeDiffers({ template: data.scheme, given: scheme.code });
  return data;
}

function findingsOf(
  docx: Uint8Array,
  composition: Composition,
  expressions: Expressions,
  material: Material,
  request: ReportRequest,
): readonly Finding[] {
  const word = openWord(docx, request.name);
  const lint = lintReport(readParagraphs(word), {
    year: material.scheme.year,
    asOf: request.asOf,
    traces: composition.traces,
    material,
  });
  const figures = [...request.submission.findings, ...request.evaluation.results.findings];
  const holes = findingsOfHoles(composition.holes, material, figures);
  return [...expressions.findings, ...once(composition.findings), ...holes, ...lint, ...findOutside(word)].sort(
    bySeverity,
  );
}

/** A block that repeats twenty times is told once. */
const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(
    findings.map((finding) => [`${finding.code}\t${finding.at.slot}\t${JSON.stringify(finding.data)}`, finding]),
  ).values(),
];

function printedData(data: TemplateData, { traces }: Composition): TemplateData {
  const printed = new Map(
    traces.filter(({ occurrence }) => occurrence === 0).map(({ slot, printed }) => [slot, printed]),
  );
  return {
    ...data,
    slots: data.slots.map((slot) => ({
      ...slot,
      ...(printed.has(slot.key) ? { printed: printed.get(slot.key) ?? '' } : {}),
    })),
  };
}

/** The traces a report made before would have from today's data, so that an edited copy can be held against them. */
export function tracesOf(
  report: { readonly file: string; readonly bytes: Uint8Array },
  material: Material,
  asOf: string,
): TraceFile['slots'] {
  const text = readData(report.bytes, report.file);
  if (text === undefined) return [];
  const data = parseTemplateData(text, report.file);
  const expressions = compileExpressions(data, material.scheme);
  const { resolver, traces } = compose(material, expressions, factsOf({ asOf }, material, 0));
  const repetition = new Map(data.slots.map((slot) => [slot.key, slot.in]));
  const lists = new Map<string, ReturnType<typeof resolver.each>>();
  const rowsOf = (key: string): ReturnType<typeof resolver.each> => {
    const rows = lists.get(key) ?? resolver.each(key, undefined);
    lists.set(key, rows);
    return rows;
  };
  for (const { key, occurrence } of extractSlots(report.bytes, report.file)) {
    if (!expressions.slots.has(key)) continue;
    const within = repetition.get(key);
    resolver.text(key, within === undefined ? undefined : rowsOf(within)[occurrence]);
  }
  return traces;
}

function traceOf(
  { scheme, asOf, name, submission }: ReportRequest,
  data: TemplateData,
  { traces }: Composition,
): TraceFile {
  const codes = new Set<string>(
    traces.flatMap(({ inputs, evidence }) => [
      ...[...inputs, ...evidence].flatMap(({ unit }) => unit ?? []),
      ...inputs.flatMap(({ coverage, leftOut = [] }) => [
        ...(coverage?.missing ?? []),
        ...leftOut.flatMap(({ units }) => units),
      ]),
    ]),
  );
  const named = submission.org.units.filter(({ code }) => codes.has(code));
  return {
    report: name,
    template: data.template,
    scheme: scheme.code,
    version: scheme.version,
    year: scheme.year,
    asOf,
    units: Object.fromEntries(named.map(({ code, name }) => [code, name])),
    slots: traces,
  };
}
