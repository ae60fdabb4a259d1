/** The last draft of each report; earlier ones are reached from it. */
import { Link } from '@tanstack/react-router';
import type { ReportList } from '../../../src/report/replies.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import { printWhen } from '../parts/numbers.ts';
import { Empty } from '../parts/states.tsx';
import { useLanguage, useWords } from '../shell/language.tsx';
import { oneLine } from './one-line.ts';
import { stationWords, takenAlong } from './station.ts';
import { reportWords } from './words.ts';

/** What a version was counted to have when it was filed; versions of before this was counted hold nothing. */
export interface Counted {
  readonly title?: string;
  readonly words?: number;
  readonly figures?: number;
  readonly errors?: number;
  readonly warns?: number;
  readonly hints?: number;
  readonly asOf?: string;
}

const WORD_LIMIT = 5_000;

export function ReportTable({ reports }: { readonly reports: ReportList }) {
  const say = useWords(reportWords);
  const { language } = useLanguage();
  const last = [...Map.groupBy(reports, ({ report }) => report).values()].flatMap((versions) =>
    versions.toSorted((a, b) => b.version - a.version).slice(0, 1),
  );
  if (last.length === 0) return <Empty>{say.noReports}</Empty>;
  return (
    <div className="report-scroll">
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{say.columns.title}</th>
            <th scope="col">{say.columns.draft}</th>
            <th scope="col">{say.columns.state}</th>
            <th scope="col">{say.columns.findings}</th>
            <th scope="col" className="number">
              {say.columns.figures}
            </th>
            <th scope="col" className="number">
              {say.columns.words}
            </th>
            <th scope="col">{say.columns.updated}</th>
          </tr>
        </thead>
        <tbody>
          {last.map(({ report, version, kind, state, person, at, summary, filing }) => {
            const counted = summary as Counted;
            const { asked } = filing as { readonly asked?: { readonly person: string; readonly to: string } };
            return (
              <tr key={report}>
                <td className="title">
                  <Link to="/report/$report" params={{ report }}>
                    {oneLine(counted.title ?? '') || say.untitled}
                  </Link>
                </td>
                <td>
                  {say.draftNo(version)}{' '}
                  <span className="report-quiet">
                    {person} {say.kind[kind]}
                  </span>
                </td>
                <td className={takenAlong({ state, summary }) > 0 ? 'report-warned' : undefined}>
                  {stationWords({ state, summary }, say)}
                  {asked !== undefined && <div className="report-warned">{say.waitsFor(asked.person, asked.to)}</div>}
                </td>
                <td>
                  <Counts counted={counted} />
                </td>
                <td className="number">{counted.figures ?? '—'}</td>
                <td className={`number${(counted.words ?? 0) > WORD_LIMIT ? ' report-over' : ''}`}>
                  {counted.words === undefined ? '—' : say.wordsOf(counted.words, WORD_LIMIT)}
                </td>
                <td>{printWhen(at, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Counts({ counted: { errors = 0, warns = 0, hints = 0 } }: { readonly counted: Counted }) {
  const say = useWords(reportWords);
  const levels = [
    ['error', errors],
    ['warn', warns],
    ['hint', hints],
  ] as const;
  const found = levels.filter(([, count]) => count > 0);
  if (found.length === 0) return <span className="report-quiet">{say.clean}</span>;
  return (
    <span className="report-counts">
      {found.map(([level, count]) => (
        <span key={level}>
          <LevelMark level={level} /> {count}
        </span>
      ))}
    </span>
  );
}
