/** Steps 3 and 6: who said it, what was said before, and who agreed. */
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { printWhen } from '../numbers.ts';
import { traceWords } from './words.ts';

export type StatedFigure = FigureWalk['stated'];
type Decided = NonNullable<StatedFigure>['decisions'][number];

const ACCEPTING: ReadonlySet<string> = new Set(['accept', 'acceptFigures', 'correct', 'lock']);

export function Submitted({
  stated,
}: {
  readonly stated: StatedFigure | Omit<NonNullable<StatedFigure>, 'earlier' | 'workbook'>;
}) {
  const say = useWords(traceWords);
  const { language } = useLanguage();
  if (stated === undefined) return <p className="trace-quiet">{say.noStatement}</p>;
  const earlier = 'earlier' in stated ? stated.earlier : [];
  return (
    <>
      <p>
        {say.version(stated.version)} {say.by(stated.person, printWhen(stated.at, language))}
      </p>
      {stated.reason !== null && stated.reason !== '' && <p>{say.because(stated.reason)}</p>}
      <Decisions decisions={stated.decisions.filter(({ verdict }) => !ACCEPTING.has(verdict))} />
      {earlier.map(({ version, typed, typedUnit, person, at, reason }) => (
        <p key={version} className="trace-quiet">
          {say.earlier(version, `${typed}${typedUnit ?? ''}`, person, printWhen(at, language))}
          {reason !== null && reason !== '' ? ` ${say.because(reason)}` : ''}
        </p>
      ))}
    </>
  );
}

export function Accepted({ stated }: { readonly stated: { readonly decisions: readonly Decided[] } | undefined }) {
  const say = useWords(traceWords);
  const found = stated?.decisions.filter(({ verdict }) => ACCEPTING.has(verdict)) ?? [];
  if (found.length === 0) return <p className="trace-quiet">{say.notAccepted}</p>;
  return <Decisions decisions={found} />;
}

function Decisions({ decisions }: { readonly decisions: readonly Decided[] }) {
  const say = useWords(traceWords);
  const { language } = useLanguage();
  return decisions.map(({ verdict, person, at }) => (
    <p key={`${verdict} ${at}`}>{say.decided(person, say.verdicts[verdict] ?? verdict, printWhen(at, language))}</p>
  ));
}
