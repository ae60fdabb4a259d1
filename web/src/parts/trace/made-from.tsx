/** Steps 1 and 2: the formula with each of its terms, or the units whose figures make the total. */
import { useState } from 'react';
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { compare, decimal } from '../../../../src/kernel/index.ts';
import { useWords } from '../../shell/language.tsx';
import { punctuation } from '../punctuation.ts';
import { isWorth } from './growth.ts';
import { Step } from './step.tsx';
import type { Traced } from './trace.tsx';
import { traceWords } from './words.ts';

type Part = FigureWalk['parts'][number];
interface Given {
  readonly walk: FigureWalk;
  readonly year: 'now' | 'prior';
  goTo(next: Traced): void;
}

const FEW = 4;
/** Missing figures named. */
const NAMED = 8;

export function MadeFrom({ walk, year, goTo }: Given) {
  const say = useWords(traceWords);
  const isTotal = walk.how === 'sum' || (walk.how === 'gap' && walk.coverage !== undefined);
  const covered = coveredBy(walk);
  return (
    <>
      <Step title={say.steps.formula}>
        <Formula walk={walk} />
      </Step>
      {walk.parts.length > 0 && (
        <Step
          title={isTotal ? say.steps.parts : say.steps.terms}
          note={covered === undefined ? undefined : say.coverage(covered.reported, covered.of)}
        >
          <Parts walk={walk} isTotal={isTotal} goTo={goTo} year={year} />
        </Step>
      )}
    </>
  );
}

const isOwn = (part: Part, walk: FigureWalk): boolean => part.unit.code === walk.unit.code && part.item === walk.item;

/** The units below and, where it states some of it itself, the unit: as many as are added up. */
function coveredBy(walk: FigureWalk): { readonly of: number; readonly reported: number } | undefined {
  if (walk.coverage === undefined) return undefined;
  const { of, reported } = walk.coverage;
  const own = walk.parts.find((part) => isOwn(part, walk))?.value;
  const gap = typeof own === 'object' && 'gap' in own ? own.gap : undefined;
  if (own === undefined || gap === 'not-applicable') return { of, reported };
  return { of: of + 1, reported: reported + (gap === undefined ? 1 : 0) };
}

function Formula({ walk }: { readonly walk: FigureWalk }) {
  const say = useWords(traceWords);
  const { how, value } = walk;
  const gap = typeof value === 'object' && 'gap' in value ? value : undefined;
  const places = gap?.places ?? gap?.from.length ?? 0;
  return (
    <div className="trace-formula">
      {walk.formulaWords !== undefined && <p title={walk.formula}>{walk.formulaWords}</p>}
      {how === 'stated' && <p>{say.direct}</p>}
      {how === 'sum' && <p>{say.sum(coveredBy(walk)?.of ?? walk.count)}</p>}
      {how === 'ledger' && <p>{say.ledger}</p>}
      {how === 'count' && <p>{say.count}</p>}
      {gap === undefined ? (
        walk.how !== 'stated' && (
          <p>
            = <strong>{walk.shown}</strong>
          </p>
        )
      ) : (
        <>
          <p>{say.gap[gap.gap]}</p>
          <ul>
            {gap.from.slice(0, NAMED).map(({ item, unit, period }) => (
              <li key={`${unit} ${item} ${period}`}>{say.gapOf(nameOf(unit, walk), itemName(item, walk))}</li>
            ))}
          </ul>
          {places > NAMED && <p>{say.others(places - NAMED)}</p>}
        </>
      )}
    </div>
  );
}

const nameOf = (unit: string, walk: FigureWalk): string =>
  walk.unit.code === unit ? walk.unit.name : (walk.parts.find((part) => part.unit.code === unit)?.unit.name ?? unit);
const itemName = (item: string, walk: FigureWalk): string =>
  walk.item === item ? walk.name : (walk.parts.find((part) => part.item === item)?.name ?? item);

function Parts({ walk, isTotal, goTo, year }: Given & { readonly isTotal: boolean }) {
  const say = useWords(traceWords);
  const marks = useWords(punctuation);
  const [isWhole, whole] = useState(false);
  const most = walk.parts.reduce((top, part) => Math.max(top, sizeOf(part)), 0);
  const few = isTotal ? walk.parts.toSorted(byValue).slice(0, FEW) : walk.parts;
  const shown = isWhole ? walk.parts : few;
  const yearOf = (part: Part): 'now' | 'prior' =>
    year === 'prior' || (!isTotal && part.period !== walk.period && isBefore(part, walk)) ? 'prior' : 'now';
  return (
    <>
      <table className="trace-parts">
        <tbody>
          {shown.map((part) => (
            <tr key={`${part.unit.code} ${part.item} ${part.period}`}>
              <td>
                <button
                  type="button"
                  className="trace-link"
                  onClick={() =>
                    goTo({
                      ...{ unit: part.unit.code, item: part.item, year: yearOf(part) },
                      ...(isTotal && isOwn(part, walk) ? { own: true } : {}),
                    })
                  }
                >
                  {isTotal ? part.unit.name : part.name}
                  {isTotal && isOwn(part, walk) && marks.aside(say.own)}
                  {yearOf(part) === 'prior' && year === 'now' ? marks.aside(say.prior) : ''}
                </button>
              </td>
              <td className="trace-amount">{part.shown}</td>
              {isTotal && (
                <td style={{ width: 80 }} aria-hidden>
                  <span
                    className="trace-bar"
                    style={{ width: `${most === 0 ? 0 : Math.round((sizeOf(part) / most) * 100)}%` }}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isTotal && walk.parts.length > FEW && (
        <button type="button" className="trace-link" onClick={() => whole(!isWhole)}>
          {isWhole ? say.few : say.all}
        </button>
      )}
      {walk.more > 0 && <p className="trace-quiet">{say.more(walk.more)}</p>}
    </>
  );
}

/** For the length of a bar alone. */
const sizeOf = ({ value }: Part): number => (isWorth(value) ? Math.abs(Number(value.value)) : 0);
const byValue = (a: Part, b: Part): number =>
  isWorth(a.value) && isWorth(b.value)
    ? compare(decimal(b.value.value), decimal(a.value.value))
    : Number(isWorth(b.value)) - Number(isWorth(a.value));

const yearIn = (period: string): number => Number(/\d{4}/.exec(period)?.[0] ?? 0);
const isBefore = (part: Part, walk: FigureWalk): boolean =>
  walk.parts.some((other) => other.item === part.item && yearIn(other.period) > yearIn(part.period));
