/** Many files at once: where each belongs is read from its name, shown, put right where it is not clear, then filed. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { FiledEvidence, PlacedNames } from '../../../../src/collect/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { newKey, Refused, tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { useSentences } from '../speak.ts';
import { DropBox } from './drop-box.tsx';
import { contentOf } from './file-drawer.tsx';
import { NO_CHECKS } from './found-in.tsx';
import { evidenceWords } from './words.ts';
import './evidence.css';

interface Line {
  readonly file: File;
  readonly placed: PlacedNames['files'][number];
  /** Where it goes; empty: left out. */
  readonly indicator: string;
  readonly state: 'waits' | 'sending' | 'done' | 'failed';
  readonly share: number;
  /** Why it was refused, or what was found in it. */
  readonly fault?: string;
}

interface Given {
  readonly round: string;
  readonly task: string;
  readonly choices: readonly { readonly indicator: string; readonly name: string }[];
  close(): void;
}

export function BulkDrawer({ round, task, choices, close }: Given) {
  const say = useWords(evidenceWords);
  const pick = useSay();
  const speak = useSentences(NO_CHECKS);
  const said = useSaid();
  const cache = useQueryClient();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [fault, tellFault] = useState<string>();
  const [isSending, send] = useState(false);
  const path = `/rounds/${round}/tasks/${task}/evidence`;
  const ready = lines.filter(
    ({ state, indicator, placed }) => state !== 'done' && (placed.as === 'record' || indicator !== ''),
  );
  const set = (at: number, change: Partial<Line>): void =>
    setLines((before) => before.map((line, index) => (index === at ? { ...line, ...change } : line)));

  async function take(files: readonly File[]): Promise<void> {
    try {
      const { files: placed } = await tell<PlacedNames>({
        method: 'POST',
        path: `${path}/names`,
        body: { names: files.map(({ name }) => name) },
      });
      const made = files.flatMap((file, at): Line[] => {
        const found = placed[at];
        if (found === undefined) return [];
        return [
          { file, placed: found, indicator: found.as === 'new' ? found.indicator : '', state: 'waits', share: 0 },
        ];
      });
      setLines((before) => [...before, ...made]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tellFault(pick(error));
    }
  }

  async function carryOut(): Promise<void> {
    send(true);
    let [done, failed, told] = [0, 0, 0];
    for (const [at, line] of lines.entries()) {
      if (!ready.includes(line)) continue;
      set(at, { state: 'sending', fault: '' });
      try {
        const content = await contentOf(line.file, (share) => set(at, { share }));
        const body = bodyOf(line, content);
        const { findings } = await tell<FiledEvidence>({ method: 'POST', path, body, key: newKey() });
        set(at, { state: 'done', fault: findings.map(speak).join('') });
        done += 1;
        told += findings.length;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        set(at, { state: 'failed', fault: pick(error) });
        failed += 1;
      }
    }
    send(false);
    said.done(say.bulkDone(done, failed));
    await askAgain(cache, `/rounds/${round}/evidence`, `/rounds/${round}/tasks/${task}`);
    if (failed + told === 0) close();
  }

  return (
    <Drawer open title={say.bulk} size={720} onClose={close} destroyOnHidden>
      <div className="evidence-form">
        <Alert type="warning" showIcon title={say.secret} />
        <DropBox isMany hint={say.many} take={(files) => void take(files)} tooLarge={tellFault} />
        {fault !== undefined && <Alert type="error" role="alert" title={fault} />}
        {lines.length > 0 && (
          <table className="evidence-table">
            <tbody>
              {lines.map((line, at) => (
                <tr key={`${line.file.name} ${line.file.size}`}>
                  <td>{line.file.name}</td>
                  <td>
                    {line.placed.as === 'record' ? (
                      say.asRecord(line.placed.number)
                    ) : (
                      <select
                        aria-label={`${say.proves} ${line.file.name}`}
                        value={line.indicator}
                        onChange={({ target }) => set(at, { indicator: target.value })}
                      >
                        <option value="">{line.placed.as === 'unknown' ? say.asUnknown : say.leaveOut}</option>
                        {choices.map(({ indicator, name }) => (
                          <option key={indicator} value={indicator}>
                            {indicator} {name}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                  <td role="status">
                    {line.state === 'sending' && say.uploading(Math.round(line.share * 100))}
                    {line.state === 'done' && say.done}
                    {line.fault !== undefined && line.fault !== '' && (
                      <span className="evidence-fault">{line.fault}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Button type="primary" disabled={ready.length === 0} loading={isSending} onClick={() => void carryOut()}>
          {say.carryOut(ready.length)}
        </Button>
      </div>
    </Drawer>
  );
}

function bodyOf({ placed, indicator }: Line, content: { readonly sha256: string; readonly name: string } | undefined) {
  const links =
    placed.as === 'record'
      ? { items: placed.items, indicators: placed.indicators }
      : { items: [], indicators: [indicator] };
  const known = placed.as === 'record' ? { evidence: placed.evidence, seen: placed.version } : {};
  return { ...known, ...links, title: placed.title, mode: 'upload' as const, content };
}
