/** The walks of a report's printed slots, taken again from the evaluation when someone asks for more than the trace file tells. */
import type { ResultInput, Walk } from '../evaluate/on-files.ts';
import type { ItemCode, UnitCode } from '../kernel/index.ts';
import { parsePeriod, yearOf } from '../kernel/index.ts';
import type { Material } from './collections.ts';
import type { TraceFile } from './contract.ts';

export interface WalkedReport {
  readonly trace: TraceFile;
  readonly material: Pick<Material, 'evaluation' | 'scheme'>;
}

/** `(slot, occurrence)` => its inputs as walks. */
export function slotWalks({
  trace,
  material: { evaluation, scheme },
}: WalkedReport): (slot: string, occurrence: number) => readonly Walk[] {
  const bySlot = new Map(trace.slots.map((each) => [`${each.slot}\t${each.occurrence}`, each]));
  return (slot, occurrence) => {
    const found = bySlot.get(`${slot}\t${occurrence}`);
    return (found?.inputs ?? []).flatMap((input) => walkOfInput(input, { evaluation, scheme }) ?? []);
  };
}

export function walkOfInput(
  { item, unit, period }: Pick<ResultInput, 'item' | 'unit' | 'period'>,
  { evaluation, scheme }: WalkedReport['material'],
): Walk | undefined {
  const offset = scheme.items.get(item as ItemCode)?.period.offset ?? 0;
  const year = parsePeriod(period);
  const shift = year !== undefined && yearOf(year) < scheme.year + offset ? -1 : 0;
  return evaluation.walk(item as ItemCode, unit as UnitCode, shift);
}
