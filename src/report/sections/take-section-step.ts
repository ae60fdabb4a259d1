/** Submitting, withdrawing, approving, accepting, returning a section: the steps of its unit's forms, one action each. */
import Type from 'typebox';
import { raiseRevision, wayOfTask } from '../../collect/index.ts';
import { evaluateRound } from '../../evaluate/index.ts';
import { isError } from '../../kernel/index.ts';
import { type Action, action, type By, type Tx, type Who } from '../../platform/index.ts';
import { mayTakeStep, type Step, stepsFrom, tellThoseConcerned } from '../../review/index.ts';
import { ReportProblem } from '../problems.ts';
import { SectionKey } from './contract.ts';
import { type HeldSection, holdSection, notNow, refuseInLockedRound } from './held-section.ts';
import { maySeeBehind } from './policy.ts';
import {
  addSectionDecision,
  changeSectionRow,
  findSectionVersion,
  listSectionDecisions,
  listSectionVersions,
} from './sections.store.ts';
import { showText } from './show.ts';

export type SectionVerdict = 'submit' | 'withdraw' | 'approve' | 'accept' | 'return';

export const TakeSectionStep = Type.Object(
  {
    ...SectionKey,
    edition: Type.Integer({ minimum: 0 }),
    reason: Type.Optional(Type.String({ minLength: 2, maxLength: 2_000 })),
  },
  { additionalProperties: false },
);

export interface SteppedSection {
  readonly state: string;
  readonly edition: number;
}

const stepsOf = ({ place, row, context }: HeldSection, verdict: SectionVerdict): readonly Step[] =>
  stepsFrom(wayOfTask(context, place), row.state).filter((step) => step.verdict === verdict);
/** The scheme's own before the office's. */
const stepOf = (held: HeldSection, verdict: SectionVerdict): Step | undefined =>
  stepsOf(held, verdict).find((step) => mayTakeStep(held.standing, step, held.place, held.context));

/**
 * Throws `report.sectionMissing`, `sectionRoundClosed`, `sectionNotNow`, `sectionMoved`; of agreeing `sectionOwnWork`, of a
 * return `sectionReasonWanted`, of a submission `sectionEmpty` and `sectionChecksStand`.
 */
const takeSectionStep = (verdict: SectionVerdict): Action<typeof TakeSectionStep, SteppedSection> =>
  action({
    name: `report.section.${verdict}`,
    lane: 'long',
    input: TakeSectionStep,
    load: (tx, asked, by) => holdSection(tx, asked, by, true),
    // Where the verdict is no step from here, whoever may look is told so; else the step has to be theirs.
    may: (_, held) => stepsOf(held, verdict).length === 0 || stepOf(held, verdict) !== undefined,
    async run(tx, { edition, reason }, held, by) {
      const { place, row, context } = held;
      const { who, now } = by;
      const { name: section, code } = place.section;
      refuseInLockedRound(held);
      const step = stepOf(held, verdict);
      if (step === undefined) throw notNow(held);
      if (edition !== row.edition) throw ReportProblem.sectionMoved({ section, seen: edition, now: row.edition });
      if (step.reason === true && reason === undefined) throw ReportProblem.sectionReasonWanted({ section });
      if (step.notOwn === true) await refuseOwnSection(tx, who, held);
      if (verdict === 'submit') await refuseWhileFaulty(tx, held, by);
      const written = { author: who.account, person: who.person, at: now };
      const decided = { version: row.latest, verdict, was: row.state, became: step.to, reason: reason ?? null };
      await addSectionDecision(tx, row, { ...decided, ...written });
      const after = await changeSectionRow(tx, row, changeOf(verdict, held, step, by, reason), now);
      await raiseRevision(
        tx,
        { tenant: row.tenant, round: row.round },
        'section',
        { unit: row.unit, section: code },
        now,
      );
      const about = { section: code, of: place.of.code, name: section };
      const news = {
        of: 'section',
        verdict,
        became: step.to,
        about,
        ...(reason === undefined ? {} : { reason }),
      } as const;
      const { tenant, round, submitted_by } = after;
      await tellThoseConcerned(tx, news, { ...place, tenant, round, submitted_by }, context, now);
      return { state: after.state, edition: after.edition };
    },
    audit: ({ state }, { section, unit, reason }) => ({
      about: `section ${section}`,
      detail: { unit, state, ...(reason === undefined ? {} : { reason }) },
    }),
  });

/** What was accepted before goes on standing in reports until another version is accepted in its place. */
function changeOf(verdict: SectionVerdict, { row }: HeldSection, { to }: Step, { who, now }: By, reason?: string) {
  const state = { state: to };
  if (verdict === 'submit') return { ...state, submitted_by: who.account, submitted_at: now, returned: null };
  if (verdict === 'accept') return { ...state, accepted: row.latest };
  return verdict === 'return' && to === 'returned' ? { ...state, returned: reason ?? null } : state;
}

/**
 * Who wrote may not agree: the author of the text, whoever wrote since the last return, who submitted it, and who took
 * another step of this passage. Throws `report.sectionOwnWork`.
 */
async function refuseOwnSection(tx: Tx, who: Who, { place, row }: HeldSection): Promise<void> {
  const decisions = await listSectionDecisions(tx, row);
  const returned = decisions.findLast(({ became }) => became === 'returned')?.at ?? new Date(0);
  // What waits as a proposal is no part of the text yet.
  const wrote = (await listSectionVersions(tx, row)).some(
    ({ version, author, at }) =>
      author === who.account && (version === row.latest || (at >= returned && version !== row.proposed)),
  );
  const passage = decisions.slice(decisions.findLastIndex(({ verdict }) => verdict === 'submit') + 1);
  const took = passage.some(
    ({ verdict, author, was }) => verdict === 'approve' && author === who.account && was !== row.state,
  );
  if (wrote || took || row.submitted_by === who.account)
    throw ReportProblem.sectionOwnWork({ section: place.section.name, person: who.person });
}

/** Throws `report.sectionEmpty`, and `report.sectionChecksStand` with the findings. */
async function refuseWhileFaulty(tx: Tx, { place, row, context, standing }: HeldSection, { who }: By): Promise<void> {
  const { name: section } = place.section;
  const version = await findSectionVersion(tx, row, row.latest);
  const evaluated = () => evaluateRound(tx, who, row.round);
  const { words, findings } = await showText(
    version?.body ?? [],
    place,
    context,
    evaluated,
    maySeeBehind(standing, place),
  );
  if (words === 0) throw ReportProblem.sectionEmpty({ section });
  const errors = findings.filter(isError).length;
  if (errors > 0) throw Object.assign(ReportProblem.sectionChecksStand({ section, errors }), { findings });
}

export const submitSection = takeSectionStep('submit');
export const withdrawSection = takeSectionStep('withdraw');
export const approveSection = takeSectionStep('approve');
export const acceptSection = takeSectionStep('accept');
export const returnSection = takeSectionStep('return');
