/** A report as it is read: its blocks with every figure, what was found and where, its versions. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { type Block, openWord, type Run, readBlocks } from '../../engines/word/index.ts';
import { bySeverity, type Finding } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { TraceFile } from '../contract.ts';
import { isDraftLine } from '../draft-line.ts';
import { withRegistered } from '../filed/issued.ts';
import { mayReadReports, mayWriteReport } from '../filed/policy.ts';
import type { Registration } from '../filed/registration.ts';
import { findVersion, versionsOf } from '../filed/reports.store.ts';
import { namingUnits, reportSpeakers } from '../filed/speaker.ts';
import { isSent } from '../filed/stations.ts';
import { lengthLimit, settingsOf } from '../lint/index.ts';
import { ReportProblem } from '../problems.ts';
import { figuresOf } from './figures.ts';
import { type FindingPlace, placeOfFinding, type TextPlace } from './place-findings.ts';

/** Throws `report.missing`. */
export const readReportPages = query({
  name: 'report.pages.read',
  lane: 'short',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
    },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { round: code, report, version }, { who, files }) {
    const key = { tenant: who.tenant, round: code, report };
    const row = await findVersion(tx, key, version);
    if (row === undefined) throw ReportProblem.missing({ report });
    const { round, scheme, register } = await loadRound(tx, who.tenant, code);
    const nameOf = (unit: string): string | undefined => register.tree.find(unit as never)?.name;
    const { number, signatory, signedOn } = row.filing as Registration;
    const kept = JSON.stringify([who.tenant, report, row.version, row.docx, number, signatory, signedOn]);
    const read =
      known.get(kept) ?? readVersion(row, await files.read(row.docx), await files.read(row.trace), scheme, nameOf);
    known.delete(kept);
    known.set(kept, read);
    if (known.size > KEPT) known.delete(known.keys().next().value ?? '');
    return {
      report,
      version: row.version,
      kind: row.kind,
      state: row.state,
      person: row.person,
      at: row.at,
      filing: row.filing,
      summary: row.summary,
      wordLimit: lengthLimit(settingsOf(scheme)),
      mayWrite: mayWriteReport(who, round.evaluee),
      isAuthor: row.author === who.account,
      ...read,
      blocks: isSent(row.state) ? read.blocks.filter((block) => !isDraftMark(block)) : read.blocks,
      versions: await versionsOf(tx, key),
    };
  },
});

/** Nobody reads on a report that was sent for approval that it may not be sent. */
const isDraftMark = (block: Block): boolean =>
  block.kind === 'paragraph' && isDraftLine(placeOf(block.paragraph, block.runs).text.trim());

/** Versions a process keeps read: a version changes by what is registered of it alone, and people go back and forth. */
const KEPT = 6;
const known = new Map<string, ReturnType<typeof readVersion>>();

function readVersion(
  { findings, filing }: { readonly findings: unknown; readonly filing: Registration },
  docx: Uint8Array,
  traced: Uint8Array,
  scheme: Scheme,
  nameOf: (unit: string) => string | undefined,
) {
  const trace = JSON.parse(Buffer.from(traced).toString('utf8')) as TraceFile;
  const blocks = readBlocks(openWord(withRegistered({ docx, trace, filing }), 'report.docx'));
  const places = textPlaces(blocks);
  const say = reportSpeakers(scheme);
  const [zh, en] = [namingUnits(say.zh, nameOf), namingUnits(say.en, nameOf)];
  return {
    blocks,
    figures: figuresOf(trace),
    findings: (findings as readonly Finding[])
      .map((finding) => ({
        code: finding.code,
        severity: finding.severity,
        ...(finding.quote === undefined ? {} : { quote: finding.quote }),
        zh: zh(finding),
        en: en(finding),
        data: finding.data,
        at: finding.at,
        place: placeOfFinding(finding, places) ?? null,
      }))
      .toSorted((a, b) => bySeverity(a, b) || byPlace(a.place, b.place)),
  };
}

/** In reading order; what lies in the figures alone comes behind. */
const byPlace = (a: FindingPlace | null, b: FindingPlace | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a.paragraph - b.paragraph || a.start - b.start;

/** Every text a finding may point into. */
export const textPlaces = (blocks: readonly Block[]): readonly TextPlace[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [placeOf(block.paragraph, block.runs)]
      : block.rows.flatMap(({ cells }) =>
          cells.flatMap(({ paragraphs }) => paragraphs.map(({ paragraph, runs }) => placeOf(paragraph, runs))),
        ),
  );

function placeOf(paragraph: number, runs: readonly Run[]): TextPlace {
  let text = '';
  const slots: { slot: string; start: number; end: number }[] = [];
  for (const run of runs) {
    const words = typeof run === 'string' ? run : run.text;
    if (typeof run !== 'string') slots.push({ slot: run.slot, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { paragraph, text, slots };
}
