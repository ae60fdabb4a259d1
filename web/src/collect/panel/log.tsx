/** Every version of the figure: when, by whom, whence, and with which explanation. */
import type { FigureHistory } from '../../../../src/collect/replies.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { collectWords } from '../words.ts';
import { type OfCell, useHistory } from './use-history.ts';

export function Log({ now, round, place }: OfCell) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  const { data } = useHistory({ now, round, place });
  if (data === undefined) return null;
  return (
    <section className="panel-part">
      <h3>{say.log}</h3>
      {data.versions.length === 0 && <p className="panel-note">{say.noLog}</p>}
      <ul className="panel-log">
        {data.versions.map(({ year, version, typed, person, at, source, reason }) => (
          <li key={`${year} ${version}`}>
            {printWhen(at, language)} {person} {whence(source, say)} {year === 'prior' && say.priorOf}{' '}
            <b>{typed === '' ? say.logEmpty : typed}</b>
            {reason !== null && (
              <span>
                {marks.colon}
                {reason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a version was read: by hand, from a file, or from another round. */
function whence(
  source: FigureHistory['versions'][number]['source'],
  say: ReturnType<typeof useWords<(typeof collectWords)['zh']>>,
): string {
  switch (source.kind) {
    case 'cell':
      return say.fromFile(source.file, `${source.sheet}!${source.cell}`);
    case 'csv':
      return say.fromFile(source.file, '');
    case 'round':
      return say.fromRound(source.name, source.version, source.person);
    default:
      return say.byHand;
  }
}
