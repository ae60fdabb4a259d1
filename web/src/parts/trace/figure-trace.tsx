/** One figure of one unit: what it is, what it is made from, who said so, where it was read, and who agreed. */
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { printAmount, printGrowth } from '../numbers.ts';
import { punctuation } from '../punctuation.ts';
import { Trouble, Waiting } from '../states.tsx';
import { AskFiller } from './ask-filler.tsx';
import { FigureElsewhere } from './elsewhere.tsx';
import { EvidenceOf } from './evidence-of.tsx';
import { isWorth, movedFrom } from './growth.ts';
import { MadeFrom } from './made-from.tsx';
import { SourceOf } from './source-of.tsx';
import { Accepted, Submitted } from './statement.tsx';
import { Step } from './step.tsx';
import type { Traced } from './trace.tsx';
import { walkPath } from './walk-path.ts';
import { traceWords } from './words.ts';

type TracedFigure = Extract<Traced, { readonly item: string }>;
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
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (walk === undefined) return <Waiting />;
  const isMade = walk.how !== 'stated' && !(walk.how === 'gap' && walk.parts.length === 0);
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
            <Step number={3} title={say.steps.submitted}>
              <Submitted stated={walk.stated} />
            </Step>
            <Step number={4} title={say.steps.cell}>
              <SourceOf walk={walk} prior={prior} year={year} own={traced.own} />
            </Step>
          </>
        )}
        <Step number={5} title={say.steps.evidence}>
          <EvidenceOf walk={walk} />
        </Step>
        {!isMade && (
          <Step number={6} title={say.steps.accepted}>
            <Accepted stated={walk.stated} />
          </Step>
        )}
      </ol>
      {year === 'now' && <FigureElsewhere unit={traced.unit} item={traced.item} />}
      {year === 'now' && walk.stated !== undefined && <AskFiller walk={walk} />}
    </>
  );
}

function Head({
  walk,
  isOwn,
  prior,
  goToPrior,
}: {
  readonly walk: FigureWalk;
  readonly isOwn: boolean;
  readonly prior: FigureWalk | undefined;
  goToPrior(): void;
}) {
  const say = useWords(traceWords);
  const marks = useWords(punctuation);
  const moved = movedFrom(walk.value, prior?.value, walk.shown.endsWith('%'));
  return (
    <div className="trace-head">
      <p className="trace-value">
        <strong>{walk.shown}</strong>
        <span>
          {walk.unit.name}
          {isOwn && marks.aside(say.own)} {walk.name}
          {walk.nature === undefined ? '' : marks.aside(walk.nature)}
        </span>
      </p>
      <dl className="trace-facts">
        {isWorth(walk.value) && (
          <>
            <dt>{say.exact}</dt>
            <dd>
              {printAmount(walk.value.value)} {walk.value.unit === '1' ? '' : walk.value.unit}
            </dd>
          </>
        )}
        {prior !== undefined && isWorth(prior.value) && (
          <>
            <dt>{say.prior}</dt>
            <dd>
              <button type="button" className="trace-link" onClick={goToPrior}>
                {prior.shown}
              </button>
              {prior.nature === undefined ? '' : marks.aside(prior.nature)}
            </dd>
          </>
        )}
        {moved !== undefined && (
          <>
            <dt>{moved.inPoints ? say.growthPoints : say.growth}</dt>
            <dd>{moved.inPoints ? say.pointsOf(printAmount(moved.by)) : printGrowth(moved.by.replace('+', ''))}</dd>
          </>
        )}
        {walk.leaves.length > 0 && (
          <>
            <dt>{say.indicators}</dt>
            <dd>
              {walk.leaves.map(({ code, name, points, of }) => (
                <div key={code} title={name}>
                  {code} {points === undefined ? say.undecidedOf(of) : say.scored(points, of)}
                </div>
              ))}
            </dd>
          </>
        )}
        {walk.definition !== undefined && (
          <>
            <dt>{say.definition}</dt>
            <dd>{walk.definition}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
