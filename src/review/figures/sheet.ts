/**
 * A task as its reviewer looks at it: every figure of this year with last year's beside it, what stood there at the last
 * decision, its change, its explanation, and whether it asks for a look.
 */
import Type from 'typebox';
import {
  checkSentences,
  findToldEvidence,
  messages,
  nameOfState,
  openTask,
  readVersions,
  valueText,
  wayOfTask,
} from '../../collect/index.ts';
import {
  type Finding,
  type ItemCode,
  type Language,
  periodOf,
  printPeriod,
  type Say,
  sayWith,
} from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import { listDecisions } from '../decisions.store.ts';
import { waitsForVerdict } from '../policy.ts';
import { stepsFrom } from '../steps.ts';
import { changesSince } from './changes.ts';
import { growthOf } from './growth.ts';
import { findOutliers } from './outliers.ts';

/** A list of 130 schools has thousands of figures; what asks for a look always comes, the others up to this. */
const QUIET_SHOWN = 1_000;

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const readSheet = query({
  name: 'review.sheet.read',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: (who) => who.posts.length > 0,
  async run(tx, { round, task: id }, { who }) {
    const { task, context } = await openTask(tx, who, round, id);
    const { scheme, register } = context;
    const outliers = new Map((await findOutliers(tx, task, context)).map((each) => [keyOf(each), each]));
    const { changes, rows, since } = await changesSince(tx, task, context);
    const changed = new Map(changes.map((each) => [keyOf(each), each]));
    const versions = await readVersions(tx, { tenant: who.tenant, round, task: id }, 'latest');
    const prior = new Map(
      versions.flatMap((row) => {
        const rule = scheme.items.get(row.item as ItemCode)?.period;
        const isPrior = rule !== undefined && printPeriod(periodOf(rule, scheme.year, -1)) === row.period;
        return isPrior ? [[`${row.subject}\t${row.item}`, row] as const] : [];
      }),
    );
    const says = { zh: speaker(scheme, 'zh'), en: speaker(scheme, 'en') };
    const figures = versions.flatMap((row) => {
      const { subject, item, period, version, typed, reason, nature, accepted, returned, person, at } = row;
      const before = prior.get(`${subject}\t${item}`);
      const outlier = outliers.get(keyOf(row));
      // Last year's own row is shown beside this year's, unless it asks for a look itself.
      if (before === row && outlier === undefined) return [];
      const asked = scheme.items.get(item as ItemCode);
      const said = changed.get(keyOf(row));
      const growth = before === undefined || before === row ? undefined : growthOf(row.steps, before.steps);
      return [
        {
          ...{ subject, item, period, version, typed, reason, nature, returned, person, at },
          code: register.unitOf(subject)?.code ?? '',
          of: register.unitOf(subject)?.name ?? '',
          name: asked?.name ?? item,
          unit: asked?.unit ?? '',
          isPrior: before === row,
          value: valueText(row),
          prior: before === undefined || before === row ? null : valueText(before),
          /** Null where nothing changed since the last decision; `was` null where nothing had been said by then. */
          change: said === undefined ? null : { was: said.was === null ? null : wordsIn(asked?.unit, said.was) },
          /** In hundredths of a percent. */
          growth: growth ?? null,
          accepted: accepted === version,
          why: outlier?.why ?? [],
          findings: (outlier?.findings ?? []).map((each) => ({
            ...each,
            zh: says.zh(withoutWords(each)),
            en: says.en(withoutWords(each)),
          })),
        },
      ];
    });
    const loud = figures.filter(({ why, change }) => why.length > 0 || change !== null);
    const quiet = figures.filter(({ why, change }) => why.length === 0 && change === null);
    const decisions = await listDecisions(tx, task);
    const { unit, dept, part, state, edition, due } = task;
    const way = wayOfTask(context, task);
    const next = stepsFrom(way, state).find(({ verdict }) => verdict === 'approve' || verdict === 'accept');
    return {
      ...{ task: id, state, edition, due, part, dept, since, rows },
      code: register.unitOf(unit)?.code ?? '',
      name: register.unitOf(unit)?.name ?? '',
      deptName: scheme.departments.get(dept as never)?.name ?? '',
      stateName: nameOfState(state, way),
      /** What passing it makes of it; null where it waits for no step. */
      next: next === undefined ? null : { isLast: next.verdict === 'accept', stateName: nameOfState(next.to, way) },
      submittedAt: task.submitted_at,
      passage: decisions.filter(({ verdict }) => verdict === 'submit').length,
      waitsForMe: waitsForVerdict(who, task, context),
      decisions: decisions.map(({ verdict, became, reason, person, at }) => ({ verdict, became, reason, person, at })),
      /** 佐证 in which a mark of secrecy or numbers of identity cards were found. */
      papers: await findToldEvidence(tx, task),
      figures: [...loud, ...quiet.slice(0, QUIET_SHOWN)],
      more: Math.max(0, quiet.length - QUIET_SHOWN),
    };
  },
});

const speaker = (scheme: Scheme, language: Language): Say =>
  sayWith(messages[language], checkSentences(scheme, language));

/** The explanation and the grant stand in the row themselves. */
const withoutWords = ({ data: { granted: _, ...data }, ...finding }: Finding): Finding => ({
  ...finding,
  data: data.reason === undefined ? data : { ...data, reason: '' },
});

const keyOf = ({
  subject,
  item,
  period,
}: {
  readonly subject: number;
  readonly item: string;
  readonly period: string;
}) => `${subject}\t${item}\t${period}`;

/** As typed; with its unit where that is not the one of the row. */
const wordsIn = (
  asked: string | undefined,
  { typed, unit }: { readonly typed: string; readonly unit: string | null },
) => (unit === null || unit === asked ? typed : `${typed} ${unit}`);
