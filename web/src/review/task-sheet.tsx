/** One task judged: what asks for a look figure by figure, the rest with it; returned with a reason to the cell. */
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Foreseen } from '../../../src/evaluate/replies.ts';
import type { Peers, ReviewFigure, ReviewSheet } from '../../../src/review/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useTrace } from '../parts/trace/trace.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { useCarryOut } from './carry-out.ts';
import { FigureRows } from './figure-rows.tsx';
import { useReviewSearch } from './routes.tsx';
import { SheetFoot, saysWhy } from './sheet-foot.tsx';
import { SheetHead } from './sheet-head.tsx';
import { sheetKeys } from './sheet-keys.ts';
import { SheetViews, type View } from './sheet-views.tsx';
import { keyOf, useVerdicts, type Verdict } from './verdicts.ts';
import { reviewWords } from './words.ts';

interface Given {
  readonly task: string;
  /** To the next of the pile, when this one is through. */
  goOn(): void;
}

export function TaskSheet({ task, goOn }: Given) {
  const { round } = useRound();
  // How others moved is for whoever sits above them.
  const seesPeers = useHolds('office', 'verifier', 'reader');
  const path = `/rounds/${round}/tasks/${task}`;
  const { data, error, refetch } = useAsk<ReviewSheet>(`${path}/sheet`);
  const peers = useAsk<Peers>(seesPeers ? `${path}/peers` : undefined).data ?? (seesPeers ? undefined : []);
  const foreseen = useAsk<Foreseen>(`${path}/foreseen`).data?.findings ?? [];
  if (data === undefined) return error === null ? <Waiting /> : <Trouble refused={error} retry={refetch} />;
  return <Sheet sheet={data} peers={peers} foreseen={foreseen} path={path} goOn={goOn} />;
}

interface SheetGiven {
  readonly sheet: ReviewSheet;
  /** Undefined until it is known. */
  readonly peers: Peers | undefined;
  readonly foreseen: Foreseen['findings'];
  readonly path: string;
  goOn(): void;
}

function Sheet({ sheet, peers, foreseen, path, goOn }: SheetGiven) {
  const say = useWords(reviewWords);
  const { view = 'judge' } = useReviewSearch();
  const navigate = useNavigate();
  const trace = useTrace();
  const said = useSaid();
  const { verdicts, judge, back } = useVerdicts();
  const [active, move] = useState(0);
  const [reason, write] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);

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
  const { carryOut, moved, isBusy } = useCarryOut({ sheet, title, path, reason, returned, goOn });

  const look = (at: View): void => void navigate({ to: '/review', search: (before) => ({ ...before, view: at }) });
  const put = (figure: ReviewFigure, verdict: Verdict | undefined): void => {
    judge(keyOf(figure), verdict);
    if (verdict !== 'return') return;
    // The reason begins with what it is about, and waits for its words.
    write((before) => `${before === '' ? '' : `${before}\n`}${say.prefilled(figure.name)}`);
    setTimeout(() => box.current?.focus());
  };
  /** By key as by button: nothing is passed that was not judged, nothing returned without its reason. */
  const decide = (): void => {
    if (!sheet.waitsForMe || isBusy) return;
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

  const figure = figures[active];
  const down = (): void => move(Math.min(active + 1, figures.length - 1));
  const rule = (verdict: Verdict): void => {
    if (figure === undefined || !sheet.waitsForMe) return;
    put(figure, verdict);
    down();
  };
  const onKeyDown = sheetKeys({
    down,
    up: () => move(Math.max(active - 1, 0)),
    accept: () => rule('accept'),
    return: () => rule('return'),
    evidence: () => figure !== undefined && trace.open({ unit: figure.code, item: figure.item, task: sheet.task }),
    back,
    decide,
  });

  return (
    <section className="review-sheet" aria-label={title}>
      <SheetHead {...{ sheet, title, moved, foreseen }} />
      <SheetViews
        view={view}
        shown={shown}
        rest={sheet.figures.length + sheet.more - shown.judge.length}
        look={(at) => {
          move(0);
          look(at);
        }}
      />
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
          isBusy={isBusy}
          carryOut={carryOut}
          decide={decide}
        />
      )}
    </section>
  );
}
