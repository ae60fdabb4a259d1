/** The foot of the grid: how far, what was found, each a way to it; and the keys. */
import { LevelMark } from '../parts/level-mark.tsx';
import { useWords } from '../shell/language.tsx';
import type { Only } from './form/form-rows.ts';
import type { Progress, Tally } from './form/tally.ts';
import { collectWords } from './words.ts';

interface Given {
  readonly tally: Tally;
  readonly progress: Progress | undefined;
  readonly only: Only;
  /** Which rows are shown. */
  show(only: Only): void;
  to(severity: 'error' | 'warn' | 'hint'): void;
}

export function StatusBar({ tally, progress, only, show, to }: Given) {
  const say = useWords(collectWords);
  const { done, of } = progress ?? tally.all;
  const levels = [
    { level: 'error', n: tally.errors, words: say.errors(tally.errors) },
    { level: 'warn', n: tally.warns, words: say.warns(tally.warns) },
    { level: 'hint', n: tally.hints, words: say.hints(tally.hints) },
  ] as const;
  const views: readonly { readonly only: Only; readonly words: string }[] = [
    { only: undefined, words: say.all },
    ...(tally.returned.length > 0 || only === 'returned'
      ? [{ only: 'returned' as const, words: say.onlyReturned }]
      : []),
    ...(tally.errors + tally.warns > 0 || only === 'found' ? [{ only: 'found' as const, words: say.onlyFound }] : []),
  ];
  return (
    <footer className="collect-foot">
      <span>{say.count(done, of)}</span>
      <span role="status" aria-live="polite" className="collect-found">
        {levels
          .filter(({ n }) => n > 0)
          .map(({ level, words }) => (
            <button key={level} type="button" className={`plain-button collect-${level}`} onClick={() => to(level)}>
              <LevelMark level={level} /> {words}
            </button>
          ))}
      </span>
      {tally.lacking > 0 && <span>{say.lacking(tally.lacking)}</span>}
      {(views.length > 1 || only !== undefined) && (
        <fieldset className="collect-views" aria-label={say.view}>
          {views.map((view) => (
            <button key={view.words} type="button" aria-pressed={only === view.only} onClick={() => show(view.only)}>
              {view.words}
            </button>
          ))}
        </fieldset>
      )}
      <span className="collect-keys" aria-hidden>
        <kbd>Enter</kbd> {say.keys.enter} <kbd>Tab</kbd> {say.keys.tab} <kbd>Ctrl V</kbd> {say.keys.paste}{' '}
        <kbd>Ctrl Z</kbd> {say.keys.undo} <kbd>F8</kbd> {say.keys.finding}
      </span>
    </footer>
  );
}
