/**
 * A printed figure walked to its end: formula and inputs as the trace has them, then each figure that was stated for
 * it, with its cell, its version, who stated it, who agreed and when, and the evidence. All as of the report's
 * snapshot, whatever has been accepted since.
 */
import Type from 'typebox';
import { type EvidenceRecord, loadRound, type RoundContext } from '../../collect/index.ts';
import { formulaWords, type Stated, statedBy, type Walk } from '../../evaluate/index.ts';
import { query, type Tx } from '../../platform/index.ts';
import type { SlotTrace, TraceFile } from '../contract.ts';
import { ReportProblem } from '../problems.ts';
import { slotWalks } from '../slot-walks.ts';
import { leavesOf } from '../trace.ts';
import { findSlotTraces } from '../trace-text.ts';
import { mayReadReports } from './policy.ts';
import { findVersion } from './reports.store.ts';
import { type Thawed, thaw, versionKey } from './snapshot.ts';

/** Over all places of a slot; a total over 2,000 schools is looked into by `evaluate.figure.walk`. */
const STATEMENTS_SHOWN = 100;

/** One stated figure at the end of a walk. */
export interface Statement extends Omit<Walk, 'inputs' | 'origins' | 'evidence'> {
  readonly evidence: readonly EvidenceRecord[];
  readonly stated?: Stated;
}

export interface WalkedSlot extends SlotTrace {
  /** The formula with names for codes. */
  readonly formulaWords: string;
  readonly statements: readonly Statement[];
  /** How many are not listed. */
  readonly more: number;
}

/** Throws `report.missing`, `report.slotUnknown`. */
export const walkSlot = query({
  name: 'report.slot.walk',
  lane: 'long',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
      /** `s031`, or `s031.2` for its third place. */
      slot: Type.String({ maxLength: 32 }),
    },
    { additionalProperties: false },
  ),
  may: mayReadReports,
  async run(tx, { round: code, report, version, slot }, by) {
    const row = await findVersion(tx, { tenant: by.who.tenant, round: code, report }, version);
    if (row === undefined) throw ReportProblem.missing({ report });
    const trace = JSON.parse(Buffer.from(await by.files.read(row.trace)).toString('utf8')) as TraceFile;
    const found = findSlotTraces(trace, slot);
    const context = await loadRound(tx, by.who.tenant, code);
    const thawed = await thaw(tx, by, context, row.snapshot);
    const walks = slotWalks({ trace, material: { evaluation: thawed.evaluation, scheme: context.scheme } });
    let left = STATEMENTS_SHOWN;
    const slots: WalkedSlot[] = [];
    for (const place of found) {
      const leaves = walks(place.slot, place.occurrence).flatMap(leavesOf);
      const shown = leaves.slice(0, left);
      left -= shown.length;
      const statements: Statement[] = [];
      for (const leaf of shown) statements.push(await statementOf(tx, leaf, context, thawed));
      slots.push({
        ...place,
        formulaWords: formulaWords(place.formula, context.scheme),
        statements,
        more: leaves.length - shown.length,
      });
    }
    return { version: row.version, units: trace.units, slots };
  },
});

async function statementOf(tx: Tx, leaf: Walk, context: RoundContext, thawed: Thawed): Promise<Statement> {
  const { inputs: _, origins: __, evidence: named, ...step } = leaf;
  const { tenant, round } = context.round;
  const subject = context.register.numberOf(step.unit.code) ?? 0;
  const key = { tenant, round, subject, item: step.statedAs ?? step.item, period: step.period };
  const version = thawed.versions.get(versionKey(key));
  const stated = version === undefined ? undefined : await statedBy(tx, key, { version, at: thawed.at });
  const numbers = new Set(named.map(({ number }) => number));
  const evidence = thawed.submission.evidence.filter(
    ({ number, unit }) => numbers.has(number) && (unit === undefined || unit === step.unit.code),
  );
  return { ...step, evidence, ...(stated === undefined ? {} : { stated }) };
}
