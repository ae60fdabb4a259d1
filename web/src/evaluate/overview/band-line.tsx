/** The score on a line of grades, with last year beside it. */
import type { Overview } from '../../../../src/evaluate/replies.ts';
import { useWords } from '../../shell/language.tsx';
import { evaluateWords } from '../words.ts';

interface Given {
  readonly data: Overview;
  readonly about: Overview['units'][number];
}

/** Grades from the lowest that has an edge up to full marks, the lowest part drawn short. */
export function scaleOf({ grades, total }: Pick<Overview, 'grades' | 'total'>): {
  readonly from: number;
  at(score: string): number;
} {
  const edges = grades.flatMap(({ from }) => (from === undefined ? [] : [Number(from)]));
  const top = Number(total);
  const lowest = edges.length === 0 ? 0 : Math.min(...edges);
  const from = Math.max(0, lowest - (top - lowest) / 2);
  return { from, at: (score) => Math.min(100, Math.max(0, ((Number(score) - from) / (top - from)) * 100)) };
}

export function BandLine({ data, about }: Given) {
  const say = useWords(evaluateWords);
  const { at } = scaleOf(data);
  const bands = data.grades.toReversed();
  // A sum so far is no score: on the line it would stand at the lowest grade.
  const isWhole = about.undecided.length === 0;
  const [here, last] = [at(about.score), about.last === undefined ? undefined : at(about.last.score)];
  return (
    <div
      className="band"
      role="img"
      aria-label={say.overview.bandText(about.score, about.grade, about.last?.score ?? '')}
    >
      <div className="band-marks" aria-hidden>
        {isWhole ? (
          <span className="band-now" style={{ left: `${here}%`, transform: `translateX(-${here}%)` }}>
            {about.score} {say.overview.computedMark}
          </span>
        ) : (
          <span className="band-now">{say.overview.soFar(about.score)}</span>
        )}
      </div>
      <div className="band-line" aria-hidden>
        {bands.map(({ name, from }, place) => {
          const next = bands[place + 1]?.from;
          const [begins, ends] = [from === undefined ? 0 : at(from), next === undefined ? 100 : at(next)];
          return (
            <span
              key={name}
              className={`band-part ${place === bands.length - 1 ? 'band-best' : ''}`}
              style={{ left: `${begins}%`, width: `calc(${ends - begins}% - 1px)` }}
            />
          );
        })}
        {isWhole && <span className="band-tick" style={{ left: `${here}%` }} />}
        {last !== undefined && <span className="band-last" style={{ left: `${last}%` }} />}
      </div>
      <div className="band-names" aria-hidden>
        {bands.map(({ name, from }) => (
          <span key={name} style={{ left: `${from === undefined ? 0 : at(from)}%` }}>
            {from === undefined ? name : say.overview.band(from.replace(/\.?0+$/, ''), name)}
          </span>
        ))}
      </div>
      {about.last !== undefined && (
        <p className="band-note">
          <span className="dot dot-last" aria-hidden /> {say.overview.lastMark(about.last.score)}
        </p>
      )}
    </div>
  );
}
