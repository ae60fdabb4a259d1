/** A figure as its task handed it in, while what was accepted is older or nothing: a reviewer asks whence before agreeing. */
import type { FigureHistory } from '../../../../src/collect/replies.ts';
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { printAmount } from '../numbers.ts';
import { EvidenceOf } from './evidence-of.tsx';
import { Head } from './head.tsx';
import { SourceOf } from './source-of.tsx';
import { Submitted } from './statement.tsx';
import { Step } from './step.tsx';
import type { TracedFigure } from './trace.tsx';
import { traceWords } from './words.ts';

type Version = FigureHistory['versions'][number];

/** Newest first; none where the walk was not begun at a task. */
export function useHandedIn({ unit, item, year, task }: TracedFigure): readonly Version[] {
  const { round } = useRound();
  const isAsked = task !== undefined && year !== 'prior';
  const path = `/rounds/${round}/tasks/${task}/figures/${encodeURIComponent(unit)}/${encodeURIComponent(item)}`;
  const { data } = useAsk<FigureHistory>(isAsked ? path : undefined);
  return data?.versions.filter((version) => version.year === 'now') ?? [];
}

/** Nothing was stated and nothing makes it. */
export const isBare = ({ how, parts }: FigureWalk): boolean => how === 'gap' && parts.length === 0;

export function isNewer([latest]: readonly Version[], walk: FigureWalk): boolean {
  if (latest === undefined) return false;
  return walk.stated === undefined ? isBare(walk) : latest.version > walk.stated.version;
}

export function HandedIn({ walk, versions }: { readonly walk: FigureWalk; readonly versions: readonly Version[] }) {
  const say = useWords(traceWords);
  const [latest, ...before] = versions;
  if (latest === undefined) return null;
  const amount = /^-?\d+(\.\d+)?$/.test(latest.typed) ? printAmount(latest.typed) : latest.typed;
  const shown = `${amount} ${latest.unit ?? ''}`.trimEnd();
  const asHanded = { ...walk, shown, source: latest.source };
  const earlier = before.map(({ unit: typedUnit, ...version }) => ({ ...version, typedUnit }));
  return (
    <>
      <Head walk={asHanded} />
      <p className="trace-quiet trace-handed">{say.notCounted}</p>
      <ol className="trace-steps">
        <Step title={say.steps.formula}>
          <p className="trace-formula">{say.direct}</p>
        </Step>
        <Step title={say.steps.submitted}>
          <Submitted stated={{ ...latest, decisions: [], earlier, workbook: false }} />
        </Step>
        <Step title={say.steps.cell}>
          <SourceOf walk={asHanded} year="now" />
        </Step>
        <Step title={say.steps.evidence}>
          <EvidenceOf walk={walk} />
        </Step>
      </ol>
    </>
  );
}
