/**
 * YOY-8: the year before as this round states it, against what last year's results say of it. Where last year reported
 * an estimate of the accounts (执行数) and this year restates the accounts (决算数), a difference is expected: a hint.
 */
import { absolute, equal, type Measure, periodOf, printPeriod, subtract } from '../../kernel/index.ts';
import { show } from '../print.ts';
import { type CheckKind, found, unitsOf } from './kind.ts';

export const priorDiffers: CheckKind = (check, bench) => {
  const { scheme, lastYear } = bench;
  if (lastYear === undefined) return [];
  const items = [...scheme.items.values()].filter(
    ({ code, computed }) => computed === undefined && (check.items.length === 0 || check.items.includes(code)),
  );
  return unitsOf(check, bench).flatMap((unit) =>
    items.flatMap((item) => {
      const filed = lastYear.find(item.code, unit.code, printPeriod(periodOf(item.period, scheme.year, -1)));
      if (filed === undefined) return [];
      const { outcome, figure } = bench.valueAt(item.code, unit.code, -1);
      if (outcome.kind !== 'measure' || equal(outcome.exact, filed.exact)) return [];
      const restated = figure?.nature ?? item.nature?.prior;
      const renamed = filed.nature !== undefined && restated !== undefined && filed.nature !== restated;
      const other: Measure = { ...outcome, exact: filed.exact };
      const finding = found(check, unit, [item.code], bench, {
        now: said(show(outcome, item.unit), restated),
        filed: said(show(other, item.unit), filed.nature),
        by: show({ ...outcome, exact: absolute(subtract(outcome.exact, filed.exact)) }, item.unit),
      });
      const source = bench.snapshot.figure(item.code, unit.code, -1)?.source;
      const cell = source?.kind === 'cell' ? { file: source.file, sheet: source.sheet, cell: source.cell } : {};
      return [{ ...finding, at: { ...finding.at, ...cell }, severity: renamed ? ('hint' as const) : finding.severity }];
    }),
  );
};

const said = (value: string, nature: string | undefined): string =>
  nature === undefined ? value : `${value}（${nature}）`;
