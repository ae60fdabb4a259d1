/** One task judged: what asks for a look figure by figure, the rest with it; returned with a reason to the cell. */
import { useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Foreseen } from '../../../src/evaluate/replies.ts';
import { isError } from '../../../src/kernel/index.ts';
import type { Peers, ReviewFigure, ReviewSheet } from '../../../src/review/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useTrace } from '../parts/trace/trace.tsx';
import { newKey, Refused } from '../shell/api.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { FigureRows } from './figure-rows.tsx';
import { useReviewSearch, VIEWS } from './routes.tsx';
import { SheetFoot, saysWhy } from './sheet-foot.tsx';
import { ToldPaper } from './told-paper.tsx';
import { keyOf, useVerdicts, type Verdict } from './verdicts.ts';
import { Way } from './way.tsx';
import { reviewWords } from './words.ts';

interface Given {
  readonly task: string;
  /** To the next of the pile, when this one is through. */
  goOn(): void;
}

export function TaskSheet({ task, goOn }: Given) {
  const { round } = useRound();
  const path = `/rounds/${round}/tasks/${task}`;
  const { data, error, refetch } = useAsk<ReviewSheet>(`${path}/sheet`);
  const peers = useAsk<Peers>(`${path}/peers`).data ?? [];
  const foreseen = useAsk<Foreseen>(`${path}/foreseen`).data?.findings ?? [];
  if (data === undefined) return error === null ? <Waiting /> : <Trouble refused={error} retry={refetch} />;
  return <Sheet sheet={data} peers={peers} foreseen={foreseen} path={path} goOn={goOn} />;
}

interface SheetGiven {
  readonly sheet: ReviewSheet;
  readonly peers: Peers;
  readonly foreseen: Foreseen['findings'];
  readonly path: string;
  goOn(): void;
}

function Sheet({ sheet, peers, foreseen, path, goOn }: SheetGiven) {
  const say = useWords(reviewWords);
  const { language } = useLanguage();
  const { round } = useRound();
  const { view = 'judge' } = useReviewSearch();
  const navigate = useNavigate();
  const trace = useTrace();
  const confirm = useConfirm();
  const said = useSaid();
  const { verdicts, judge, back } = useVerdicts();
  const [active, move] = useState(0);
  const [reason, write] = useState('');
  const [moved, tellMoved] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const changes = [`/rounds/${round}`];
  const take = useTell<{ readonly verb: string; readonly body: object }>(
    ({ verb, body }) => ({ method: 'POST', path: `${path}/${verb}`, body, seen: sheet.edition, key: newKey() }),
    { changes },
  );

  const open = sheet.figures.filter(({ why, accepted }) => why.length > 0 && !accepted);
  const shown = {
    judge: sheet.figures.filter(({ why }) => why.length > 0),
    changed: sheet.figures.filter(({ change }) => change !== null),
    all: sheet.figures,
  };
  const figures = shown[view];
  const returned = sheet.figures.filter((figure) => verdicts.get(keyOf(figure)) === 'return');
  const left = open.filter((figure) => !verdicts.has(keyOf(figure)));
  const title = `${sheet.name}${sheet.deptName === '' ? '' : ` ${sheet.deptName}`}`;

  const look = (at: (typeof VIEWS)[number]): void =>
    void navigate({ to: '/review', search: (before) => ({ ...before, view: at }) });

  const put = (figure: ReviewFigure, verdict: Verdict | undefined): void => {
    judge(keyOf(figure), verdict);
    if (verdict !== 'return') return;
    // The reason begins with what it is about, and waits for its words.
    write((before) => `${before === '' ? '' : `${before}\n`}${say.prefilled(figure.name)}`);
    setTimeout(() => box.current?.focus());
  };

  const carryOut = async (verb: 'return' | 'pass'): Promise<void> => {
    const isReturn = verb === 'return';
    const isLast = sheet.next?.isLast === true;
    const asked = isReturn
      ? { title: say.returnTitle(title), body: say.returnBody(returned.length), verb: say.returnN(returned.length) }
      : {
          title: say.passWhat(title),
          body: isLast ? say.passLast : say.passOn(sheet.next?.stateName ?? ''),
          verb: say.accept,
        };
    if (!(await confirm(asked))) return;
    const fields = returned.map(({ subject, item, period }) => ({ subject, item, period, reason }));
    try {
      if (isReturn) await take.mutateAsync({ verb: 'return', body: { reason, fields } });
      else await take.mutateAsync({ verb: isLast ? 'accept' : 'approve', body: {} });
      said.done(isReturn ? say.sentBack : say.done);
      goOn();
    } catch (error) {
      tellMoved(error instanceof Refused && error.code === 'review.editionMoved');
      said.refused(error);
    }
  };
  /** By key as by button: nothing is passed that was not judged, nothing returned without its reason. */
  const decide = (): void => {
    if (!sheet.waitsForMe || take.isPending) return;
    const [unjudged] = left;
    if (returned.length > 0) {
      if (saysWhy(reason)) void carryOut('return');
      else box.current?.focus();
    } else if (unjudged === undefined) void carryOut('pass');
    else {
      said.heed(say.leftToJudge(left.length));
      if (!figures.includes(unjudged)) look('judge');
      move((figures.includes(unjudged) ? figures : shown.judge).indexOf(unjudged));
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const figure = figures[active];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === 'Enter') decide();
      return;
    }
    const down = (): void => move(Math.min(active + 1, figures.length - 1));
    const rule = (verdict: Verdict): void => {
      if (figure === undefined || !sheet.waitsForMe) return;
      put(figure, verdict);
      down();
    };
    const acts: Record<string, () => void> = {
      j: down,
      down,
      k: () => move(Math.max(active - 1, 0)),
      up: () => move(Math.max(active - 1, 0)),
      a: () => rule('accept'),
      r: () => rule('return'),
      e: () => figure !== undefined && trace.open({ unit: figure.code, item: figure.item, task: sheet.task }),
      z: back,
    };
    const act = acts[event.key.replace('Arrow', '').toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <section className="review-sheet" aria-label={title}>
      <header className="review-sheet-head">
        <h2>
          {title} <span className="review-tag">{say.times(sheet.passage)}</span>
        </h2>
        <span>{sheet.submittedAt !== null && say.sent(printWhen(sheet.submittedAt, language))}</span>
        <Way sheet={sheet} />
      </header>
      {moved && <Alert type="warning" showIcon title={say.moved} banner />}
      {foreseen.map((finding) => (
        <Alert
          key={`${finding.code} ${finding.at.item}`}
          type={isError(finding) ? 'error' : 'warning'}
          banner
          title={finding[language]}
        />
      ))}
      {sheet.papers.map((paper) => (
        <ToldPaper key={paper.evidence} paper={paper} />
      ))}
      <div className="review-views">
        <fieldset className="review-piles">
          {VIEWS.map((each) => (
            <button
              key={each}
              type="button"
              className="plain-button review-pile"
              aria-current={each === view}
              onClick={() => {
                move(0);
                look(each);
              }}
            >
              {say.views[each]} {shown[each].length}
            </button>
          ))}
        </fieldset>
        <span>{say.rest(sheet.figures.length + sheet.more - shown.judge.length)}</span>
      </div>
      <div className="review-scroll">
        <FigureRows
          key={view}
          figures={figures}
          peers={peers}
          unit={sheet.code}
          task={sheet.task}
          verdicts={verdicts}
          active={Math.min(active, figures.length - 1)}
          canJudge={sheet.waitsForMe}
          move={move}
          judge={put}
          onKeyDown={onKeyDown}
        />
      </div>
      {sheet.waitsForMe && (
        <SheetFoot
          box={box}
          reason={reason}
          write={write}
          judged={open.length - left.length}
          open={open.length}
          returned={returned.length}
          isBusy={take.isPending}
          carryOut={carryOut}
          decide={decide}
        />
      )}
    </section>
  );
}
