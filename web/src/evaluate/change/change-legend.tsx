/** What the bars of the waterfall are: only those kinds that stand in it. */
import { useWords } from '../../shell/language.tsx';
import { evaluateWords } from '../words.ts';
import type { Bar } from './waterfall.ts';

export function ChangeLegend({ bars, hasLines }: { readonly bars: readonly Bar[]; readonly hasLines: boolean }) {
  const say = useWords(evaluateWords).change.legend;
  const steps = bars.filter(({ kind }) => kind !== 'total');
  const kinds = [
    ['total', true],
    ['up', steps.some(({ from, to }) => to >= from)],
    ['down', steps.some(({ from, to }) => to < from)],
    ['hatched', steps.some(({ kind }) => kind === 'scheme' || kind === 'open')],
    ['line', hasLines],
  ] as const;
  return (
    <ul className="change-legend" aria-label={say.title}>
      {kinds.map(
        ([kind, isThere]) =>
          isThere && (
            <li key={kind}>
              <span className={`change-key change-key-${kind}`} aria-hidden="true" />
              {say[kind]}
            </li>
          ),
      )}
    </ul>
  );
}
