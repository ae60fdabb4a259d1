/** One section while it is written: saved as it is typed, printed and checked beside it, handed on when it is done. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SavedSection, SectionBody, SectionPage, SectionPiece } from '../../../../src/report/replies.ts';
import { useConfirm, useSaid } from '../../parts/acts.ts';
import { Icon } from '../../parts/icon.tsx';
import { LevelMark } from '../../parts/level-mark.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { Screen } from '../../parts/screen.tsx';
import { newKey, Refused, tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { bodyOf, type Kind, type Line, linesOf, piecesIn } from './blocks.ts';
import { FigurePicker, type PickedItem } from './figure-picker.tsx';
import { chipOf, LineEditor } from './line-editor.tsx';
import { sectionWords } from './words.ts';
import './sections.css';

const RESTING_MS = 900;
const RETRY_MS = 5_000;
const KINDS: readonly Kind[] = ['paragraph', 'heading', 'list'];

interface Given {
  readonly page: SectionPage;
  readonly path: string;
  readonly items: readonly PickedItem[];
}

export function SectionEditor({ page, path, items }: Given) {
  const say = useWords(sectionWords);
  const marks = useWords(punctuation);
  const speak = useSay();
  const said = useSaid();
  const confirm = useConfirm();
  const cache = useQueryClient();
  const [lines, write] = useState<readonly Line[]>(() => orOne(linesOf(page.body)));
  const [shown, show] = useState(page.shown);
  const [state, become] = useState<'saved' | 'saving' | 'unsaved'>('saved');
  const [theirs, meet] = useState<Extract<SavedSection, { readonly kind: 'conflict' }>>();
  const [isPicking, pick] = useState(false);
  const edition = useRef(page.edition);
  const at = useRef<{ readonly place: HTMLElement; readonly id: string }>(undefined);
  const canType = page.may.includes('save');

  const isChanged = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was written is saved.
  useEffect(() => {
    if (!isChanged.current || !canType || theirs !== undefined) return;
    become('saving');
    let timer = setTimeout(function save() {
      void keep(bodyOf(lines)).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        become('unsaved');
        if (error.isOffline) timer = setTimeout(save, RETRY_MS);
        else said.refused(error);
      });
    }, RESTING_MS);
    return () => clearTimeout(timer);
  }, [lines, theirs]);

  async function keep(body: SectionBody): Promise<void> {
    const answer = await tell<SavedSection>({
      method: 'POST',
      path: `${path}/draft`,
      body: { edition: edition.current, body },
    });
    if (answer.kind === 'conflict') return meet(answer);
    edition.current = answer.edition;
    if (answer.shown !== undefined) show(answer.shown);
    become('saved');
  }
  const change = (next: (before: readonly Line[]) => readonly Line[]): void => {
    isChanged.current = true;
    write(next);
  };
  const set = (id: string, part: Partial<Line>): void =>
    change((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const addAfter = (id: string, kind: Kind): void => {
    const made: Line = { id: newKey(), kind, pieces: [] };
    change((before) => before.flatMap((line) => (line.id === id ? [line, made] : [line])));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-line="${made.id}"]`)?.focus());
  };
  const remove = (id: string): void => change((before) => orOne(before.filter((line) => line.id !== id)));
  const insert = (piece: SectionPiece): void => {
    pick(false);
    if (at.current === undefined || !('slot' in piece)) return;
    at.current.place.append(chipOf(piece));
    set(at.current.id, { pieces: piecesIn(at.current.place) });
  };

  async function step(verb: 'submit' | 'withdraw', told: string): Promise<void> {
    try {
      await tell({ method: 'POST', path: `${path}/${verb}`, body: { edition: edition.current }, key: newKey() });
      said.done(told);
    } catch (error) {
      said.refused(error);
    }
    await askAgain(cache, path.slice(0, path.indexOf('/sections')));
  }
  async function settle(take: boolean): Promise<void> {
    try {
      await tell({ method: 'POST', path: `${path}/proposal`, body: { edition: edition.current, take }, key: newKey() });
    } catch (error) {
      said.refused(error);
    }
    await askAgain(cache, path);
  }
  const printed = shown.paragraphs.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => ('printed' in piece ? [piece.printed] : [])),
  );
  let used = 0;

  return (
    <Screen
      title={page.name}
      state={
        <>
          <span className="tag tag-pri">{say.states[page.state as keyof typeof say.states] ?? page.stateName}</span>
          <span role="status" className="collect-saved">
            {canType ? say[state] : ''}
          </span>
        </>
      }
      note={`${say.length(shown.words, page.least, page.most)}${page.note === undefined ? '' : ` · ${page.note}`}`}
      actions={
        <>
          {canType && (
            <Button icon={<Icon name="plus" />} disabled={theirs !== undefined} onClick={() => pick(true)}>
              {say.insert}
            </Button>
          )}
          {page.may.includes('withdraw') && (
            <Button onClick={() => void step('withdraw', say.withdrawn)}>{say.withdraw}</Button>
          )}
          {(page.may.includes('submit') || canType) && (
            <Button
              type="primary"
              disabled={state !== 'saved' || bodyOf(lines).length === 0}
              onClick={async () => {
                if (await confirm({ title: `${say.submit} ${page.name}`, body: say.submitSure, verb: say.submit }))
                  await step('submit', say.submitted);
              }}
            >
              {say.submit}
            </Button>
          )}
        </>
      }
    >
      <div className="section-work">
        <div className="section-page">
          {page.returned !== null && (
            <Alert type="warning" showIcon title={`${say.returned}${marks.colon}${page.returned}`} />
          )}
          {page.may.includes('settle') && (
            <Alert
              type="info"
              title={say.proposal}
              action={
                <>
                  <Button size="small" type="primary" onClick={() => void settle(true)}>
                    {say.take}
                  </Button>{' '}
                  <Button size="small" onClick={() => void settle(false)}>
                    {say.lay}
                  </Button>
                </>
              }
            />
          )}
          {theirs !== undefined && (
            <Alert
              type="error"
              role="alert"
              title={say.conflict(theirs.person)}
              action={
                <>
                  <Button
                    size="small"
                    onClick={() => {
                      edition.current = theirs.edition;
                      meet(undefined);
                      change((before) => [...before]);
                    }}
                  >
                    {say.keepMine}
                  </Button>{' '}
                  <Button
                    size="small"
                    onClick={() => {
                      edition.current = theirs.edition;
                      isChanged.current = false;
                      write(orOne(linesOf(theirs.body)).map((line) => ({ ...line, id: newKey() })));
                      meet(undefined);
                      become('saved');
                    }}
                  >
                    {say.takeTheirs}
                  </Button>
                </>
              }
            />
          )}
          {canType && <p className="panel-note">{say.hint}</p>}
          {lines.map((line, index) => {
            const count = line.pieces.filter((piece) => 'slot' in piece).length;
            const own = printed.slice(used, used + count);
            used += count;
            return (
              <div key={line.id} className="section-block">
                {canType && (
                  <select
                    aria-label={say.block(say[line.kind], index + 1)}
                    value={line.kind}
                    onChange={({ target }) => set(line.id, { kind: target.value as Kind })}
                  >
                    {KINDS.map((kind) => (
                      <option key={kind} value={kind}>
                        {say[kind]}
                      </option>
                    ))}
                  </select>
                )}
                <LineEditor
                  line={line}
                  label={say.block(say[line.kind], index + 1)}
                  canType={canType && theirs === undefined}
                  printed={own}
                  change={(pieces) => set(line.id, { pieces })}
                  split={() => addAfter(line.id, line.kind === 'heading' ? 'paragraph' : line.kind)}
                  remove={() => remove(line.id)}
                  focus={(place) => {
                    at.current = { place, id: line.id };
                  }}
                />
              </div>
            );
          })}
        </div>
        <aside className="panel" aria-label={say.found}>
          <section className="panel-part">
            <h3>{say.found}</h3>
            {shown.findings.length === 0 && <p className="panel-note">{say.noFound}</p>}
          </section>
          {shown.findings.map((finding) => (
            <section
              key={`${finding.code} ${JSON.stringify(finding.at)}`}
              className={`panel-box panel-${finding.severity}`}
            >
              <h3>
                <LevelMark level={finding.severity} withWord />{' '}
                {finding.at.paragraph !== undefined && say.foundAt(finding.at.paragraph + 1)}
              </h3>
              <p>{speak(finding)}</p>
            </section>
          ))}
        </aside>
      </div>
      {isPicking && <FigurePicker items={items} pick={insert} close={() => pick(false)} />}
    </Screen>
  );
}

const orOne = (lines: readonly Line[]): readonly Line[] =>
  lines.length === 0 ? [{ id: newKey(), kind: 'paragraph', pieces: [] }] : lines;
