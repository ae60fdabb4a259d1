/**
 * Where else a figure stands: in this report, its attachments and the other reports of the round in their last versions,
 * with the page; and the evidence that speaks of it. For who asks where a figure comes from, the way back.
 */
import Type from 'typebox';
import { findEvidence, loadRound, type RoundContext } from '../../collect/index.ts';
import { openWord, type Run, readBlocks } from '../../engines/word/index.ts';
import { EvaluateProblem, evaluateRound, mayAskResults, maySeeResult } from '../../evaluate/index.ts';
import { type By, query, type Tx } from '../../platform/index.ts';
import type { SlotTrace, TraceFile } from '../contract.ts';
import { ReportProblem } from '../problems.ts';
import { type PagePiece, paginate } from '../reading/paginate.ts';
import { findSlotTraces } from '../trace-text.ts';
import { mayReadReports } from './policy.ts';
import { findVersion, listLastVersions } from './reports.store.ts';

/** Places told; a figure of every county stands in many tables. */
const MOST = 50;

export interface FigureStands {
  readonly report: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly slot: string;
  readonly occurrence: number;
  readonly label: string;
  readonly printed: string;
  /** As the reading copy is laid; absent where the place is not in the text. */
  readonly page?: number;
  readonly isAttachment: boolean;
  /** The figure itself; otherwise it is one of those the place is made from. */
  readonly isAlone: boolean;
}

const Code = Type.String({ minLength: 1, maxLength: 64 });

/** Reports for who reads them, evidence for who sees it. Throws `evaluate.unitMissing`, `evaluate.itemMissing`. */
export const readFigurePlaces = query({
  name: 'report.figure.places',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), unit: Code, item: Code },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, { round, unit, item }, by) {
    const { register, scheme, submission, ...made } = await evaluateRound(tx, by.who, round);
    if (!maySeeResult(by.who, register.numberOf(unit) ?? 0)) throw EvaluateProblem.unitMissing({ unit });
    const asked = scheme.items.get(item as never);
    if (asked === undefined) throw EvaluateProblem.itemMissing({ item });
    const speaking = new Set(
      submission.evidence
        .filter(({ items, unit: of = unit }) => (items as readonly string[]).includes(item) && of === unit)
        .map(({ number }) => number),
    );
    // A number means one paper of its unit; each unit has its own B3.1-01.
    const evidence = (await findEvidence(tx, by.who, round)).filter(
      (record) => record.unit === unit && speaking.has(record.number),
    );
    const context = { ...made, register, scheme };
    const reads = (slot: SlotTrace): boolean => slot.inputs.some((each) => each.unit === unit && each.item === item);
    return { ...(await standing(tx, by, context, reads)), evidence };
  },
});

/** The same formula on the same figures, at all its places but this one. Throws `report.missing`, `report.slotUnknown`. */
export const readSlotPlaces = query({
  name: 'report.slot.places',
  lane: 'long',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
      slot: Type.String({ maxLength: 32 }),
    },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { round, report, version, slot }, by) {
    const row = await findVersion(tx, { tenant: by.who.tenant, round, report }, version);
    if (row === undefined) throw ReportProblem.missing({ report });
    const [here] = findSlotTraces(await traceOf(by, row.trace), slot);
    if (here === undefined || here.inputs.length === 0) return { places: [], more: 0 };
    const context = await loadRound(tx, by.who.tenant, round);
    const same = keyOf(here);
    const { places, more } = await standing(tx, by, context, (each) => keyOf(each) === same);
    const others = places.filter(
      (each) => each.report !== report || each.slot !== here.slot || each.occurrence !== here.occurrence,
    );
    return { places: others.map((each) => ({ ...each, isAlone: true })), more };
  },
});

const keyOf = ({ inputs }: SlotTrace): string =>
  inputs
    .map(({ unit, item, period }) => `${unit} ${item} ${period}`)
    .toSorted()
    .join('\n');

async function standing(
  tx: Tx,
  by: By,
  { round: { tenant, round } }: Pick<RoundContext, 'round'>,
  stands: (slot: SlotTrace) => boolean,
): Promise<{ readonly places: readonly FigureStands[]; readonly more: number }> {
  if (!mayReadReports(by.who)) return { places: [], more: 0 };
  const found: FigureStands[] = [];
  for (const { report, version, state, trace, docx, summary } of await listLastVersions(tx, tenant, round)) {
    const slots = (await traceOf(by, trace)).slots.filter(stands);
    if (slots.length === 0) continue;
    const pages = await pagesOf(by, docx);
    const title = typeof summary.title === 'string' ? summary.title : '';
    for (const { slot, occurrence, label, printed, inputs } of slots) {
      const at = pages.get(`${slot}.${occurrence}`);
      found.push({
        ...{ report, version, title, state, slot, occurrence, label, printed },
        ...(at === undefined ? {} : { page: at.page }),
        isAttachment: at?.isAttachment ?? false,
        isAlone: inputs.length === 1,
      });
    }
  }
  return { places: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
}

const traceOf = async ({ files }: By, sha256: string): Promise<TraceFile> =>
  JSON.parse(Buffer.from(await files.read(sha256)).toString('utf8')) as TraceFile;

interface Paged {
  readonly page: number;
  readonly isAttachment: boolean;
}
/** Versions a process keeps laid: contents never change. */
const KEPT = 6;
const laid = new Map<string, ReadonlyMap<string, Paged>>();

async function pagesOf({ files }: By, docx: string): Promise<ReadonlyMap<string, Paged>> {
  const known = laid.get(docx);
  if (known !== undefined) return known;
  const pages = new Map<string, Paged>();
  for (const { no, pieces, attachment } of paginate(readBlocks(openWord(await files.read(docx), 'report.docx'))))
    for (const run of pieces.flatMap(runsOf))
      if (typeof run !== 'string' && !pages.has(`${run.slot}.${run.occurrence}`))
        pages.set(`${run.slot}.${run.occurrence}`, { page: no, isAttachment: attachment });
  laid.set(docx, pages);
  if (laid.size > KEPT) laid.delete(laid.keys().next().value ?? '');
  return pages;
}

const runsOf = (piece: PagePiece): readonly Run[] =>
  piece.kind === 'paragraph'
    ? piece.runs
    : piece.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs)));
