/** How a workbook stood when it went out, by its seal: what was changed in it, and what was changed here since. */
import { type Finding, periodOf, printPeriod } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import { saysTheSame } from '../entry/shown.ts';
import { rowKey, type VersionRow } from '../entry/version-row.ts';
import { CollectProblem } from '../problems.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import { holdsSeal, type ReadSeal, type SealedRecord } from '../seal.ts';
import type { Dropped } from './plan-import.ts';
import { saidBefore, sealKey } from './seals.store.ts';

export interface Outset {
  /**
   * Of a figure that differs from what stands at `version`: `mine` when nobody changed it here since, `untouched` when
   * the workbook still says what it went out with, `both` when both changed.
   */
  since(row: VersionRow, version: number): 'mine' | 'untouched' | 'both';
  /** Records of the catalogue as they went out, by number; undefined without a seal. */
  readonly records?: ReadonlyMap<string, SealedRecord>;
  readonly findings: readonly Finding[];
}

/** Throws `collect.sealBroken`, `collect.sealOfOther`. A workbook without a seal is read as it is, and said to be so. */
export async function outsetOf(
  tx: Tx,
  { round, scheme, register }: RoundContext,
  { name, submission }: Dropped,
  task: Task,
): Promise<Outset> {
  const seal = submission.files.find(({ file }) => file === name)?.seal;
  if (seal === undefined) return { since: () => 'mine', findings: [finding('collect.seal.none', name, {})] };
  if (!holdsSeal(seal, await sealKey(tx, round.tenant))) throw CollectProblem.sealBroken({ file: name });
  const { facts } = seal;
  if (facts.round !== round.round || facts.task !== task.task || facts.scheme !== scheme.hash)
    throw CollectProblem.sealOfOther({ file: name, round: facts.round, at: facts.at.slice(0, 10) });
  const records = new Map(seal.records.map((record) => [record.number, record]));
  if (facts.edition === task.edition) return { since: () => 'mine', records, findings: [] };
  const which = { tenant: round.tenant, round: round.round, task: task.task };
  const sealed = sealedVersions(seal, scheme, register);
  const said = new Map((await saidBefore(tx, which)).map((row) => [`${rowKey(row)}\t${row.version}`, row]));
  return {
    since(row, version) {
      const seen = sealed.get(`${row.subject}\t${row.item}\t${row.period}`) ?? 0;
      if (version <= seen) return 'mine';
      const then = said.get(`${rowKey(row)}\t${seen}`);
      const untouched = seen === 0 ? row.typed.trim() === '' : then !== undefined && saysTheSame(then, row);
      return untouched ? 'untouched' : 'both';
    },
    records,
    findings: [finding('collect.seal.older', name, { editions: task.edition - facts.edition })],
  };
}

function sealedVersions(
  { figures }: ReadSeal,
  scheme: RoundContext['scheme'],
  { numberOf }: RoundContext['register'],
): ReadonlyMap<string, number> {
  return new Map(
    figures.flatMap(({ subject, item: code, year, version }) => {
      const item = scheme.items.get(code as never);
      if (item === undefined) return [];
      const period = printPeriod(periodOf(item.period, scheme.year, year === 'prior' ? -1 : 0));
      return [[`${numberOf(subject) ?? 0}\t${code}\t${period}`, version]];
    }),
  );
}

const finding = (code: string, file: string, data: Finding['data']): Finding => ({
  code,
  severity: code === 'collect.seal.none' ? 'warn' : 'hint',
  at: { file },
  data: { file, ...data },
});
