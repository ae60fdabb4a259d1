/** Backups that lie here: made behind the answer, taken away with a word in the record. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { BackupList } from '../../../src/platform/system/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { Trouble } from '../parts/states.tsx';
import { ask, downloadBy, type Refused } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { printSize } from './sizes.ts';
import { systemWords } from './words.ts';

const PATH = '/system/backups';
const LOOK_MS = 1_500;
const isUnderWay = (list: BackupList | undefined): boolean =>
  list?.jobs[0]?.state === 'waiting' || list?.jobs[0]?.state === 'running';

export function Backups() {
  const say = useWords(systemWords);
  const { language } = useLanguage();
  const said = useSaid();
  const confirm = useConfirm();
  const [taking, take] = useState<string>();
  const { data, error } = useQuery<BackupList, Refused>({
    queryKey: [PATH],
    queryFn: ({ signal }) => ask<BackupList>(PATH, signal),
    // While one is made it is asked for again and again; nothing tells when a job is done.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_MS : false),
  });
  const make = useTell<undefined>(() => ({ method: 'POST', path: PATH, body: {} }), { changes: ['/system'] });
  const download = async (name: string): Promise<void> => {
    if (!(await confirm({ title: say.takeTitle, body: say.takeBody, verb: say.take }))) return;
    take(name);
    await downloadBy({ method: 'POST', path: `${PATH}/${name}/take`, body: {} }).catch(said.refused);
    take(undefined);
  };
  const isBusy = isUnderWay(data);
  return (
    <section className="block" aria-labelledby="system-backups">
      <h2 id="system-backups">{say.backups}</h2>
      <p style={{ color: 'var(--ink2)', marginBottom: 10 }}>{say.backupNote}</p>
      {error !== null && <Trouble refused={error} />}
      {data?.jobs[0]?.state === 'failed' && (
        <Alert type="error" showIcon role="alert" title={say.failed} style={{ marginBottom: 10 }} />
      )}
      <p style={{ marginBottom: 10 }}>
        <Button
          type="primary"
          loading={isBusy || make.isPending}
          onClick={() => make.mutate(undefined, { onError: said.refused })}
        >
          {say.make}
        </Button>{' '}
        <span role="status">{isBusy && say.making}</span>
      </p>
      {data?.kept.length === 0 && <p>{say.none}</p>}
      {data !== undefined && data.kept.length > 0 && (
        <table className="list" aria-labelledby="system-backups">
          <thead>
            <tr>
              <th scope="col">{say.at}</th>
              <th scope="col">{say.name}</th>
              <th scope="col" className="num">
                {say.bytes}
              </th>
              <th scope="col">{say.take}</th>
            </tr>
          </thead>
          <tbody>
            {data.kept.map(({ name, at, size }) => (
              <tr key={name}>
                <td>{printWhen(at, language)}</td>
                <td>{name}</td>
                <td className="num">{printSize(size)}</td>
                <td>
                  <Button size="small" loading={taking === name} onClick={() => void download(name)}>
                    {say.take}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
