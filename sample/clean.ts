/** The sample before it becomes files: every government with its answers, ledgers and schools, and the evidence. */
import { answersOf, reportAnswers, wholeCosts } from './answers/index.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { fullTimeShares, type Ledgers, ledgersOf } from './ledgers.ts';
import type { Government, Sheet } from './model.ts';
import { territory } from './territory.ts';

export interface Filed {
  readonly of: Government;
  readonly answers: Sheet;
  readonly ledgers: Ledgers;
}

export interface CleanSample {
  readonly own: Filed;
  readonly counties: readonly Filed[];
  readonly zone: Filed;
  readonly evidence: readonly Evidence[];
}

export function cleanSample(): CleanSample {
  const { own, counties, zone } = territory();
  const fullTime = fullTimeShares(own, [...counties, zone]);
  const evidence = evidenceOf(own, counties);
  const filed = (of: Government, answers: Sheet): Filed => ({
    of,
    answers,
    ledgers: ledgersOf(of, fullTime.get(of.code) ?? 0),
  });
  const ownAnswers = {
    ...answersOf(own, wholeCosts([own, ...counties])),
    ...reportAnswers(own, counties, evidence.filter(({ unit }) => unit === own.code).length),
  };
  return {
    own: filed(own, ownAnswers),
    counties: counties.map((of) => filed(of, answersOf(of))),
    zone: filed(zone, answersOf(zone)),
    evidence,
  };
}
