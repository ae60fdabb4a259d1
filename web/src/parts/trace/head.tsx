/** What a walk begins with: the value, whose it is, last year's, and the leaves that read it. */
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { isUnit, unitDefinition } from '../../../../src/kernel/index.ts';
import { useWords } from '../../shell/language.tsx';
import { printAmount, printGrowth } from '../numbers.ts';
import { punctuation } from '../punctuation.ts';
import { isWorth, movedFrom } from './growth.ts';
import { traceWords } from './words.ts';

/** All its digits, of money at least 角 and 分: `10,215.60 元/人`. */
function exactly({ value, unit }: { readonly value: string; readonly unit: string }): string {
  if (unit === '1') return printAmount(value);
  if (unit === '年') return `${value}年`;
  return `${printAmount(value, isUnit(unit) ? unitDefinition(unit).decimals : undefined)} ${unit}`;
}

export function Head({
  walk,
  isOwn = false,
  prior,
  goToPrior,
}: {
  readonly walk: FigureWalk;
  readonly isOwn?: boolean;
  readonly prior?: FigureWalk | undefined;
  goToPrior?(): void;
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
            <dd>{exactly(walk.value)}</dd>
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
