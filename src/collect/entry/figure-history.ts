/** One figure by itself: every version with who said it and where it was read, the years before, and where the others lie. */
import Type from 'typebox';
import {
  add,
  compare,
  divide,
  type ItemCode,
  measureOf,
  parsePeriod,
  periodOf,
  printMeasure,
  printPeriod,
  type Rational,
  rational,
  type Source,
  type Unit,
  yearOf,
} from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/index.ts';
import { query, type Tx, type Who, widened } from '../../platform/index.ts';
import type { SchemeItem } from '../../scheme/index.ts';
import { maySeeRounds } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { formsOfTask, schoolsOf } from '../round/forms-of-task.ts';
import { priorPeriods } from '../round/prior-periods.ts';
import { openTask } from '../round/read-task.ts';
import { findRoundBefore, type RoundContext, type Task } from '../round/rounds.store.ts';
import { valueText } from '../round/year-before.ts';
import { readVersions } from './figures.store.ts';
import { versionsOf } from './history.store.ts';

/** Rounds looked back upon. */
const YEARS_BACK = 3;
/** Fewer would tell whose a number is. */
const PEERS_LEAST = 5;

/** Throws `collect.taskMissing`, also for a figure the task does not hold. */
export const figureHistory = query({
  name: 'collect.figure.history',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      task: Type.String({ format: 'uuid' }),
      /** Code of the unit it is about. */
      subject: Type.String({ maxLength: 64 }),
      item: Type.String({ maxLength: 64 }),
    },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, task: id, subject: code, item: name }, { who, now }) {
    const { task, context, unit } = await openTask(tx, who, round, id);
    const subject = context.register.numberOf(code);
    const item = context.scheme.items.get(name as ItemCode);
    if (subject === undefined || item === undefined || !holdsFigure(context, unit, task, code, item))
      throw CollectProblem.taskMissing({ round, task: id });
    const prior = priorPeriods(context).get(name);
    const versions = await versionsOf(tx, { tenant: who.tenant, round, subject, item: name });
    const median = task.due < now ? await medianOfPeers(tx, who, context, task, item) : undefined;
    return {
      versions: versions.map(({ period, version, typed, typed_unit, nature, reason, person, at, source }) => ({
        year: period === prior ? ('prior' as const) : ('now' as const),
        version,
        typed,
        unit: typed_unit,
        nature,
        reason,
        person,
        at,
        source: source as Source,
      })),
      years: await yearsBefore(tx, context, subject, item),
      ...(median === undefined ? {} : { median }),
    };
  },
});

/** Whether the figure stands in a row of the task's forms: of its own unit, or of a school on its list. */
function holdsFigure(context: RoundContext, unit: OrgUnit, task: Task, subject: string, item: SchemeItem): boolean {
  const isRow = formsOfTask(context.scheme, unit, task).some(({ rows }) => rows.some((row) => row.item === item));
  const isOf =
    task.part === 'forms' ? subject === unit.code : schoolsOf(unit, context).some(({ code }) => code === subject);
  return isRow && isOf;
}

/** What earlier rounds accepted, newest first; of the oldest also the year it was compared with. */
async function yearsBefore(tx: Tx, { round, scheme }: RoundContext, subject: number, item: SchemeItem) {
  const found = new Map<number, { readonly year: number; readonly value: string; readonly nature: string | null }>();
  let at: RoundContext['round'] = round;
  for (let back = 1; back <= YEARS_BACK; back += 1) {
    const before = await findRoundBefore(tx, at);
    if (before === undefined) break;
    const which = { tenant: round.tenant, round: before.round, items: [item.code] };
    for (const row of await readVersions(tx, which, 'accepted')) {
      const period = parsePeriod(row.period);
      const year = period === undefined ? undefined : yearOf(period) - item.period.offset;
      if (row.subject !== subject || year === undefined || year >= scheme.year || found.has(year)) continue;
      found.set(year, { year, value: valueText(row), nature: row.nature });
    }
    at = { ...at, year: at.year - 1 };
  }
  return [...found.values()].toSorted((a, b) => b.year - a.year);
}

/** Of the units of the same level that stated it, in the item's unit. */
async function medianOfPeers(tx: Tx, who: Who, context: RoundContext, task: Task, item: SchemeItem) {
  const { register, scheme, round } = context;
  const own = register.unitOf(task.unit);
  if (item.type !== 'number' || own === undefined || task.part === 'schools') return undefined;
  const period = printPeriod(periodOf(item.period, scheme.year));
  const which = { tenant: who.tenant, round: round.round, items: [item.code] };
  const rows = await widened(tx, who, () => readVersions(tx, which, 'latest'));
  const values = rows.flatMap((row): Rational[] => {
    const unit = register.unitOf(row.subject);
    if (row.kind !== 'quantity' || row.period !== period || unit === undefined || levelOf(unit) !== levelOf(own))
      return [];
    return [measureOf({ kind: 'quantity', steps: BigInt(row.steps ?? 0), unit: row.unit as Unit }).exact];
  });
  if (values.length < PEERS_LEAST) return undefined;
  const sorted = values.toSorted(compare);
  const middle = (at: number): Rational => sorted[Math.floor(at)] ?? rational(0n);
  const half = (sorted.length - 1) / 2;
  const exact = divide(add(middle(half), middle(half + 0.5)), rational(2n));
  return { value: printMeasure({ kind: 'measure', exact, dimension: item.dimension }, item.unit), of: values.length };
}
