/** 概览: a year on one page, for those who lead. Everything is one tap from its reason. */
import { Link } from '@tanstack/react-router';
import type { Overview, ScorePage } from '../../../../src/evaluate/replies.ts';
import type { ReportList } from '../../../../src/report/replies.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { LevelMark } from '../../parts/level-mark.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { furthest, stationWords, takenAlong } from '../../report/station.ts';
import { reportWords } from '../../report/words.ts';
import { useAsk } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { REPORT_READERS } from '../../shell/rail.ts';
import { useRound } from '../../shell/round.tsx';
import { useOpens } from '../../shell/session.tsx';
import { Grade, SoFar } from '../head-strip.tsx';
import { showSigned } from '../heat.ts';
import { reasonOf } from '../routes.tsx';
import { evaluateWords } from '../words.ts';
import { Attentions } from './attentions.tsx';
import { BandLine } from './band-line.tsx';
import { CountyDots } from './county-dots.tsx';
import '../evaluate.css';
import './overview.css';

export function OverviewScreen() {
  const say = useWords(evaluateWords);
  const { round } = useRound();
  const isNarrow = useIsNarrow();
  const { data, error, refetch } = useAsk<Overview>(`/rounds/${round}/overview`);
  const readsReports = useOpens()(REPORT_READERS);
  const reports = useAsk<ReportList>(readsReports ? `/rounds/${round}/reports` : undefined);
  if (error !== null && data === undefined) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting rows={10} />;
  const about = data.units.find(({ code }) => code === data.about);
  if (about === undefined) return <Empty>{say.noResults}</Empty>;
  const counties = data.units.filter(({ code, level }) => code !== about.code && level === 'county');
  const dots = counties.length > 0 && <CountyDots data={data} counties={counties} />;
  return (
    <div className="overview">
      <h1 className="unseen">
        {say.overview.title} {about.name}
      </h1>
      <ScoreBox data={data} about={about} counties={counties} />
      <Stages data={data} report={furthest(reports.data)} undecided={about.undecided.length} />
      <div className="overview-columns">
        {isNarrow && dots}
        <div className="overview-column">
          <Attentions data={data} />
          <LostMost data={data} about={about} />
          {readsReports && <ReportBox report={furthest(reports.data)} />}
        </div>
        {!isNarrow && dots}
      </div>
    </div>
  );
}

type Standing = Overview['units'][number];
type Report = ReportList[number];

function ScoreBox({
  data,
  about,
  counties,
}: {
  readonly data: Overview;
  readonly about: Standing;
  readonly counties: readonly Standing[];
}) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const { round } = useRound();
  const { data: scores } = useAsk<ScorePage>(`/rounds/${round}/scores/${about.code}`);
  const isOpen = about.undecided.length > 0;
  const down = counties.filter(({ downgrades, vetoes }) => downgrades.length + vetoes.length > 0).length;
  const given = (owner: 'stated' | 'proposed'): boolean =>
    scores?.leaves.some((leaf) => leaf[owner] !== undefined) ?? false;
  return (
    <section className="overview-box overview-score" aria-label={say.overview.score(data.year)}>
      <div>
        <p className="evaluate-label">
          {say.overview.score(data.year)}
          {data.state === 'collecting' ? say.overview.unlocked : say.overview.lockedMark}
        </p>
        <p className="overview-number">
          <Link to="/evaluate" search={{ unit: about.code }}>
            {about.score}
          </Link>{' '}
          {isOpen && <SoFar of={about.decided} />}
          <Grade name={about.grade} />
        </p>
      </div>
      <BandLine data={data} about={about} />
      <dl className="overview-facts">
        {isOpen && <Fact label={say.overview.open}>{say.overview.openPoints(about.open)}</Fact>}
        {scores !== undefined && given('proposed') && (
          <Fact label={say.overview.proposed}>
            {scores.sums.proposed.score} {scores.sums.proposed.grade}
          </Fact>
        )}
        {scores !== undefined && given('stated') && <Fact label={say.overview.stated}>{scores.sums.stated.score}</Fact>}
        {about.last !== undefined && (
          <Fact label={about.last.difference === undefined ? say.overview.lastYear : say.overview.change}>
            {about.last.difference === undefined ? about.last.score : showSigned(about.last.difference)}
          </Fact>
        )}
        {about.next !== undefined && (
          <Fact label={say.overview.to(about.next.grade)}>{say.overview.short(about.next.short)}</Fact>
        )}
        <Fact label={say.overview.veto}>
          {about.vetoes.length === 0 ? (
            isOpen ? (
              say.head.noVetoYet
            ) : (
              <>
                <LevelMark level="ok" /> {say.head.noVeto}
              </>
            )
          ) : (
            <span className="evaluate-bad">{about.vetoes.map(({ name }) => name).join(marks.semicolon)}</span>
          )}
        </Fact>
        <Fact label={say.overview.downgrade}>
          {down === 0 ? (
            isOpen ? (
              say.head.noneYet
            ) : (
              say.head.none
            )
          ) : (
            <span className="evaluate-bad">{say.overview.units(down)}</span>
          )}
        </Fact>
      </dl>
    </section>
  );
}

const Fact = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

type StageState = 'done' | 'now' | 'warn' | 'open';
const MARKS: Readonly<Record<StageState, IconName | undefined>> = {
  done: 'ok',
  now: undefined,
  warn: 'warn',
  open: undefined,
};

/** Stations of a report with which its year is done. */
const DELIVERED: ReadonlySet<string> = new Set(['已报送', '已归档']);

/** Delivered is done only where nothing wrong was taken along. */
const standingOf = (report: Report): StageState =>
  !DELIVERED.has(report.state) ? 'now' : takenAlong(report) > 0 ? 'warn' : 'done';

function Stages({
  data,
  report,
  undecided,
}: {
  readonly data: Overview;
  readonly report: Report | undefined;
  readonly undecided: number;
}) {
  const say = useWords(evaluateWords);
  const { collect, review } = data.stages;
  const { stage, stages } = say.overview;
  const reportSay = useWords(reportWords);
  const isCollected = collect.units.of > 0 && collect.units.done === collect.units.of;
  const isReviewed = review.tasks.of > 0 && review.tasks.done === review.tasks.of;
  const isLocked = data.state !== 'collecting';
  const all: readonly { readonly name: string; readonly state: StageState; readonly note: string }[] = [
    { name: stages.scheme, state: 'done', note: stage.published(data.scheme.version) },
    {
      name: stages.collect,
      state: isCollected ? 'done' : 'now',
      note: stage.collect(collect.units.done, collect.units.of),
    },
    {
      name: stages.review,
      state: isReviewed ? 'done' : review.waiting > 0 || collect.returned > 0 ? 'warn' : 'open',
      note: stage.review(review.tasks.done, review.tasks.of),
    },
    {
      name: stages.evaluate,
      state: isLocked ? 'done' : isReviewed ? 'now' : undecided > 0 ? 'warn' : 'now',
      note: isLocked ? stage.locked : undecided > 0 ? stage.open(undecided) : stage.whole,
    },
    {
      name: stages.report,
      state: report === undefined ? 'open' : standingOf(report),
      note: report === undefined ? stage.noReport : stationWords(report, reportSay),
    },
  ];
  const shown = useOpens()(REPORT_READERS) ? all : all.slice(0, -1);
  return (
    <ol className="overview-box overview-stages">
      {shown.map(({ name, state, note }) => {
        const mark = MARKS[state];
        return (
          <li
            key={name}
            className={`overview-stage overview-${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="overview-stage-mark" aria-hidden>
              {mark !== undefined && <Icon name={mark} size={14} />}
            </span>
            <strong>{name}</strong>
            <span>{note}</span>
          </li>
        );
      })}
    </ol>
  );
}

function LostMost({ data, about }: { readonly data: Overview; readonly about: Standing }) {
  const say = useWords(evaluateWords);
  const { most, leaves, of } = data.lost;
  const top = Number(most[0]?.lost ?? 1);
  return (
    <section className="overview-box" aria-labelledby="overview-lost">
      <div className="overview-head">
        <h2 id="overview-lost">
          {say.overview.lostMost} <small>{say.head.computed}</small>
        </h2>
        <Link to="/evaluate" search={{ unit: about.code }}>
          {say.overview.all(of)}
        </Link>
      </div>
      {leaves === 0 && <p className="evaluate-quiet">{say.overview.noLost}</p>}
      <ul>
        {most.map(({ code, name, lost, of: full }) => (
          <li key={code}>
            <Link to="/evaluate" search={reasonOf(about.code, code)} className="overview-lost">
              <span className="evaluate-code">{code}</span>
              <span className="overview-lost-name">{name}</span>
              <span className="overview-lost-bar" aria-hidden>
                <span style={{ width: `${(Number(lost) / top) * 100}%` }} />
              </span>
              <strong>−{lost}</strong>
              <span className="evaluate-quiet">/ {full.replace(/\.?0+$/, '')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReportBox({ report }: { readonly report: Report | undefined }) {
  const say = useWords(evaluateWords);
  const reportSay = useWords(reportWords);
  const { language } = useLanguage();
  if (report === undefined)
    return (
      <section className="overview-box overview-report">
        <Icon name="report" size={20} />
        <p className="evaluate-quiet">{say.overview.reportNone}</p>
      </section>
    );
  const { reportTitle, reportNote, read } = say.overview;
  return (
    <section className="overview-box overview-report">
      <Icon name="report" size={20} />
      <div>
        <p>
          <strong>{reportTitle(report.version)}</strong>
        </p>
        <p className="evaluate-label">{reportNote(stationWords(report, reportSay), printWhen(report.at, language))}</p>
      </div>
      <Link className="overview-read" to="/report/$report" params={{ report: report.report }}>
        {read}
      </Link>
    </section>
  );
}
