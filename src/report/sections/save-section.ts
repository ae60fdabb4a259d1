/**
 * A draft saved as it is written: a new version, or the same one where nothing changed. Who saw an older edition is shown
 * what stands now, and nothing is written over.
 */
import { isDeepStrictEqual } from 'node:util';
import Type from 'typebox';
import { isOpen } from '../../collect/index.ts';
import { evaluateRound } from '../../evaluate/index.ts';
import { action } from '../../platform/index.ts';
import { SectionBody, SectionKey, type ShownText } from './contract.ts';
import { holdSection, notNow, refuseInLockedRound } from './held-section.ts';
import { maySeeBehind, mayWriteSection } from './policy.ts';
import { addSectionVersion, changeSectionRow, findSectionVersion } from './sections.store.ts';
import { showText } from './show.ts';

export type SavedSection =
  | {
      readonly kind: 'saved' | 'same';
      readonly edition: number;
      readonly version: number;
      /** Absent where no check was asked for. */
      readonly shown?: ShownText;
    }
  /** What somebody else wrote since; nothing was saved. */
  | {
      readonly kind: 'conflict';
      readonly edition: number;
      readonly version: number;
      readonly person: string;
      readonly at: Date;
      readonly body: SectionBody;
    };

/** Throws `report.sectionMissing`, `sectionRoundClosed`, `sectionNotNow`. */
export const saveSection = action({
  name: 'report.section.save',
  lane: 'long',
  input: Type.Object(
    {
      ...SectionKey,
      /** Edition that was looked at; 0 where nothing was written yet. */
      edition: Type.Integer({ minimum: 0 }),
      body: SectionBody,
      /** False: only saved, for one who goes on typing; figures and findings are read when they are looked at. */
      check: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  load: (tx, asked, by) => holdSection(tx, asked, by, false),
  may: (_, { place, standing }) => mayWriteSection(standing, place),
  async run(tx, { round, edition, body, check = true }, held, { who, now }): Promise<SavedSection> {
    refuseInLockedRound(held);
    const { place, row } = held;
    if (!isOpen(row.state)) throw notNow(held);
    const before = await findSectionVersion(tx, row, row.latest);
    if (edition !== row.edition) {
      const { version = 0, person = '', at = now, body: theirs = [] } = before ?? {};
      return { kind: 'conflict', edition: row.edition, version, person, at, body: theirs };
    }
    const checked = async (): Promise<{ readonly shown?: ShownText }> =>
      check
        ? {
            shown: await showText(
              body,
              place,
              held.context,
              () => evaluateRound(tx, who, round),
              maySeeBehind(held.standing, place),
            ),
          }
        : {};
    if (before !== undefined && isDeepStrictEqual(before.body, body))
      return { kind: 'same', edition, version: row.latest, ...(await checked()) };
    const written = { author: who.account, person: who.person, at: now };
    const version = await addSectionVersion(tx, row, { body, source: { kind: 'form' } }, written);
    const after = await changeSectionRow(tx, row, { latest: version }, now);
    return { kind: 'saved', edition: after.edition, version, ...(await checked()) };
  },
  audit: ({ kind, version }, { section, unit }) => ({ about: `section ${section}`, detail: { unit, kind, version } }),
});
