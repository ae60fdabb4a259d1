/** The tree of indicators with the unit's points: arrows walk, Enter opens the reasons, what is chosen sets the columns. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { isWithin } from '../../../src/evaluate/pure.ts';
import type { Indicator } from '../../../src/evaluate/replies.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import { useWords } from '../shell/language.tsx';
import { type Evaluation, useEvaluateSearch, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';

/** The branch whose leaves stand in the table when nothing is chosen: the one that lost most. */
export function branchAt({ tree, unit }: Evaluation, at: string | undefined): string {
  const known = tree.indicators.find(({ code }) => code === at);
  if (known !== undefined) return known.code;
  const lost = unit.sections
    .filter(({ code }) => code.length === 1)
    .map(({ code, score, of }) => ({ code, lost: Number(of) - Number(score) }))
    .toSorted((a, b) => b.lost - a.lost);
  return lost[0]?.code ?? tree.indicators[0]?.code ?? '';
}

interface Row {
  readonly indicator: Indicator;
  /** Points of the unit; undefined while undecided or not asked. */
  readonly score: string | undefined;
  readonly isOpen: boolean;
  readonly isUndecided: boolean;
}

export function IndicatorTreeView({ data }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { at } = useEvaluateSearch();
  const turn = useTurn();
  const chosen = branchAt(data, at);
  const [toggled, toggle] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(data, chosen, toggled), [data, chosen, toggled]);
  const flip = (code: string): void => {
    const next = new Set(toggled);
    if (!next.delete(code)) next.add(code);
    toggle(next);
  };
  const choose = (code: string): void => turn({ at: code, view: 'heat' });
  const focusAt = (place: number): void => {
    const row = rows[place];
    if (row === undefined) return;
    choose(row.indicator.code);
    list.current?.querySelector<HTMLElement>(`[data-code="${row.indicator.code}"]`)?.focus();
  };
  const placeOf = (code: string | undefined): number => rows.findIndex(({ indicator }) => indicator.code === code);
  const heard = (event: KeyboardEvent, row: Row, place: number): void => {
    const { code, leaf, parent } = row.indicator;
    const moves = new Map<string, () => void>([
      ['ArrowDown', () => focusAt(place + 1)],
      ['ArrowUp', () => focusAt(place - 1)],
      ['Home', () => focusAt(0)],
      ['End', () => focusAt(rows.length - 1)],
      ['ArrowRight', () => (leaf === undefined && !row.isOpen ? flip(code) : focusAt(place + 1))],
      ['ArrowLeft', () => (leaf === undefined && row.isOpen ? flip(code) : focusAt(placeOf(parent)))],
      ['Enter', () => turn({ at: code, card: code })],
      [' ', () => choose(code)],
    ]);
    const move = moves.get(event.key);
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  const current = rows.some(({ indicator }) => indicator.code === chosen) ? chosen : rows[0]?.indicator.code;
  return (
    <section className="evaluate-tree" aria-label={say.tree.title}>
      <div className="evaluate-tree-head" aria-hidden>
        <span>{say.tree.title}</span>
        <span>{say.tree.score}</span>
        <span>{say.tree.points}</span>
      </div>
      <div role="tree" className="evaluate-nodes" aria-label={say.tree.label} ref={list}>
        {rows.map((row, place) => {
          const { code, name, depth, leaf, points } = row.indicator;
          const isChosen = code === chosen;
          return (
            <div
              key={code}
              role="treeitem"
              data-code={code}
              aria-level={depth + 1}
              aria-selected={isChosen}
              aria-expanded={leaf === undefined ? row.isOpen : undefined}
              aria-label={`${code} ${name} ${row.score ?? say.scores.undecided} / ${points}`}
              tabIndex={code === current ? 0 : -1}
              className={`evaluate-node evaluate-node-${depth} ${isChosen ? 'evaluate-chosen' : ''}`}
              onClick={() => {
                choose(code);
                if (leaf === undefined) flip(code);
                else turn({ at: code, card: code });
              }}
              onKeyDown={(event) => heard(event, row, place)}
            >
              <span className="evaluate-node-name" title={name}>
                <span className="evaluate-node-mark" aria-hidden>
                  {leaf === undefined ? (row.isOpen ? '⌄' : '›') : ''}
                </span>
                <span className="evaluate-code">{code}</span> {name}
              </span>
              {row.isUndecided && <LevelMark level="warn" />}
              <span className="evaluate-node-score">{row.score ?? '—'}</span>
              <span className="evaluate-node-of">{points.replace(/\.?0+$/, '')}</span>
              {depth === 0 && row.score !== undefined && (
                <span
                  className="evaluate-node-bar"
                  style={{ width: `${Math.min(100, (Number(row.score) / Number(points)) * 100)}%` }}
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** Open are the branches on the way to what is chosen; what was clicked is the other way round. */
function rowsOf({ tree, unit, matrix }: Evaluation, chosen: string, toggled: ReadonlySet<string>): readonly Row[] {
  const sections = new Map(unit.sections.map(({ code, score }) => [code, score]));
  const cells = matrix.units.find(({ code }) => code === unit.code)?.cells ?? {};
  const isOpen = (code: string): boolean => isWithin(chosen, code) !== toggled.has(code);
  const open = new Set(
    tree.indicators.filter(({ code, leaf }) => leaf === undefined && isOpen(code)).map(({ code }) => code),
  );
  const isShown = (indicator: Indicator): boolean => {
    const parent = tree.indicators.find(({ code }) => code === indicator.parent);
    return parent === undefined || (open.has(parent.code) && isShown(parent));
  };
  return tree.indicators
    .filter((indicator) =>
      indicator.leaf === undefined ? sections.has(indicator.code) : cells[indicator.code] !== undefined,
    )
    .filter(isShown)
    .map((indicator) => ({
      indicator,
      score: indicator.leaf === undefined ? sections.get(indicator.code) : cells[indicator.code]?.points,
      isOpen: open.has(indicator.code),
      isUndecided: cells[indicator.code]?.verdict === 'undecided',
    }));
}
