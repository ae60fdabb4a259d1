/** One figure of one unit: what it is, what it is made from, who said so, where it was read, and who agreed. */
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { Trouble, Waiting } from '../states.tsx';
import { AskFiller } from './ask-filler.tsx';
import { FigureElsewhere } from './elsewhere.tsx';
import { EvidenceOf } from './evidence-of.tsx';
import { HandedIn, isBare, isNewer, useHandedIn } from './handed-in.tsx';
import { Head } from './head.tsx';
import { MadeFrom } from './made-from.tsx';
import { SourceOf } from './source-of.tsx';
import { Accepted, Submitted } from './statement.tsx';
import { Step } from './step.tsx';
import type { Traced, TracedFigure } from './trace.tsx';
import { walkPath } from './walk-path.ts';
import { traceWords } from './words.ts';

interface Given {
  readonly traced: TracedFigure;
  goTo(next: Traced): void;
}

export function FigureTrace({ traced, goTo }: Given) {
  const say = useWords(traceWords);
  const { round } = useRound();
  const year = traced.year ?? 'now';
  const { data: walk, error, refetch } = useAsk<FigureWalk>(walkPath(round, traced, year));
  const { data: prior } = useAsk<FigureWalk>(year === 'now' ? walkPath(round, traced, 'prior') : undefined);
  const handed = useHandedIn(traced);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (walk === undefined) return <Waiting />;
  if (isNewer(handed, walk)) return <HandedIn walk={walk} versions={handed} />;
  const isMade = walk.how !== 'stated' && !isBare(walk);
  return (
    <>
      <Head
        walk={walk}
        isOwn={traced.own === true}
        prior={prior}
        goToPrior={() => goTo({ ...traced, year: 'prior' })}
      />
      <ol className="trace-steps">
        <MadeFrom walk={walk} year={year} goTo={goTo} />
        {isMade ? (
          <li className="trace-step trace-quiet">{say.below}</li>
        ) : (
          <>
            <Step title={say.steps.submitted}>
              <Submitted stated={walk.stated} />
            </Step>
            <Step title={say.steps.cell}>
              <SourceOf walk={walk} prior={prior} year={year} own={traced.own} />
            </Step>
          </>
        )}
        <Step title={say.steps.evidence}>
          <EvidenceOf walk={walk} />
        </Step>
        {!isMade && (
          <Step title={say.steps.accepted}>
            <Accepted stated={walk.stated} />
          </Step>
        )}
      </ol>
      {year === 'now' && <FigureElsewhere unit={traced.unit} item={traced.item} />}
      {year === 'now' && walk.stated !== undefined && <AskFiller walk={walk} />}
    </>
  );
}
