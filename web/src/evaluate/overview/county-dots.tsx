/** Counties in the order of the register, this year and last as two dots; never ranked. */
import { Link } from '@tanstack/react-router';
import { PENDING } from '../../../../src/evaluate/contract.ts';
import type { Overview } from '../../../../src/evaluate/replies.ts';
import { useWords } from '../../shell/language.tsx';
import { Grade } from '../head-strip.tsx';
import { showSigned, sumShown } from '../heat.ts';
import { evaluateWords } from '../words.ts';

type Standing = Overview['units'][number];
interface Given {
  readonly data: Overview;
  readonly counties: readonly Standing[];
}

/** A sum so far is no score: beside last year it would look like a fall. */
const isWhole = ({ undecided }: Standing): boolean => undecided.length === 0;
const FILINGS = ['returned', 'filling', 'waiting', 'accepted'] as const;

export function CountyDots({ data, counties }: Given) {
  const say = useWords(evaluateWords);
  const [best] = data.grades;
  const scores = counties.flatMap((county) => [
    ...(isWhole(county) ? [Number(county.score)] : []),
    ...(county.last === undefined ? [] : [Number(county.last.score)]),
  ]);
  const zones = counties.filter(({ isZone }) => isZone).length;
  const top = Number(data.total);
  const low = Math.max(0, Math.floor((Math.min(...scores, Number(best?.from ?? top)) - 2) / 5) * 5);
  const nameOf = ({ name, score, grade, filing, last, undecided }: Standing): string =>
    undecided.length === 0 || filing === undefined
      ? say.overview.pair(name, score, grade, last?.score ?? '')
      : say.overview.openPair(name, say.overview.filing[filing], last?.score ?? '');
  const at = (score: string): number => Math.min(99, Math.max(1, ((Number(score) - low) / (top - low)) * 100));
  return (
    <section className="overview-box overview-counties" aria-labelledby="overview-counties">
      <div className="overview-head">
        <h2 id="overview-counties">{say.overview.counties(counties.length - zones, zones)}</h2>
        <p className="evaluate-label overview-legend">
          <span className="dot dot-now" aria-hidden /> {say.overview.thisYear}{' '}
          <span className="dot dot-last" aria-hidden /> {say.overview.lastYear}{' '}
          {best?.from !== undefined && (
            <>
              <span className="dot-line" aria-hidden />{' '}
              {say.overview.gradeLine(best.name, best.from.replace(/\.?0+$/, ''))}
            </>
          )}
        </p>
      </div>
      <p className="heat-note">
        <strong>{say.overview.owner}</strong> {say.heat.note}
      </p>
      <Summary data={data} counties={counties} />
      <ul>
        {counties.map((county) => {
          const { code, name, score, last, vetoes, downgrades } = county;
          const whole = isWhole(county);
          const [now, then] = [at(score), last === undefined ? undefined : at(last.score)];
          return (
            <li key={code}>
              <Link to="/evaluate" search={{ unit: code }} className="county" aria-label={nameOf(county)}>
                <span className="county-name">{name}</span>
                <span className="county-grade">
                  {vetoes.length > 0 && <span className="evaluate-bad">▲</span>}
                  {downgrades.length > 0 && <span className="evaluate-bad">▼</span>}
                  <Stand of={county} />
                </span>
                <span className="county-dots" aria-hidden>
                  {best?.from !== undefined && <span className="county-edge" style={{ left: `${at(best.from)}%` }} />}
                  {whole && then !== undefined && (
                    <span
                      className="county-span"
                      style={{ left: `${Math.min(now, then)}%`, width: `${Math.abs(now - then)}%` }}
                    />
                  )}
                  {then !== undefined && <span className="dot dot-last" style={{ left: `${then}%` }} />}
                  {whole && <span className="dot dot-now" style={{ left: `${now}%` }} />}
                </span>
                <strong className="county-score">{sumShown(county)}</strong>
                <span className="county-change">
                  {last?.difference === undefined ? '' : showSigned(last.difference)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Its grade; while that is open, how far its papers are. */
function Stand({ of: { undecided, grade, filing } }: { readonly of: Standing }) {
  const say = useWords(evaluateWords);
  return undecided.length === 0 || filing === undefined ? <Grade name={grade} /> : say.overview.filing[filing];
}

/** How they stand, in one line: by grade, and beside last year. */
function Summary({ data, counties }: Given) {
  const say = useWords(evaluateWords);
  const stands = Map.groupBy(counties, (county) => (isWhole(county) ? county.grade : (county.filing ?? PENDING)));
  const names = [...data.grades.map(({ name }) => name), ...FILINGS, PENDING].filter((name) => stands.has(name));
  const differences = counties.flatMap(({ last }) => last?.difference ?? []).map(Number);
  const [rose, fell] = [differences.filter((each) => each > 0).length, differences.filter((each) => each < 0).length];
  return (
    <p className="county-summary">
      {names.flatMap((name) => {
        const [first, ...rest] = stands.get(name) ?? [];
        return first === undefined
          ? []
          : [
              <span key={name}>
                <Stand of={first} /> <strong>{1 + rest.length}</strong>
              </span>,
            ];
      })}
      {rose > 0 && <span>{say.overview.rose(rose)}</span>}
      {fell > 0 && <span>{say.overview.fell(fell)}</span>}
    </p>
  );
}
