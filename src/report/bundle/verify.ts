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
import { type Finding, Problem } from '../../kernel/index.ts';
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

/** Throws `report.bundleUnreadable` for a file that is none, `bundleDamaged`, and what else the zip gate refuses. */
export function verifyBundle(bytes: Uint8Array, file: string): BundleVerdict {
  const contents = archiveOf(bytes, file);
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

/** A bundle is not opened in an office program: what the gate says of papers would lead astray. */
function archiveOf(bytes: Uint8Array, file: string): Contents {
  try {
    return readArchive(bytes, file);
  } catch (error) {
    if (!(error instanceof Problem) || !DAMAGED.has(error.code)) throw error;
    throw ReportProblem.bundleDamaged({ file, part: String(error.data.part ?? '') });
  }
}
const DAMAGED: ReadonlySet<string> = new Set(['ooxml.damaged', 'ooxml.truncated']);

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
  const counted = { ...NOT_COUNTED };
  const findings: Finding[] = [];
  // A content that was tampered with may no longer be what its readers expect: that is the verdict, and the rest is looked at.
  const attempt = <T>(name: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      findings.push(
        told('bundle.content.useless', { name, fault: (error as Error).message.slice(0, 200) }, { file: name }),
      );
      return undefined;
    }
  };
  const bytes = (name: string): Uint8Array => contents.get(name) ?? new Uint8Array();
  const again = attempt(CONTENTS.data, () => {
    const submission = submissionOf(parseFrozen(text(CONTENTS.data)), scheme);
    return { submission, evaluation: evaluate(scheme, submission, { asOf: manifest.asOf }) };
  });
  if (again === undefined) return { counted, findings };
  const said = attempt(CONTENTS.results, () => {
    const read = JSON.parse(text(CONTENTS.results)) as Results;
    const results = compareResults(
      read,
      again.evaluation.results,
      (code) => again.submission.org.find(code)?.name ?? code,
    );
    counted.results = results.counted;
    findings.push(...results.findings);
    return read;
  });
  const trace = attempt(CONTENTS.trace, () => JSON.parse(text(CONTENTS.trace)) as TraceFile);
  if (trace === undefined) return { counted, findings };
  const made = attempt(CONTENTS.template, () => {
    const template = { file: CONTENTS.template, bytes: bytes(CONTENTS.template) };
    return makeReport({ scheme, ...again, asOf: manifest.asOf, template, name: trace.report });
  });
  attempt(CONTENTS.report, () => {
    if (made === undefined) return;
    const results = said ?? again.evaluation.results;
    const figures = compareFigures({ trace, results }, made.trace, bytes(CONTENTS.report), manifest);
    counted.figures = figures.counted;
    findings.push(...figures.findings);
  });
  attempt(CONTENTS.issued, () =>
    findings.push(...compareIssued(bytes(CONTENTS.report), bytes(CONTENTS.issued), trace, manifest)),
  );
  return { counted, findings };
}

interface Compared {
  readonly counted: number;
  readonly findings: readonly Finding[];
}

/** The first release called a leaf met whose points were rounded up to all there are; at full points the two are one. */
const verdictOf = ({ points, of, verdict }: Results['units'][number]['results'][number]): string =>
  verdict === 'met' && points === of ? 'partly' : verdict;

/** Points, value and verdict of each leaf, sum and grade of each unit. */
function compareResults(said: Results, made: Results, nameOf: (unit: string) => string): Compared {
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
        { unit: nameOf(unit), indicator, was: was.get(key) ?? '', is: is.get(key) ?? '' },
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
