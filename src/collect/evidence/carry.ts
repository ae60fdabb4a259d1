/**
 * Evidence of figures that were taken over comes along. The content stays one, under its hash; the record here is a
 * statement of this round's, which says of which record there it is: what one round has locked must not move because the
 * other goes on.
 */
import type { Tx } from '../../platform/index.ts';
import type { Twin } from '../round/open-twin.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import type { roundsBeside } from '../round/rounds-beside.store.ts';
import { type HeldEvidence, listEvidence } from './evidence.store.ts';
import { type Author, addRecord, changeRecord, nextNumber, takenNumbers } from './records.store.ts';

type Beside = Awaited<ReturnType<typeof roundsBeside>>[number];

/** Of the unit's or department's own, what proves figures there: item -> records. */
export async function provedBy(tx: Tx, { twin }: Twin): Promise<ReadonlyMap<string, readonly HeldEvidence[]>> {
  const own = (await listEvidence(tx, twin.tenant, twin.round, twin.unit)).filter(({ dept }) => dept === twin.dept);
  const pairs = own.flatMap((record) => record.items.map((item) => [item, record] as const));
  const byItem = Map.groupBy(pairs, ([item]) => item);
  return new Map([...byItem].map(([item, of]) => [item, of.map(([, record]) => record)]));
}

/** Links a record that came before, or that has the same content; else adds one. Gives the numbers here of what moved. */
export async function carryEvidence(
  tx: Tx,
  { task, context }: { readonly task: Task; readonly context: RoundContext },
  { beside, ...twin }: Twin & { readonly beside: Beside },
  items: ReadonlySet<string>,
  by: Author,
): Promise<readonly string[]> {
  const proved = await provedBy(tx, twin);
  const come = new Map([...items].flatMap((item) => (proved.get(item) ?? []).map((each) => [each.evidence, each])));
  if (come.size === 0) return [];
  const place = { tenant: task.tenant, round: task.round, unit: task.unit, dept: task.dept };
  const here = (await listEvidence(tx, task.tenant, task.round, task.unit)).filter(({ dept }) => dept === task.dept);
  const taken = new Set(await takenNumbers(tx, place));
  const moved: string[] = [];
  for (const record of come.values()) {
    const links = {
      items: record.items.filter((item) => items.has(item)),
      indicators: record.indicators.filter((code) => isSameIndicator(code, twin.there, context)),
    };
    const held = here.find((each) => isOf(each, record, beside.round));
    if (held !== undefined) {
      const missing = links.items.filter((item) => !held.items.includes(item));
      if (missing.length === 0) continue;
      const { content: _, ...same } = stated(held);
      const findings = held.findings.filter(({ data }) => data.where === 'record');
      const more = { items: [...held.items, ...missing], indicators: held.indicators };
      // A version more: whoever has the record open is told that it moved.
      await changeRecord(tx, held, { ...same, ...more, findings, number: held.number }, by);
      moved.push(held.number);
      continue;
    }
    const number = taken.has(record.number) ? nextNumber(record.number.replace(/-\d+$/, ''), taken) : record.number;
    taken.add(number);
    const { evidence, version, person } = record;
    const origin = { round: beside.round, name: beside.name, evidence, number: record.number, version, person };
    await addRecord(tx, place, { ...stated(record), ...links, number, origin }, by);
    moved.push(number);
  }
  return moved;
}

const isOf = (here: HeldEvidence, there: HeldEvidence, round: string): boolean =>
  (here.origin?.round === round && here.origin.evidence === there.evidence) ||
  (there.sha256 !== null && here.sha256 === there.sha256);

/** A code means the same indicator where it has the same name. */
function isSameIndicator(code: string, there: RoundContext, here: RoundContext): boolean {
  const nameIn = ({ scheme }: RoundContext): string | undefined =>
    scheme.indicators.find((leaf) => leaf.code === code)?.name;
  const name = nameIn(here);
  return name !== undefined && name === nameIn(there);
}

function stated({ title, doc_number, issuer, dated, pages, mode, sha256, file_name, findings }: HeldEvidence) {
  return {
    title,
    ...(doc_number === null ? {} : { docNumber: doc_number }),
    ...(issuer === null ? {} : { issuer }),
    ...(dated === null ? {} : { date: dated }),
    ...(pages === null ? {} : { pages }),
    mode,
    ...(sha256 === null ? {} : { content: { sha256, name: file_name ?? '' } }),
    findings,
  };
}
