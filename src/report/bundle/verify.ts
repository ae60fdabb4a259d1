/**
 * A bundle held against itself, with no database and no network:
 *
 * 1. its contents against the hashes of the manifest, the manifest against its seal
 * 2. the scheme and the data evaluated anew, to the digit, against its results
 * 3. the report composed anew from template and data, figure by figure, against trace and Word file
 * 4. the issued copy against the report, word for word
 * 5. the audit chain, link by link
 */
import { readArchive } from '../../engines/ooxml/index.ts';
import { extractSlots } from '../../engines/word/index.ts';
import { evaluate, type Results, RULES_VERSION } from '../../evaluate/on-files.ts';
import type { Finding } from '../../kernel/index.ts';
import { resolveScheme } from '../../scheme/on-files.ts';
import type { TraceFile } from '../contract.ts';
import { makeReport } from '../make.ts';
import { ReportProblem } from '../problems.ts';
import { verifyAuditLines } from './audit-lines.ts';
import { compareIssued } from './compare-issued.ts';
import { parseFrozen, submissionOf } from './frozen.ts';
import { hashOf, MANIFEST, type Manifest, parseManifest, sealOf } from './manifest.ts';
import { CONTENTS, SCHEME_FOLDER } from './pack.ts';
import { isSamePrint } from './same-print.ts';

export interface BundleVerdict {
  readonly manifest: Manifest;
  /** Points and values recomputed, figures of the report compared, links of the chain walked. */
  readonly counted: { readonly results: number; readonly figures: number; readonly links: number };
  readonly findings: readonly Finding[];
}

type Contents = ReadonlyMap<string, Uint8Array>;
const NOT_COUNTED = { results: 0, figures: 0, links: 0 };

/** Throws `report.bundleUnreadable` for a file that is none, and the problems of the zip gate. */
export function verifyBundle(bytes: Uint8Array, file: string): BundleVerdict {
  const contents = readArchive(bytes, file);
  const manifest = parseManifest(contents.get(MANIFEST));
  if (manifest === undefined) throw ReportProblem.bundleUnreadable({ file });
  const kept = verifyContents(contents, manifest);
  const chain = verifyAuditLines(contents.get(CONTENTS.audit) ?? new Uint8Array(), manifest.auditHead);
  // What is missing cannot be recomputed; what was changed can, and is told figure by figure.
  if (kept.some(({ code }) => code === 'bundle.content.missing'))
    return { manifest, counted: { ...NOT_COUNTED, links: chain.rows }, findings: [...kept, ...chain.findings] };
  const again = recompute(contents, manifest);
  return {
    manifest,
    counted: { ...again.counted, links: chain.rows },
    findings: [...kept, ...again.findings, ...chain.findings],
  };
}

const told = (code: string, data: Finding['data'], at: Finding['at'] = {}): Finding => ({
  code,
  severity: 'error',
  at,
  data,
});

function verifyContents(contents: Contents, manifest: Manifest): Finding[] {
  const listed = new Map(manifest.contents.map((each) => [each.name, each]));
  const wanted = new Set<string>([...listed.keys(), ...Object.values(CONTENTS)]);
  return [
    ...(sealOf(manifest) === manifest.seal ? [] : [told('bundle.seal.broken', {}, { file: MANIFEST })]),
    ...[...wanted].flatMap((name) => {
      const content = contents.get(name);
      if (content === undefined) return [told('bundle.content.missing', { name }, { file: name })];
      return hashOf(content) === listed.get(name)?.sha256
        ? []
        : [told('bundle.content.changed', { name }, { file: name })];
    }),
    ...[...contents.keys()].flatMap((name) =>
      wanted.has(name) || name === MANIFEST ? [] : [told('bundle.content.foreign', { name }, { file: name })],
    ),
  ];
}

function recompute(contents: Contents, manifest: Manifest): Pick<BundleVerdict, 'counted' | 'findings'> {
  const text = (name: string): string => Buffer.from(contents.get(name) ?? '').toString('utf8');
  const schemeFiles = [...contents.keys()]
    .filter((name) => name.startsWith(SCHEME_FOLDER))
    .sort()
    .map((name) => ({ file: name.slice(SCHEME_FOLDER.length), text: text(name) }));
  const { scheme } = resolveScheme(schemeFiles);
  if (scheme === undefined || scheme.hash !== manifest.schemeHash)
    return { counted: NOT_COUNTED, findings: [told('bundle.scheme.differs', { scheme: manifest.scheme })] };
  if (manifest.rules !== RULES_VERSION)
    return {
      counted: NOT_COUNTED,
      findings: [told('bundle.rules.other', { made: manifest.rules, here: RULES_VERSION })],
    };
  try {
    const submission = submissionOf(parseFrozen(text(CONTENTS.data)), scheme);
    const evaluation = evaluate(scheme, submission, { asOf: manifest.asOf });
    const said = JSON.parse(text(CONTENTS.results)) as Results;
    const results = compareResults(said, evaluation.results);
    const trace = JSON.parse(text(CONTENTS.trace)) as TraceFile;
    const template = { file: CONTENTS.template, bytes: contents.get(CONTENTS.template) ?? new Uint8Array() };
    const made = makeReport({ scheme, submission, evaluation, asOf: manifest.asOf, template, name: trace.report });
    const report = contents.get(CONTENTS.report) ?? new Uint8Array();
    const figures = compareFigures({ trace, results: said }, made.trace, report, manifest);
    return {
      counted: { results: results.counted, figures: figures.counted, links: 0 },
      findings: [
        ...results.findings,
        ...figures.findings,
        ...compareIssued(report, contents.get(CONTENTS.issued) ?? new Uint8Array(), trace, manifest),
      ],
    };
  } catch (error) {
    // A content that was tampered with may no longer be what its readers expect; that is the verdict, not a crash.
    return {
      counted: NOT_COUNTED,
      findings: [told('bundle.content.useless', { fault: (error as Error).message.slice(0, 200) })],
    };
  }
}

interface Compared {
  readonly counted: number;
  readonly findings: readonly Finding[];
}

/** The first release called a leaf met whose points were rounded up to all there are; at full points the two are one. */
const verdictOf = ({ points, of, verdict }: Results['units'][number]['results'][number]): string =>
  verdict === 'met' && points === of ? 'partly' : verdict;

/** Points, value and verdict of each leaf, sum and grade of each unit. */
function compareResults(said: Results, made: Results): Compared {
  const lines = (of: Results): ReadonlyMap<string, string> =>
    new Map(
      of.units.flatMap(({ code, score, bonus, grade, results }) => [
        [`${code}\t`, `${score} ${bonus} ${grade}`] as const,
        ...results.map(
          (leaf) => [`${code}\t${leaf.code}`, JSON.stringify([leaf.points, leaf.value, verdictOf(leaf)])] as const,
        ),
      ]),
    );
  const [was, is] = [lines(said), lines(made)];
  const findings = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [unit = '', indicator = ''] = key.split('\t');
    if (was.get(key) === is.get(key)) return [];
    return [
      told(
        'bundle.result.differs',
        { unit, indicator, was: was.get(key) ?? '', is: is.get(key) ?? '' },
        { unit, ...(indicator === '' ? {} : { indicator }) },
      ),
    ];
  });
  return { counted: is.size, findings };
}

/**
 * Counts of what a release of the program lists: errors of a draft, which depend on checks of entry that a bundle does not
 * hold, and problems worth naming. What they count is recomputed point by point.
 */
const OF_LISTS = /@(?:draftErrors|lostCount)/;
/** Why a leaf has its points, in the words of the release. */
const REASON = '@why';

interface Said {
  readonly trace: TraceFile;
  readonly results: Results;
}

/**
 * What the data prints anew, against the trace and against the Word file; a reason is as good in the words of the results
 * beside it, whose points are recomputed. An edited report may say otherwise, and says so.
 */
function compareFigures(said: Said, made: TraceFile, report: Uint8Array, { kind }: Manifest): Compared {
  const key = ({ slot, occurrence }: { readonly slot: string; readonly occurrence: number }) => `${slot}.${occurrence}`;
  const printed = new Map(made.slots.filter(({ formula }) => !OF_LISTS.test(formula)).map((each) => [key(each), each]));
  const traced = new Map(said.trace.slots.map((each) => [key(each), each.printed]));
  const reasons = new Set(said.results.units.flatMap(({ results }) => results.map(({ why }) => why)));
  const holds = (was: string, { printed: is, formula }: TraceFile['slots'][number]): boolean =>
    isSamePrint(was, is) || (formula === REASON && reasons.has(was.trim()));
  const findings: Finding[] = [];
  const differs = (where: string, label: string, was: string, is: string): void => {
    const severity = where === 'report.docx' && kind === 'edited' ? 'hint' : 'error';
    findings.push({ code: 'bundle.figure.differs', severity, at: { file: where }, data: { label, was, is, where } });
  };
  for (const [at, slot] of printed) {
    const was = traced.get(at) ?? '';
    if (!holds(was, slot)) differs(CONTENTS.trace, slot.label, was, slot.printed);
  }
  for (const { key: slot, occurrence, label, text } of extractSlots(report, CONTENTS.report)) {
    const is = printed.get(`${slot}.${occurrence}`);
    if (is !== undefined && !holds(text, is)) differs(CONTENTS.report, label, text, is.printed);
  }
  return { counted: printed.size, findings };
}
