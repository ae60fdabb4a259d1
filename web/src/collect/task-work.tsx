/** One task at work: its forms, the grid of the open one, its head and foot, and the panel beside. */
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { LedgersPage, TaskPage } from '../../../src/collect/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Icon } from '../parts/icon.tsx';
import { printClock } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { download } from '../shell/api.ts';
import { useAsk } from '../shell/asking.ts';
import { useOffice } from '../shell/contact.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import type { Place } from './entry/cells.ts';
import type { Snapshot } from './entry/entry.ts';
import { useEntry } from './entry/use-entry.ts';
import { isOpen } from './form/form-rows.ts';
import { FormWork } from './form/form-work.tsx';
import { tallyOf } from './form/tally.ts';
import { useReturnedFirst } from './returned-first.ts';
import type { CollectSearch } from './routes.tsx';
import { StandingLine } from './standing-line.tsx';
import { StatusBar } from './status-bar.tsx';
import { SubmitButton } from './submit.tsx';
import { type Task, TasksPane, TaskTag } from './tasks-pane.tsx';
import type { Turn } from './turn.ts';
import { collectWords } from './words.ts';

const LedgerWork = lazy(() => import('./ledger/ledger-work.tsx').then((all) => ({ default: all.LedgerWork })));
const ElsewhereBar = lazy(() => import('./elsewhere/elsewhere-bar.tsx').then((all) => ({ default: all.ElsewhereBar })));
const ImportDrawer = lazy(() => import('./import/import-drawer.tsx').then((all) => ({ default: all.ImportDrawer })));

/** The address follows the cursor once it rests. */
const RESTING_MS = 500;

interface Given {
  readonly page: TaskPage;
  readonly round: string;
  readonly tasks: readonly Task[];
  readonly search: CollectSearch;
  turn(to: Turn<CollectSearch>, isReplacing?: boolean): void;
  again(): unknown;
}

export function TaskWork({ page: served, round, tasks, search, turn, again }: Given) {
  const say = useWords(collectWords);
  const said = useSaid();
  const { entry, now } = useEntry(served, round);
  const { page } = now;
  const tally = useTally(now);
  const ledgers = useAsk<LedgersPage>(
    page.part === 'forms' ? `/rounds/${round}/tasks/${page.task}/ledgers` : undefined,
  );
  const task = tasks.find((each) => each.task === page.task);
  const [wanted, want] = useState<Place | undefined>(() =>
    search.item === undefined
      ? undefined
      : { subject: search.subject ?? page.unit.code, item: search.item, year: 'now' },
  );
  const form = search.form ?? formOf(page, search.item) ?? firstForm(page, tally);
  const ledger = form?.startsWith('ledger:') === true ? form.slice('ledger:'.length) : undefined;
  const shown = page.forms.find(({ code }) => code === form) ?? page.forms[0];
  const isReturnedFirst = useReturnedFirst(page, shown, tally, wanted);
  const only = search.only === 'all' ? undefined : (search.only ?? (isReturnedFirst ? 'returned' : undefined));

  const goTo = useCallback(
    (place: Place): void => {
      const there = formOf(page, place.item);
      const isShown = page.forms.some(
        ({ code, rows }) => code === form && rows.some(({ item }) => item === place.item),
      );
      if (there !== undefined && !isShown) turn({ form: there, only: undefined, ...address(page, place) });
      want({ ...place });
    },
    [page, form, turn],
  );
  const at = useAddress(page, turn);
  useKeys();
  const finding = (from: Place | undefined, back: boolean, severity?: 'error' | 'warn' | 'hint'): void => {
    const places = tally.places.filter(
      ({ finding: of, isEmpty }) => !isEmpty && (severity === undefined || of.severity === severity),
    );
    const here = places.findIndex(({ subject, item }) => subject === from?.subject && item === from.item);
    const next = places[here === -1 ? 0 : (here + (back ? -1 : 1) + places.length) % places.length];
    if (next === undefined) said.done(say.noFindings);
    else goTo({ subject: next.subject, item: next.item, year: 'now' });
  };

  return (
    <div className="collect">
      <TasksPane
        tasks={tasks}
        page={page}
        tally={tally}
        form={ledger === undefined ? shown?.code : form}
        ledgers={ledgers.data?.ledgers ?? []}
        open={(to, code) =>
          turn({ task: to, form: code, item: undefined, subject: undefined, only: undefined, from: undefined })
        }
      />
      <div className="collect-work">
        <Screen
          title={
            ledger === undefined
              ? titleOf(shown, page, say)
              : (ledgers.data?.ledgers.find((each) => each.ledger === ledger)?.name ?? '')
          }
          state={
            <>
              {task !== undefined && <TaskTag {...task} state={page.state} stateName={page.stateName} />}
              <SavedState now={now} />
            </>
          }
          note={<Note page={page} form={shown} isLedger={ledger !== undefined} />}
          actions={
            <>
              <Button
                icon={<Icon name="download" />}
                onClick={() => download(`/rounds/${round}/tasks/${page.task}/workbook`).catch(said.refused)}
              >
                {say.download}
              </Button>
              {isOpen(page) && page.fills === 'all' && (
                <Button icon={<Icon name="upload" />} onClick={() => turn({ open: 'import' })}>
                  {say.import}
                </Button>
              )}
              <SubmitButton round={round} now={now} tally={tally} goTo={goTo} />
            </>
          }
        >
          <div className="collect-middle">
            <div className="collect-main">
              <StandingLine
                now={now}
                again={() => {
                  void again();
                  entry.resume();
                }}
                goTo={goTo}
              />
              {isOpen(page) && page.fills !== 'none' && ledger === undefined && (
                <Suspense>
                  <ElsewhereBar {...{ round, entry, now }} from={search.from} look={(from) => turn({ from })} />
                </Suspense>
              )}
              {ledger === undefined ? (
                shown !== undefined && (
                  <FormWork
                    key={`${page.task} ${shown.code} ${only ?? ''}`}
                    {...{ entry, now, round, form: shown, only, wanted, at, finding, goTo }}
                  />
                )
              ) : (
                <Suspense>
                  <LedgerWork page={page} round={round} ledger={ledger} />
                </Suspense>
              )}
            </div>
          </div>
          <StatusBar
            tally={tally}
            progress={ledger === undefined ? tally.forms.get(shown?.code ?? '') : undefined}
            only={only}
            show={(view) => turn({ only: view ?? 'all', form })}
            to={(severity) => finding(undefined, false, severity)}
          />
        </Screen>
      </div>
      {search.open === 'import' && (
        <Suspense>
          <ImportDrawer round={round} page={page} close={() => turn({ open: undefined })} />
        </Suspense>
      )}
    </div>
  );
}

/** Counted behind the typing: fifteen thousand cells of a list are not walked between two keys. */
function useTally(now: Snapshot) {
  const later = useDeferredValue(now);
  return useMemo(() => tallyOf(later), [later]);
}

const address = (page: TaskPage, { subject, item }: Place): Turn<CollectSearch> => ({
  item,
  subject: page.part === 'schools' ? subject : undefined,
});

function useAddress(page: TaskPage, turn: Given['turn']): (place: Place | undefined) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turning = useRef(turn);
  turning.current = turn;
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (place) => {
      clearTimeout(timer.current);
      if (place !== undefined)
        timer.current = setTimeout(() => turning.current(address(page, place), true), RESTING_MS);
    },
    [page],
  );
}

/** Alt E: evidence, Alt J: the reason, Ctrl S: it is saved already. */
function useKeys(): void {
  const say = useWords(collectWords);
  const said = useSaid();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (event.altKey && key === 'e') document.querySelector<HTMLElement>('[data-evidence]')?.click();
      else if (event.altKey && key === 'j') document.querySelector<HTMLElement>('[data-reason]')?.focus();
      else if ((event.ctrlKey || event.metaKey) && key === 's') said.done(say.nothingToSave);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [say, said]);
}

type Say = ReturnType<typeof useWords<(typeof collectWords)['zh']>>;

function titleOf(form: TaskPage['forms'][number] | undefined, { part }: TaskPage, say: Say): string {
  if (form === undefined) return say.title;
  return part === 'schools' ? form.name : say.form(form.name);
}

function SavedState({ now: { standing, savedAt, unsaved, cells } }: { readonly now: Snapshot }) {
  const say = useWords(collectWords);
  const { language } = useLanguage();
  const refused = [...cells.values()].filter(({ state }) => state === 'refused').length;
  const words =
    standing.is === 'offline' || standing.is === 'stopped' || standing.is === 'signedOut'
      ? say.unsaved
      : refused > 0 && refused === unsaved
        ? say.refused(refused)
        : unsaved > 0 || standing.is === 'sending'
          ? say.saving
          : savedAt === undefined
            ? ''
            : say.saved(printClock(savedAt, language));
  return (
    <span className="collect-saved" role="status" aria-live="polite">
      {words}
    </span>
  );
}

function Note({
  page,
  form,
  isLedger,
}: {
  readonly page: TaskPage;
  readonly form: TaskPage['forms'][number] | undefined;
  readonly isLedger: boolean;
}) {
  const say = useWords(collectWords);
  const office = useOffice();
  if (page.round.state !== 'collecting') return <span className="collect-locked">{say.roundLocked(office)}</span>;
  if (!isOpen(page))
    return <span className="collect-locked">{say.lockedLine(page.stateName, page.receipt ?? '')}</span>;
  const others = form?.rows.filter(({ asked, mine }) => asked && !mine).length ?? 0;
  const words = [isLedger ? undefined : form?.note, others > 0 ? say.othersRows(others) : undefined].filter(Boolean);
  return words.length === 0 ? undefined : <span>{words.join(' ')}</span>;
}

const formOf = ({ forms }: TaskPage, item: string | undefined): string | undefined =>
  item === undefined ? undefined : forms.find(({ rows }) => rows.some((row) => row.item === item))?.code;

/** The first form with something of mine left to fill; of a returned task the one with what was returned. */
function firstForm(page: TaskPage, { returned, forms }: ReturnType<typeof tallyOf>): string | undefined {
  const [sentBack] = returned;
  if (sentBack !== undefined) return formOf(page, sentBack.item);
  const open = page.forms.find(({ code, rows }) => {
    const { done, of } = forms.get(code) ?? { done: 0, of: 0 };
    return done < of && rows.some(({ mine }) => mine);
  });
  return open?.code ?? page.forms.find(({ rows }) => rows.some(({ mine }) => mine))?.code ?? page.forms[0]?.code;
}
