/** What the marks in the template's text mean. */
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';

const MARKS = [
  ['done', '46'],
  ['open', 'XX'],
  ['deleted', '□'],
  ['wrong', '2025—2025'],
] as const;

export function Legend() {
  const { studio: say } = useWords(reportWords);
  return (
    <p className="studio-keys">
      {say.legend.title}{' '}
      {MARKS.map(([state, sample]) => (
        <span key={state} className="studio-legend">
          <mark className={`blank-mark blank-${state}`}>{sample}</mark> {say.legend[state]}
        </span>
      ))}
    </p>
  );
}
