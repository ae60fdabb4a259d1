/**
 * 模板取数: the blanks of a template one after the other, by keyboard. Enter confirms and goes on, 1–6 or ← → choose, / finds an
 * item, E writes own words, F changes how it is written, N says that nothing belongs there, Ctrl Z takes back, Ctrl Enter
 * confirms all that are beyond doubt.
 */

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  BLANK_STATES,
  type BlankState,
  besideOf,
  doubledIn,
  isSure,
  keepsOpen,
  stateOfBlank,
} from '../../../../src/report/pure.ts';
import type { SavedTemplate } from '../../../../src/report/replies.ts';
import { useConfirm, useSaid } from '../../parts/acts.ts';
import { Screen } from '../../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { type StudioSearch, useStudioSearch, useTurn } from '../routes.tsx';
import { reportWords } from '../words.ts';
import { BlankCard } from './blank-card.tsx';
import { BlankRow } from './blank-row.tsx';
import { type Choice, choiceOfWords, choicesOf, decisionOf, firstChoice, isReady } from './choice.ts';
import { Legend } from './legend.tsx';
import { wordsOf } from './say-offer.ts';
import { TextPane } from './text-pane.tsx';
import { Tried } from './tried.tsx';
import { type Step, type StudioBlank, type Taken, useDesk } from './use-desk.ts';
import { useKeys } from './use-keys.ts';
import './studio.css';

export function StudioScreen() {
  const { studio: say } = useWords(reportWords);
  const said = useSaid();
  const ask = useConfirm();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { template } = useParams({ strict: false }) as { template: string };
  const { blank: at, state: filter } = useStudioSearch();
  const turn = useTurn<StudioSearch>();
  const { path, round, asked, page, decide, takeBack, isSaving, settled } = useDesk(template);
  const list = useRef<HTMLOListElement>(null);
  const [chosen, pick] = useState<{ readonly of: string; readonly choice: Choice }>();
  const [isFinding, find] = useState(false);
  const [isTrying, trying] = useState(false);

  const states = useMemo(
    () => new Map(page?.blanks.map((blank) => [blank.id, stateOfBlank(blank, blank.decision)])),
    [page],
  );
  const texts = useMemo(() => new Map(page?.paragraphs.map(({ paragraph, text }) => [paragraph, text])), [page]);
  const numbers = useMemo(() => new Map(page?.blanks.map(({ id }, index) => [id, index + 1])), [page]);
  const blanks = page?.blanks ?? NONE;
  // The blank in hand stays in the list though deciding it took it out of the filter.
  const shown = blanks.filter(({ id }) => filter === undefined || states.get(id) === filter || id === at);
  const now = blanks.find(({ id }) => id === at) ?? shown[0];
  const id = now?.id;
  useEffect(() => {
    if (id === undefined || isFinding) return;
    list.current?.querySelector<HTMLElement>(`[data-blank="${id}"]`)?.focus({ preventScroll: true });
  }, [id, isFinding]);
  const doubled = useMemo(() => doubledAmong(blanks, texts), [blanks, texts]);
  const act = useKeys();

  if (asked.error !== null) return <Trouble refused={asked.error} retry={asked.refetch} />;
  if (page === undefined) return <Waiting rows={12} />;

  const choice = now !== undefined && chosen?.of === now.id ? chosen.choice : firstChoice(now);
  const write = (): void => list.current?.querySelector<HTMLInputElement>('.blank-own input')?.focus();
  const backToList = (): void => list.current?.querySelector<HTMLElement>(`[data-blank="${id}"]`)?.focus();
  const goTo = (next: StudioBlank | undefined): void => {
    find(false);
    // What is typed on the way is no text of the blank that was left.
    backToList();
    if (next !== undefined) turn({ blank: next.id });
  };
  const step = (by: 1 | -1): void => {
    const index = shown.findIndex((each) => each.id === id);
    goTo(shown[index + by]);
  };
  const onwards = (done: ReadonlySet<string>): void => {
    const index = blanks.findIndex((each) => each.id === id);
    const isOpen = ({ id: each }: StudioBlank): boolean =>
      !done.has(each) && !['done', 'left'].includes(states.get(each) ?? '');
    goTo(blanks.slice(index + 1).find(isOpen) ?? blanks.find(isOpen) ?? blanks[index + 1]);
  };
  const alike =
    now === undefined ? [] : blanks.filter((each) => now.alike.includes(each.id) && each.decision === undefined);
  const confirm = (withAlike: boolean): void => {
    if (now === undefined || !isReady(choice)) return;
    const decision = decisionOf(choice);
    const shown = choice.offer?.formats.find(({ format }) => format === choice.format);
    const own = { blank: now.id, decision, ...(shown === undefined ? {} : { shown }) };
    const taken: Taken[] = [own, ...(withAlike ? alike : []).map((each) => ({ blank: each.id, decision }))];
    const step = decide(taken);
    if (withAlike) said.done(say.alikeDone(taken.length), () => undo(step));
    onwards(new Set(taken.map(({ blank }) => blank)));
  };
  const leave = (): void => {
    if (now === undefined) return;
    decide([{ blank: now.id, decision: { as: 'leave' } }]);
    onwards(new Set([now.id]));
  };
  const erase = (): void => {
    if (now === undefined) return;
    const step = decide([{ blank: now.id, decision: decisionOf(choiceOfWords('')) }]);
    said.done(say.erasedDone(now.text), () => undo(step));
    onwards(new Set([now.id]));
  };
  const unerase = (): void => {
    if (now === undefined) return;
    decide([{ blank: now.id, decision: null }]);
    pick(undefined);
  };
  const undo = (step?: Step): void => {
    const back = takeBack(step);
    said.done(back === undefined ? say.nothingToUndo : say.undone);
    if (back === undefined) return;
    pick(undefined);
    goTo(blanks.find((each) => each.id === back));
  };
  const sure = blanks
    .filter(isSure)
    .map((each): Taken => ({ blank: each.id, decision: decisionOf(firstChoice(each)) }));
  const confirmSure = async (): Promise<void> => {
    if (sure.length === 0) return;
    const yes = await ask({ title: say.highTitle(sure.length), body: say.highBody, verb: say.highVerb(sure.length) });
    if (yes) decide(sure);
  };
  const save = async (): Promise<void> => {
    const places = [...doubled.keys()].map((each) => numbers.get(each) ?? 0);
    const { title, body, verb } = say.doubledSave;
    if (places.length > 0 && !(await ask({ title: title(places.length), body: body(places), verb }))) return;
    await settled();
    const made = await tell<SavedTemplate>({ method: 'POST', path: `${path}/save` });
    await tell({ method: 'PUT', path: `/rounds/${round}/template`, body: { sha256: made.sha256 } });
    said.done(say.saved(made.slots));
    await askAgain(cache, `/rounds/${round}/templates`, '/rounds');
    await navigate({ to: '/report' });
  };
  const nextFormat = (): void => {
    const formats = choice.offer?.formats ?? [];
    const index = formats.findIndex(({ format }) => format === choice.format);
    const next = formats[(index + 1) % Math.max(1, formats.length)];
    if (now !== undefined && next !== undefined) pick({ of: now.id, choice: { ...choice, format: next.format } });
  };
  act.current = (event) => {
    if (now === undefined || isTrying) return;
    const { key, target } = event;
    const inField = target instanceof HTMLInputElement;
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() === 'z' && !inField) undo();
      else if (key === 'Enter') void confirmSure();
      else return;
    } else if (key === 'Enter') {
      if (target instanceof HTMLButtonElement && !isChosen(target)) return;
      if (isReady(choice)) confirm(event.shiftKey);
      else said.heed(say.unsure);
    } else if (inField) {
      if (key !== 'Escape') return;
      backToList();
    } else if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'ArrowRight') choose(nth + 1);
    else if (key === 'ArrowLeft') choose(nth - 1);
    else if (/^[1-6]$/.test(key)) choose(Number(key) - 1);
    else if (key === '/') find(true);
    else if (key.toLowerCase() === 'e') write();
    else if (key.toLowerCase() === 'f') nextFormat();
    else if (key.toLowerCase() === 'n') leave();
    else return;
    event.preventDefault();
  };
  const choices = now === undefined ? [] : choicesOf(now);
  const nth = choices.findIndex(({ offer, words }) => offer === choice.offer && words === choice.words);
  const choose = (at: number): void => {
    const made = choices[at];
    if (now !== undefined && made !== undefined) pick({ of: now.id, choice: made });
  };
  const filterBy = (state: BlankState | undefined): void => {
    turn(state === undefined ? { state } : { state, blank: undefined });
    backToList();
  };
  const count = (state: BlankState): number => [...states.values()].filter((each) => each === state).length;
  const settledCount = count('done') + count('left');
  const figures = blanks.filter(({ decision }) => decision?.as === 'figure').length;
  const isOpen = [...states.values()].some(keepsOpen);

  return (
    <Screen
      title={say.title}
      state={<span className="report-quiet">{say.meta(page.name, blanks.length)}</span>}
      actions={
        <>
          <span className="studio-progress">
            <progress max={blanks.length} value={settledCount} aria-label={say.done(settledCount, blanks.length)} />
            <span>{say.done(settledCount, blanks.length)}</span>
            <span className="report-quiet">{say.figures(figures)}</span>
            <span role="status" className="report-quiet">
              {isSaving ? say.saving : say.savedAll}
            </span>
          </span>
          <Button disabled={sure.length === 0} onClick={() => void confirmSure()}>
            {say.highAll(sure.length)}
          </Button>
          <Button onClick={() => trying(!isTrying)}>{isTrying ? say.back : say.try}</Button>
          <Button
            type="primary"
            disabled={isOpen}
            title={isOpen ? say.saveWhy(count('open'), count('wrong')) : undefined}
            onClick={() => void save().catch(said.refused)}
          >
            {say.save}
          </Button>
        </>
      }
    >
      {isTrying ? (
        <div className="studio-tried">
          <Tried path={path} />
        </div>
      ) : (
        <div className="studio">
          <section className="studio-list" aria-label={say.blanks}>
            <div className="reader-filter">
              <button type="button" aria-pressed={filter === undefined} onClick={() => filterBy(undefined)}>
                {say.all(blanks.length)}
              </button>
              {BLANK_STATES.filter((state) => count(state) > 0).map((state) => (
                <button key={state} type="button" aria-pressed={filter === state} onClick={() => filterBy(state)}>
                  {say.states[state]} {count(state)}
                </button>
              ))}
            </div>
            <div className="blank-head" aria-hidden="true">
              {Object.entries(say.head).map(([name, words]) => (
                <span key={name}>{words}</span>
              ))}
            </div>
            {shown.length === 0 && <Empty>{say.empty}</Empty>}
            <ol ref={list} className="blank-list">
              {shown.map((blank) => (
                <li key={blank.id} className={blank.id === id ? 'blank-now' : undefined}>
                  <BlankRow
                    blank={blank}
                    no={numbers.get(blank.id) ?? 0}
                    paragraph={texts.get(blank.paragraph) ?? ''}
                    isNow={blank.id === id}
                    doubles={doubled.get(blank.id)}
                    choose={(each) => turn({ blank: each })}
                  />
                  {blank.id === id && (
                    <BlankCard
                      path={path}
                      blank={blank}
                      paragraph={texts.get(blank.paragraph) ?? ''}
                      beside={besideOf(blank, texts.get(blank.paragraph) ?? '', blanks, wordsOf)}
                      choice={choice}
                      alike={alike.length}
                      isFinding={isFinding}
                      pick={(made) => pick(made === undefined ? undefined : { of: blank.id, choice: made })}
                      confirm={confirm}
                      leave={leave}
                      erase={erase}
                      unerase={unerase}
                      find={find}
                    />
                  )}
                </li>
              ))}
            </ol>
            <p className="studio-keys">
              <kbd>↑</kbd> <kbd>↓</kbd> {say.keys.move} <kbd>Enter</kbd> {say.keys.confirm} <kbd>1</kbd>–<kbd>3</kbd>{' '}
              <kbd>←</kbd> <kbd>→</kbd> {say.keys.choose} <kbd>/</kbd> {say.keys.find} <kbd>E</kbd> {say.ownWords}{' '}
              <kbd>F</kbd> {say.keys.format} <kbd>N</kbd> {say.keys.leave} <kbd>Ctrl Z</kbd> {say.keys.undo}{' '}
              <kbd>Ctrl Enter</kbd> {say.keys.all}
            </p>
          </section>
          <div className="studio-text">
            <TextPane page={page} now={id} choose={(each) => turn({ blank: each })} />
            <Legend />
          </div>
        </div>
      )}
    </Screen>
  );
}

const NONE: readonly StudioBlank[] = [];
/** A button that was tabbed to does its own work; a blank, or a candidate that is chosen already, is confirmed. */
const isChosen = (button: HTMLButtonElement): boolean =>
  button.dataset.blank !== undefined ||
  (button.getAttribute('aria-pressed') === 'true' && button.closest('.blank-card') !== null);

/** Decided blanks whose words stand beside them already. */
function doubledAmong(blanks: readonly StudioBlank[], texts: ReadonlyMap<number, string>): ReadonlyMap<string, string> {
  const decided = blanks.filter(
    ({ decision, row }) => decision !== undefined && decision.as !== 'leave' && row === undefined,
  );
  return new Map(
    decided.flatMap((blank) => {
      const beside = besideOf(blank, texts.get(blank.paragraph) ?? '', blanks, wordsOf);
      const words = doubledIn(wordsOf(blank), beside);
      return words === undefined ? [] : [[blank.id, words] as const];
    }),
  );
}
