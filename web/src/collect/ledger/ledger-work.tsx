/** A ledger as a grid: typed rows, added and removed, each saved as a row by itself. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LedgersPage, SavedRows, TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { useSaid } from '../../parts/acts.ts';
import type { Change, GridCell, GridColumn, GridRow, Spot } from '../../parts/grid/contract.ts';
import { Grid } from '../../parts/grid/grid.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LevelMark } from '../../parts/level-mark.tsx';
import { printAmount } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Waiting } from '../../parts/states.tsx';
import { newKey, tell } from '../../shell/api.ts';
import { askAgain, useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { RowsBar } from '../elsewhere/rows-bar.tsx';
import { isOpen } from '../form/form-rows.ts';
import { useSentences } from '../speak.ts';
import { ledgerWords } from './words.ts';
import './ledger.css';

type Ledger = LedgersPage['ledgers'][number];

/** As it stands here: `row` is undefined for one the server does not have yet. */
interface Line extends GridRow {
  readonly row: string | undefined;
  readonly version: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly found: readonly Finding[];
  readonly state: 'saved' | 'draft' | 'refused';
  /** Round it was taken over from. */
  readonly from: Ledger['rows'][number]['from'];
}

interface Given {
  readonly page: TaskPage;
  readonly round: string;
  readonly ledger: string;
}

export function LedgerWork({ page, round, ledger }: Given) {
  const path = `/rounds/${round}/tasks/${page.task}/ledgers`;
  const { data } = useAsk<LedgersPage>(path);
  const found = data?.ledgers.find((each) => each.ledger === ledger);
  return found === undefined ? <Waiting /> : <Rows key={ledger} {...{ page, path, found }} />;
}

function Rows({ page, path, found }: { readonly page: TaskPage; readonly path: string; readonly found: Ledger }) {
  const say = useWords(ledgerWords);
  const marks = useWords(punctuation);
  const said = useSaid();
  const speak = useSentences(page);
  const cache = useQueryClient();
  const canType = isOpen(page) && page.fills !== 'none';
  const [lines, keep] = useState<readonly Line[]>(() => linesOf(found));
  const [active, move] = useState<Spot>({ row: 0, column: 1 });
  const [calls, call] = useState(0);
  useEffect(() => keep((before) => merged(before, linesOf(found))), [found]);
  const columns = useMemo(() => columnsOf(found, say, marks), [found, say, marks]);

  const cellOf = useCallback(
    (line: Line, column: number): GridCell => {
      if (column === 0) return { ...headOf(line, say), canType: false, look: 'locked' };
      const { code = '', unit = '' } = found.columns[column - 1] ?? {};
      const typed = line.cells[code] ?? '';
      const text = isNumber(unit) && unit !== '年' ? printAmount(typed) : typed;
      const finding = line.found.find(({ at }) => at.item === code);
      return {
        text,
        typed,
        canType,
        look: canType ? 'input' : 'locked',
        ...(finding?.severity === 'error' ? { tone: 'error' as const } : {}),
        said: [text, finding === undefined ? '' : speak(finding)].join(' '),
      };
    },
    [found, canType, say, speak],
  );

  async function save(changed: readonly Line[]): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.map(({ row, version, cells }) => ({
      ...(row === undefined ? {} : { row }),
      seen: version,
      cells,
    }));
    try {
      const { outcomes } = await tell<SavedRows>({
        method: 'POST',
        path: `${path}/${found.ledger}`,
        body: { rows },
        key: newKey(),
      });
      const settled = new Map(changed.map((line, at) => [line.key, outcomes[at]] as const));
      keep((before) => before.map((line) => settle(line, settled.get(line.key))));
      const conflict = outcomes.find((outcome) => outcome.kind === 'conflict');
      if (conflict?.kind === 'conflict') {
        said.done(say.conflict(conflict.person));
        await askAgain(cache, path);
      }
    } catch (error) {
      said.refused(error);
    }
  }

  const change = (changes: readonly Change[]): void => {
    const next = [...lines];
    const touched = new Set<string>();
    for (const { row, column, text } of changes) {
      const code = found.columns[column - 1]?.code;
      if (code === undefined) continue;
      // A block pasted over the end makes rows of its own.
      while (next.length <= row) next.push(newLine());
      const line = next[row];
      if (line === undefined || (line.cells[code] ?? '') === text.trim()) continue;
      next[row] = { ...line, cells: { ...line.cells, [code]: text.trim() } };
      touched.add(line.key);
    }
    keep(next);
    void save(next.filter(({ key }) => touched.has(key)));
  };
  const add = (): void => {
    keep((before) => [...before, newLine()]);
    move({ row: lines.length, column: 1 });
    call((before) => before + 1);
  };
  async function remove(): Promise<void> {
    const line = lines[active.row];
    if (line === undefined) return;
    keep((before) => before.filter(({ key }) => key !== line.key));
    if (line.row === undefined) return;
    try {
      await tell({
        method: 'POST',
        path: `${path}/${found.ledger}`,
        body: { rows: [{ row: line.row, seen: line.version, remove: true }] },
        key: newKey(),
      });
      said.done(say.removed);
    } catch (error) {
      said.refused(error);
    }
    await askAgain(cache, path);
  }
  const current = lines[active.row];
  return (
    <div className="ledger">
      {canType && <RowsBar path={path} ledger={found} />}
      {canType && (
        <div className="ledger-acts">
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={add}>
            {say.add}
          </Button>
          <Button
            size="small"
            icon={<Icon name="trash" size={14} />}
            disabled={current === undefined}
            onClick={() => void remove()}
          >
            {say.remove}
          </Button>
          <span>{lines.length === 0 ? say.empty : say.hint}</span>
        </div>
      )}
      <div className="collect-grid">
        <Grid
          label={say.grid(found.name)}
          rows={lines}
          columns={columns}
          cellOf={cellOf}
          active={{ ...active, row: Math.max(0, Math.min(active.row, lines.length - 1)) }}
          calls={calls}
          move={move}
          change={change}
          undo={() => undefined}
          redo={() => undefined}
          finding={() =>
            move({
              row: Math.max(
                0,
                lines.findIndex(({ found: of }) => of.length > 0),
              ),
              column: 1,
            })
          }
        />
      </div>
      {(current?.found.length ?? 0) > 0 && (
        <ul className="ledger-found" role="status">
          {current?.found.map((finding) => (
            <li key={`${finding.code} ${finding.at.item}`}>
              <LevelMark level={finding.severity} withWord /> {speak(finding)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const newLine = (): Line => ({
  ...{ key: newKey(), row: undefined, version: 0, cells: {}, found: [], state: 'draft', from: undefined },
});

/** What stands before the row: that it is new, or that it was taken over, from which round and whose it was there. */
function headOf({ state, from }: Line, say: (typeof ledgerWords)['zh']): Pick<GridCell, 'text' | 'node' | 'said'> {
  if (state === 'draft') return { text: say.draft };
  if (from === undefined) return { text: '' };
  const whence = say.takenFrom(from.name, from.person);
  return { text: say.taken, node: <span title={whence}>{say.taken}</span>, said: whence };
}

const linesOf = ({ rows }: Ledger): readonly Line[] =>
  rows.map(({ row, version, cells, from }) => ({
    ...{ key: row, row, version, cells, found: [], state: 'saved' as const, from },
  }));

/** What the server has now, and rows here that it did not take yet. */
function merged(before: readonly Line[], served: readonly Line[]): readonly Line[] {
  const known = new Map(before.flatMap((line) => (line.row === undefined ? [] : [[line.row, line] as const])));
  const fresh = served.map((line) => {
    const here = known.get(line.row ?? '');
    return here !== undefined && (here.state === 'refused' || here.version >= line.version) ? here : line;
  });
  const shown = new Set(fresh.map(({ row }) => row));
  return [
    ...fresh,
    ...before.filter(({ row, state }) => row === undefined || (state === 'refused' && !shown.has(row))),
  ];
}

function settle(line: Line, outcome: SavedRows['outcomes'][number] | undefined): Line {
  switch (outcome?.kind) {
    case 'saved':
    case 'same':
      return { ...line, row: outcome.row, version: outcome.version, found: outcome.findings, state: 'saved' };
    case 'refused':
      return { ...line, found: outcome.findings, state: 'refused' };
    default:
      return line;
  }
}

const isNumber = (unit: string): boolean => !['文字', '日期', '是否', ''].includes(unit);

const columnsOf = (
  { columns }: Ledger,
  say: ReturnType<typeof useWords<(typeof ledgerWords)['zh']>>,
  marks: ReturnType<typeof useWords<(typeof punctuation)['zh']>>,
): readonly GridColumn[] => [
  { key: 'state', title: say.row, name: say.row, width: 46, align: 'center', sticks: true },
  ...columns.map(({ code, name, unit, required, choices }, at): GridColumn => {
    const words = isNumber(unit) ? `${name}${marks.aside(unit)}` : name;
    return {
      key: code,
      title: <span title={choices?.join(marks.list)}>{required ? <b>{words}</b> : words}</span>,
      name: required ? say.required(words) : words,
      width: at === 0 ? 180 : Math.max(110, words.length * 13 + 20),
      ...(isNumber(unit) ? { align: 'right' as const } : {}),
      fills: true,
    };
  }),
];
