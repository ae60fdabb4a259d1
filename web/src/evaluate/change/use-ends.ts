/** The two ends of a comparison: which there are to choose from, and the points of the two that are chosen. */
import type { ScorePage } from '../../../../src/evaluate/replies.ts';
import type { ReportList } from '../../../../src/report/replies.ts';
import { printWhen } from '../../parts/numbers.ts';
import type { Refused } from '../../shell/api.ts';
import { useAsk } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { useRounds } from '../../shell/round.tsx';
import { type Evaluation, useEvaluateSearch } from '../screen-data.ts';
import { evaluateWords } from '../words.ts';
import { type End, endOf, OWNERS, parseEnd, pathOf } from './ends.ts';

export interface EndChoice {
  readonly value: string;
  readonly label: string;
}

interface Ends {
  readonly choices: readonly EndChoice[];
  readonly from: string;
  readonly to: string;
  /** Undefined while asked; `none` where the unit has nothing there. */
  readonly was: End | 'none' | undefined;
  readonly is: End | 'none' | undefined;
  readonly error: Refused | null;
  again(): void;
}

export function useEnds(data: Evaluation): Ends {
  const { round, rounds } = useRounds();
  const code = round?.round ?? '';
  const { from = 'last', to = 'now' } = useEvaluateSearch();
  const choices = useChoices(data, code, rounds);
  const [was, is] = [useEnd(from, data, code), useEnd(to, data, code)];
  return {
    choices,
    ...{ from, to, was: was.end, is: is.end },
    error: was.error ?? is.error,
    again: () => {
      was.again();
      is.again();
    },
  };
}

function useChoices(
  { overview, unit }: Evaluation,
  code: string,
  rounds: readonly { readonly round: string; readonly name: string }[],
): readonly EndChoice[] {
  const say = useWords(evaluateWords);
  const { language } = useLanguage();
  const { data: scores } = useAsk<ScorePage>(`/rounds/${code}/scores/${unit.code}`);
  const { data: reports = [] } = useAsk<ReportList>(`/rounds/${code}/reports`);
  const given = OWNERS.filter((owner) => scores?.leaves.some((leaf) => leaf[owner] !== undefined));
  return [
    { value: 'last', label: say.change.year(overview.year - 1) },
    { value: 'now', label: say.change.now(overview.year) },
    ...given.map((owner) => ({ value: owner, label: say.head[owner] })),
    ...reports.map(({ report, version, at }) => ({
      value: `report~${report}~${version}`,
      label: say.change.run(version, printWhen(at, language)),
    })),
    ...rounds
      .filter((each) => each.round !== code)
      .map((each) => ({ value: `round~${each.round}`, label: say.change.round(each.name) })),
  ];
}

function useEnd(
  name: string,
  { unit, tree }: Evaluation,
  round: string,
): { readonly end: End | 'none' | undefined; readonly error: Refused | null; again(): void } {
  const key = parseEnd(name) ?? ({ kind: 'now' } as const);
  const path = pathOf(key, round, unit.code);
  const { data, error, refetch } = useAsk<unknown>(path);
  const names = new Map(tree.indicators.map((each) => [each.code as string, each.name]));
  return {
    end: data === undefined ? undefined : (endOf(key, data, unit.code, names) ?? 'none'),
    error,
    again: () => void refetch(),
  };
}
