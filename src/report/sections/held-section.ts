/** A section held for a deed: where it stands, the round as it stands after that, and who acts with the posts of now. */
import { loadRound, type RoundContext, wayOfTask } from '../../collect/index.ts';
import type { By, Tx, Who } from '../../platform/index.ts';
import { standingNow } from '../../review/index.ts';
import { ReportProblem } from '../problems.ts';
import { findSectionPlace, type SectionPlace } from './place.ts';
import { mayReadSection } from './policy.ts';
import { holdSectionRow, keepRound, type SectionRow } from './sections.store.ts';

export interface HeldSection {
  readonly place: SectionPlace;
  readonly row: SectionRow;
  readonly context: RoundContext;
  readonly standing: Who;
}

interface Asked {
  readonly round: string;
  readonly unit: string;
  readonly section: string;
}

/** `moves`: whether the round's revision will be raised. Throws `report.sectionMissing`, also where it may not be read. */
export async function holdSection(tx: Tx, asked: Asked, { who, now }: By, moves: boolean): Promise<HeldSection> {
  const standing = await standingNow(tx, who, now);
  const { place, context } = await openSection(tx, asked, standing);
  const { tenant, round } = context.round;
  const { name, state } = await keepRound(tx, { tenant, round }, moves);
  const row = await holdSectionRow(tx, { tenant, round, section: place.section.code, unit: place.unit }, now);
  return { place, row, context: { ...context, round: { ...context.round, name, state } }, standing };
}

/** Throws `report.sectionMissing`, also where it may not be read. */
export async function openSection(tx: Tx, { round, unit, section }: Asked, who: Who) {
  const context = await loadRound(tx, who.tenant, round);
  const place = findSectionPlace(context, section, unit);
  if (place === undefined || !mayReadSection(who, place, context)) throw ReportProblem.sectionMissing({ section });
  return { place, context };
}

/** Throws `report.sectionRoundClosed`: nothing of a locked round is changed. */
export function refuseInLockedRound({ context: { round } }: HeldSection): void {
  if (round.state !== 'collecting') throw ReportProblem.sectionRoundClosed({ round: round.name, state: round.state });
}

/** That what was asked is nothing that can be done from where the section stands. */
export const notNow = ({ place, row, context }: HeldSection) =>
  ReportProblem.sectionNotNow({
    section: place.section.name,
    state: row.state,
    step: wayOfTask(context, place).steps.find(({ code }) => code === row.state)?.name ?? '',
  });
