/** Rows of another round that are not in the list here: what is ticked is taken over, and nothing else is touched. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { LedgersPage, RowsElsewhere, TakenRows } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { useSaid } from '../../parts/acts.ts';
import { newKey, Refused, tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { NO_CHECKS } from '../evidence/found-in.tsx';
import { useSentences } from '../speak.ts';
import { elsewhereWords } from './words.ts';
import '../beside/beside.css';

/** As many as one request takes. */
const BATCH = 500;

interface Given {
  readonly path: string;
  readonly ledger: LedgersPage['ledgers'][number];
  readonly beside: RowsElsewhere['rounds'][number];
  close(): void;
}

export function RowsDrawer({ path, ledger: { ledger, columns }, beside: { round: from, name, rows }, close }: Given) {
  const say = useWords(elsewhereWords);
  const said = useSaid();
  const speak = useSentences(NO_CHECKS);
  const cache = useQueryClient();
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [isTaking, take] = useState(false);
  const [result, tellResult] = useState<{ readonly saved: number; readonly refused: readonly Finding[][] }>();
  const ticked = rows.filter(({ row }) => !left.has(row));
  const tick = (some: readonly string[], to: boolean): void =>
    leave((before) => new Set(to ? [...before].filter((row) => !some.includes(row)) : [...before, ...some]));

  async function takeOver(): Promise<void> {
    take(true);
    const outcomes: TakenRows['outcomes'][number][] = [];
    try {
      for (let at = 0; at < ticked.length; at += BATCH) {
        const asked = ticked.slice(at, at + BATCH).map(({ row, version }) => ({ row, version }));
        const body = { from, rows: asked };
        const sent = { method: 'POST', path: `${path}/${ledger}/take-over`, body, key: newKey() } as const;
        outcomes.push(...(await tell<TakenRows>(sent)).outcomes);
      }
      const refused = outcomes.flatMap((each) => (each.kind === 'refused' ? [[...each.findings]] : []));
      const saved = outcomes.length - refused.length;
      if (refused.length > 0) tellResult({ saved, refused });
      else {
        said.done(say.rowsDone(saved));
        close();
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.refused(error);
    } finally {
      take(false);
      await askAgain(cache, path);
    }
  }

  return (
    <Drawer
      open
      title={say.rowsTitle(name)}
      size={720}
      onClose={close}
      destroyOnHidden
      footer={
        <Button type="primary" disabled={ticked.length === 0} loading={isTaking} onClick={() => void takeOver()}>
          {say.rowsTake(ticked.length)}
        </Button>
      }
    >
      <div className="elsewhere">
        <p>{say.rowsHint}</p>
        {result !== undefined && (
          <Alert
            type="warning"
            role="alert"
            title={say.rowsLeft(result.saved, result.refused.length)}
            description={result.refused
              .flat()
              .map((finding) => <p key={`${finding.at.item} ${finding.code}`}>{speak(finding)}</p>)}
          />
        )}
        <table className="beside">
          <thead>
            <tr>
              <td>
                <input
                  type="checkbox"
                  aria-label={say.all}
                  checked={left.size === 0}
                  onChange={({ target }) =>
                    tick(
                      rows.map(({ row }) => row),
                      target.checked,
                    )
                  }
                />
              </td>
              {columns.map(({ code, name: column }) => (
                <th key={code} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">{say.by}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, person }, at) => (
              <tr key={row}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={say.row(at + 1)}
                    checked={!left.has(row)}
                    onChange={({ target }) => tick([row], target.checked)}
                  />
                </td>
                {columns.map(({ code }) => (
                  <td key={code}>{cells[code] ?? ''}</td>
                ))}
                <td>{person}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Drawer>
  );
}
