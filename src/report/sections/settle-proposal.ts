/** A text that came back in an edited report is taken over by who writes the section, or laid aside: never by itself. */
import Type from 'typebox';
import { isOpen, raiseRevision } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { SectionKey } from './contract.ts';
import { holdSection, notNow, refuseInLockedRound } from './held-section.ts';
import { mayWriteSection } from './policy.ts';
import { addSectionDecision, changeSectionRow } from './sections.store.ts';

/** Throws `report.sectionMissing`, `sectionRoundClosed`, `sectionProposalMissing`, `sectionNotNow`, `sectionMoved`. */
export const settleProposal = action({
  name: 'report.section.settle',
  input: Type.Object(
    {
      ...SectionKey,
      edition: Type.Integer({ minimum: 0 }),
      /** True: it becomes the text that is worked on; false: it is laid aside, and stays on record. */
      take: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  load: (tx, asked, by) => holdSection(tx, asked, by, true),
  may: (_, { place, standing }) => mayWriteSection(standing, place),
  async run(tx, { edition, take }, held, { who, now }) {
    refuseInLockedRound(held);
    const { place, row } = held;
    const { code, name: section } = place.section;
    const version = row.proposed;
    if (version === null) throw ReportProblem.sectionProposalMissing({ section });
    if (!isOpen(row.state) && row.state !== 'accepted') throw notNow(held);
    if (edition !== row.edition) throw ReportProblem.sectionMoved({ section, seen: edition, now: row.edition });
    const became = take && !isOpen(row.state) ? 'draft' : row.state;
    const written = { author: who.account, person: who.person, at: now };
    const verdict = take ? 'take' : 'layAside';
    await addSectionDecision(tx, row, { version, verdict, was: row.state, became, reason: null, ...written });
    const taken = take ? { latest: version, state: became } : {};
    const after = await changeSectionRow(tx, row, { proposed: null, ...taken }, now);
    await raiseRevision(
      tx,
      { tenant: row.tenant, round: row.round },
      'section',
      { unit: row.unit, section: code },
      now,
    );
    return { state: after.state, edition: after.edition, version, taken: take };
  },
  audit: ({ version, taken }, { section, unit }) => ({ about: `section ${section}`, detail: { unit, version, taken } }),
});
