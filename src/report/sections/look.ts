/** Sections of a round within reach, and one with its text, its versions and what was decided. */
import Type from 'typebox';
import { isOpen, loadRound, nameOfState, type RoundContext, wayOfTask } from '../../collect/index.ts';
import { evaluateRound } from '../../evaluate/index.ts';
import { query, type Who } from '../../platform/index.ts';
import { mayTakeStep, stepsFrom } from '../../review/index.ts';
import { ReportProblem } from '../problems.ts';
import { type SectionBody, SectionKey, type SectionSource, type ShownText } from './contract.ts';
import { openSection } from './held-section.ts';
import { type SectionPlace, sectionPlaces } from './place.ts';
import { mayAskSections, mayReadSection, maySeeBehind, mayWriteSection } from './policy.ts';
import {
  findSectionRow,
  findSectionVersion,
  listSectionDecisions,
  listSectionRows,
  listSectionVersions,
  type SectionRow,
} from './sections.store.ts';
import { showText } from './show.ts';

const strict = { additionalProperties: false } as const;

export interface ListedSection {
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly dept: string;
  readonly deptName: string;
  /** Where it stands in the report. */
  readonly place: string;
  readonly least?: number;
  readonly most?: number;
  readonly note?: string;
  readonly state: string;
  readonly stateName: string;
  readonly edition: number;
  /** 0 where nothing was written yet. */
  readonly latest: number;
  readonly accepted: number | null;
  /** Came back in an edited report and waits for its writer. */
  readonly proposed: number | null;
  readonly returned: string | null;
  readonly changedAt: Date | null;
  /** Whether it is mine to write. */
  readonly mine: boolean;
  /** What I may do now: `save`, `settle`, and steps. */
  readonly may: readonly string[];
}

export const listSections = query({
  name: 'report.sections.list',
  input: Type.Object({ round: SectionKey.round }, strict),
  may: mayAskSections,
  async run(tx, { round }, { who }) {
    const context = await loadRound(tx, who.tenant, round);
    const rows = new Map(
      (await listSectionRows(tx, who.tenant, round)).map((row) => [`${row.unit} ${row.section}`, row]),
    );
    return sectionPlaces(context)
      .filter((place) => mayReadSection(who, place, context))
      .map((place) => listed(place, rows.get(`${place.unit} ${place.section.code}`), context, who));
  },
});

function listed(place: SectionPlace, row: SectionRow | undefined, context: RoundContext, who: Who): ListedSection {
  const { section, of, dept } = place;
  const { code, name, place: stands, least, most, note } = section;
  const state = row?.state ?? 'draft';
  return {
    section: code,
    name,
    unit: of.code,
    unitName: of.name,
    dept,
    deptName: context.scheme.departments.get(dept as never)?.name ?? '',
    place: stands,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(note === undefined ? {} : { note }),
    state,
    stateName: state === 'draft' ? '撰写中' : nameOfState(state, wayOfTask(context, place)),
    edition: row?.edition ?? 0,
    latest: row?.latest ?? 0,
    accepted: row?.accepted ?? null,
    proposed: row?.proposed ?? null,
    returned: row?.returned ?? null,
    changedAt: row === undefined ? null : row.changed_at,
    mine: mayWriteSection(who, place),
    may: deedsOf(place, state, row, context, who),
  };
}

/** Nothing in a round that is locked; a text has to stand before it is submitted. */
function deedsOf(
  place: SectionPlace,
  state: string,
  row: SectionRow | undefined,
  context: RoundContext,
  who: Who,
): readonly string[] {
  if (context.round.state !== 'collecting') return [];
  const mine = mayWriteSection(who, place);
  const canSettle = mine && row?.proposed !== undefined && row.proposed !== null;
  const steps = stepsFrom(wayOfTask(context, place), state).flatMap((step) => {
    const isOfTasks = step.verdict === 'lock' || step.verdict === 'unlock';
    const isEmpty = step.verdict === 'submit' && (row?.latest ?? 0) === 0;
    return !isOfTasks && !isEmpty && mayTakeStep(who, step, place, context) ? [step.verdict] : [];
  });
  return [
    ...(mine && isOpen(state) ? ['save'] : []),
    ...(canSettle && (isOpen(state) || state === 'accepted') ? ['settle'] : []),
    ...new Set(steps),
  ];
}

export interface ReadSection extends ListedSection {
  /** The version shown; 0 where nothing was written yet. */
  readonly version: number;
  readonly body: SectionBody;
  readonly shown: ShownText;
  /** The last first. */
  readonly versions: readonly {
    readonly version: number;
    readonly source: SectionSource;
    readonly person: string;
    readonly at: Date;
  }[];
  /** The first first. */
  readonly decisions: readonly {
    readonly version: number;
    readonly verdict: string;
    readonly was: string;
    readonly became: string;
    readonly reason: string | null;
    readonly person: string;
    readonly at: Date;
  }[];
}

/** Throws `report.sectionMissing`, also for a version that is not there. */
export const readSection = query({
  name: 'report.section.read',
  lane: 'long',
  input: Type.Object({ ...SectionKey, version: Type.Optional(Type.Integer({ minimum: 1 })) }, strict),
  may: mayAskSections,
  async run(tx, asked, { who }): Promise<ReadSection> {
    const { place, context } = await openSection(tx, asked, who);
    const key = { tenant: who.tenant, round: asked.round, section: place.section.code, unit: place.unit };
    const row = await findSectionRow(tx, key);
    const version = asked.version ?? row?.latest ?? 0;
    const held = version === 0 ? undefined : await findSectionVersion(tx, key, version);
    if (asked.version !== undefined && held === undefined)
      throw ReportProblem.sectionMissing({ section: asked.section });
    const body = held?.body ?? [];
    const evaluated = () => evaluateRound(tx, who, asked.round);
    const decisions = await listSectionDecisions(tx, key);
    return {
      ...listed(place, row, context, who),
      version,
      body,
      shown: await showText(body, place, context, evaluated, maySeeBehind(who, place)),
      versions: (await listSectionVersions(tx, key)).map(({ author: _, source, ...each }) => ({
        ...each,
        source: source as SectionSource,
      })),
      decisions: decisions.map(({ author: _, ...decision }) => decision),
    };
  },
});
