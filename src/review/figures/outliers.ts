/**
 * Figures a reviewer has to look at one by one before they count. All others are within the scheme's tolerance: its
 * checks (the change threshold `jump` among them) found nothing, nobody had accepted another value before, and nobody sent
 * them back.
 */
import { checkStanding, isGranted, type RoundContext, readVersions, type Task } from '../../collect/index.ts';
import { type Finding, type ItemCode, isError, periodOf, printPeriod } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import { listDecisions } from '../decisions.store.ts';
import type { FigureOf } from './figures.store.ts';

export interface Outlier {
  /** Number and name of the unit it is about. */
  readonly subject: number;
  readonly of: string;
  readonly item: string;
  readonly name: string;
  readonly period: string;
  /** To be named when it is accepted. */
  readonly version: number;
  readonly typed: string;
  readonly reason: string | null;
  /** `check`: findings stand or were explained; `changed`: another version was accepted before; `returned`: it was sent back. */
  readonly why: readonly ('check' | 'changed' | 'returned')[];
  readonly findings: readonly Finding[];
}

/** Of the figures that are not accepted as they stand. */
export async function findOutliers(tx: Tx, task: Task, context: RoundContext): Promise<readonly Outlier[]> {
  const { scheme, register } = context;
  const of = { tenant: task.tenant, round: task.round, task: task.task };
  const { findings } = await checkStanding(tx, task, context);
  const found = Map.groupBy(findings.filter(wantsLook), ({ at }) => `${at.unit}\t${at.item}`);
  const returned = await everReturned(tx, task);
  return (await readVersions(tx, of, 'latest')).flatMap((row): Outlier[] => {
    const { subject, item, period, version, accepted, typed, reason } = row;
    if (accepted === version) return [];
    const unit = register.unitOf(subject);
    const asked = scheme.items.get(item as ItemCode);
    // A finding about two years stands at this year's figure; last year's is looked at with it.
    const isNow = asked !== undefined && printPeriod(periodOf(asked.period, scheme.year)) === period;
    const about = isNow ? (found.get(`${unit?.code}\t${item}`) ?? []) : [];
    const why = [
      ...(about.length > 0 ? (['check'] as const) : []),
      ...(accepted === null ? [] : (['changed'] as const)),
      ...(returned.has(keyOf(row)) ? (['returned'] as const) : []),
    ];
    if (why.length === 0) return [];
    const name = asked?.name ?? item;
    return [{ subject, of: unit?.name ?? '', item, name, period, version, typed, reason, why, findings: about }];
  });
}

/** Whoever asked for another number reads the one that came, whatever the checks say to it. */
async function everReturned(tx: Tx, task: Task): Promise<ReadonlySet<string>> {
  const returns = (await listDecisions(tx, task)).filter(({ verdict }) => verdict === 'return');
  return new Set(returns.flatMap(({ fields }) => fields as readonly FigureOf[]).map(keyOf));
}

const keyOf = ({ subject, item, period }: FigureOf): string => `${subject}\t${item}\t${period}`;

/**
 * What was explained is a hint that keeps its explanation, and what was let pass one that says so: whether that convinces is
 * for the reviewer to say. So is a true fall of what may only grow, and a rule between figures.
 */
const wantsLook = (finding: Finding): boolean =>
  isError(finding) || finding.severity === 'warn' || finding.data.reason !== undefined || isGranted(finding);
