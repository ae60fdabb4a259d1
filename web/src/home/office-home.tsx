/** The office's workbench: where each stage stands, the one thing that blocks it, and whose turn it is. */
import { Link } from '@tanstack/react-router';
import type { TaskList } from '../../../src/collect/replies.ts';
import type { Overview } from '../../../src/evaluate/replies.ts';
import type { ReportList } from '../../../src/report/replies.ts';
import type { Inbox, OverdueList } from '../../../src/review/replies.ts';
import { ProgressMatrix } from '../collect/progress-matrix.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Trouble, Waiting } from '../parts/states.tsx';
import { furthest, stationWords } from '../report/station.ts';
import { reportWords } from '../report/words.ts';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { REPORT_READERS } from '../shell/rail.ts';
import { useRound } from '../shell/round.tsx';
import { useOpens } from '../shell/session.tsx';
import { GroupNotice } from './group-notice.tsx';
import { homeWords } from './words.ts';
import './office-home.css';

const OPEN: ReadonlySet<string> = new Set(['draft', 'returned']);
const THROUGH: ReadonlySet<string> = new Set(['accepted', 'locked']);

export function OfficeHome() {
  const say = useWords(homeWords);
  const reportSay = useWords(reportWords);
  const { round, name, due, state } = useRound();
  const path = `/rounds/${round}`;
  const readsReports = useOpens()(REPORT_READERS);
  const tasks = useAsk<TaskList>(`${path}/tasks`);
  const inbox = useAsk<Inbox>(`${path}/inbox`).data ?? [];
  const overview = useAsk<Overview>(`${path}/overview`).data;
  const reports = useAsk<ReportList>(readsReports ? `${path}/reports` : undefined).data;
  const overdue = useAsk<OverdueList>(`${path}/overdue`).data ?? [];
  if (tasks.data === undefined)
    return tasks.error === null ? <Waiting rows={12} /> : <Trouble refused={tasks.error} retry={tasks.refetch} />;
  const all = tasks.data;
  const handedIn = all.filter((task) => !OPEN.has(task.state)).length;
  const through = all.filter((task) => THROUGH.has(task.state)).length;
  const returned = all.filter((task) => task.state === 'returned').length;
  const open = overview?.units.find(({ code }) => code === overview.about)?.undecided.length;
  const report = furthest(reports);
  // Newest first: the first of each report is the one that stands.
  const waitsForSecond = [...Map.groupBy(reports ?? [], ({ report }) => report).values()].some(
    ([last]) => last !== undefined && 'asked' in (last.filing as object),
  );
  return (
    <div className="office-home">
      <section className="office-stages" aria-label={say.stages}>
        <h1>
          {say.title} <small>{name}</small>
        </h1>
        <ul>
          <Stage icon="scheme" to="/scheme" name={say.scheme} state={say.published} blocks={undefined} />
          <Stage
            icon="collect"
            to="/collect"
            name={say.collect}
            state={say.of(handedIn, all.length)}
            blocks={
              returned > 0 ? say.returned(returned) : overdue.length > 0 ? say.overdue(overdue.length) : undefined
            }
          />
          <Stage
            icon="review"
            to="/review"
            name={say.review}
            state={say.of(through, all.length)}
            blocks={inbox.length > 0 ? say.waitsForMe(inbox.length) : undefined}
          />
          <Stage
            icon="evaluate"
            to="/evaluate"
            name={say.evaluate}
            state={state === 'collecting' ? say.open : say.locked}
            blocks={open === undefined || open === 0 ? undefined : say.undecided(open)}
          />
          {readsReports && (
            <Stage
              icon="report"
              to="/report"
              name={say.report}
              state={report === undefined ? say.noReport : stationWords(report, reportSay)}
              blocks={report === undefined ? say.composeFirst : waitsForSecond ? say.waitsForSecond : undefined}
            />
          )}
        </ul>
        <GroupNotice tasks={all} due={due} />
      </section>
      <section className="office-units" aria-label={say.units}>
        <ProgressMatrix tasks={all} />
      </section>
    </div>
  );
}

interface StageGiven {
  readonly icon: IconName;
  readonly to: string;
  readonly name: string;
  readonly state: string;
  /** The one thing that is in the way. */
  readonly blocks: string | undefined;
}

function Stage({ icon, to, name, state, blocks }: StageGiven) {
  return (
    <li>
      <Link to={to} className="office-stage">
        <Icon name={icon} size={20} />
        <b>{name}</b>
        <span>{state}</span>
        <em>{blocks}</em>
      </Link>
    </li>
  );
}
