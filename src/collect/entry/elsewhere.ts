/**
 * 一数多用: a prefecture has an upward and a downward round of the same year at the same time, and what a unit stated in
 * the one it need not type again in the other. Only the same figure is offered: same subject, item and period, of an item
 * both schemes ask for in the same kind and unit and as the same nature, stated by the same unit's or department's task.
 */
import { periodOf, printPeriod } from '../../kernel/index.ts';
import { query, type Tx } from '../../platform/index.ts';
import type { SchemeItem } from '../../scheme/index.ts';
import { provedBy } from '../evidence/carry.ts';
import { maySeeRounds } from '../policy.ts';
import { formsOfTask, itemsAsked, schoolsOf } from '../round/forms-of-task.ts';
import { openTwin, type Twin } from '../round/open-twin.ts';
import { openTask, TaskInput } from '../round/read-task.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import { roundsBeside } from '../round/rounds-beside.store.ts';
import { valueText } from '../round/year-before.ts';
import { type HeldVersion, readVersions } from './figures.store.ts';
import { statesTheSame } from './shown.ts';

/** One figure of another round that has a place here. */
export interface Elsewhere {
  readonly item: SchemeItem;
  /** Code, as the register here names it. */
  readonly subject: string;
  readonly year: 'now' | 'prior';
  readonly row: HeldVersion;
  /** 口径 there, where it is worded otherwise than here. */
  readonly definition?: string;
}

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const readElsewhere = query({
  name: 'collect.figures.elsewhere',
  input: TaskInput,
  may: maySeeRounds,
  async run(tx, { round, task: id }, { who }) {
    const { task, context } = await openTask(tx, who, round, id);
    const here = new Map(
      (await readVersions(tx, { tenant: who.tenant, round, task: id }, 'latest')).map((row) => [placeOf(row), row]),
    );
    const rounds = [];
    for (const beside of await roundsBeside(tx, context.round)) {
      const twin = await openTwin(tx, who, task, beside.round);
      if (twin === undefined) continue;
      const found = await statedElsewhere(tx, { task, context }, twin);
      const proofs = await provedBy(tx, twin);
      const answers = found.flatMap(({ item, subject, year, row, definition }) => {
        const stands = here.get(placeOf(row));
        const isEmpty = stands === undefined || saysNothing(stands);
        if (!isEmpty && statesTheSame(stands, row)) return [];
        return {
          item: item.code,
          subject,
          year,
          typed: row.typed,
          value: valueText(row),
          unit: row.typed_unit,
          nature: row.nature,
          version: row.version,
          person: row.person,
          at: row.at,
          here: isEmpty ? ('empty' as const) : ('other' as const),
          /** What comes along. */
          evidence: (proofs.get(item.code) ?? []).map(({ number, title }) => ({ number, title })),
          ...(definition === undefined ? {} : { definition }),
        };
      });
      if (answers.length > 0) rounds.push({ ...beside, answers });
    }
    return { rounds };
  },
});

/** What the twin of the task stated and is asked for here as well, in the order of the forms here. */
export async function statedElsewhere(
  tx: Tx,
  { task, context }: { readonly task: Task; readonly context: RoundContext },
  { twin, there }: Twin,
): Promise<readonly Elsewhere[]> {
  const unit = context.register.unitOf(task.unit);
  if (unit === undefined) return [];
  const { register, scheme } = context;
  const subjects = new Set<string>(
    task.part === 'forms' ? [unit.code] : schoolsOf(unit, context).map(({ code }) => code),
  );
  const rows = Map.groupBy(
    await readVersions(tx, { tenant: task.tenant, round: twin.round, task: twin.task }, 'latest'),
    ({ item }) => item,
  );
  return itemsAsked(formsOfTask(scheme, unit, task)).flatMap((item) => {
    const theirs = there.scheme.items.get(item.code);
    if (theirs === undefined || !isAskedAlike(item, theirs)) return [];
    const years = new Map([
      [printPeriod(periodOf(item.period, scheme.year)), 'now' as const],
      ...(item.prior ? [[printPeriod(periodOf(item.period, scheme.year, -1)), 'prior' as const] as const] : []),
    ]);
    const { definition } = theirs;
    return (rows.get(item.code) ?? []).flatMap((row): Elsewhere[] => {
      const [subject, year] = [register.unitOf(row.subject)?.code ?? '', years.get(row.period)];
      if (year === undefined || !subjects.has(subject) || saysNothing(row)) return [];
      const otherwise = definition === item.definition ? {} : { definition: definition ?? '' };
      return [{ item, subject, year, row, ...otherwise }];
    });
  });
}

const isAskedAlike = (one: SchemeItem, other: SchemeItem): boolean =>
  one.type === other.type &&
  one.unit === other.unit &&
  one.nature?.this === other.nature?.this &&
  one.nature?.prior === other.nature?.prior &&
  one.computed === undefined &&
  other.computed === undefined;

const saysNothing = ({ kind, gap }: Pick<HeldVersion, 'kind' | 'gap'>): boolean => kind === 'gap' && gap === 'missing';

const placeOf = ({ subject, item, period }: Pick<HeldVersion, 'subject' | 'item' | 'period'>): string =>
  `${subject}\t${item}\t${period}`;
