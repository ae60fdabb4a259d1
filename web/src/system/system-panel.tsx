/** 系统和备份: how the system does, and everything in one file. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { SystemState } from '../../../src/platform/system/replies.ts';
import { punctuation } from '../parts/punctuation.ts';
import { Screen } from '../parts/screen.tsx';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { Backups } from './backups.tsx';
import { Contact } from './contact.tsx';
import { printSize } from './sizes.ts';
import { systemWords } from './words.ts';

const LOW = 0.1;

export function SystemPanel() {
  const say = useWords(systemWords);
  const { data, error, refetch } = useAsk<SystemState>('/system');
  return (
    <Screen title={say.title}>
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <State state={data} />}
      {data !== undefined && <Contact />}
      {data !== undefined && <Backups />}
    </Screen>
  );
}

function State({ state }: { readonly state: SystemState }) {
  const say = useWords(systemWords);
  const marks = useWords(punctuation);
  const { version, node, database, disk, mail, scanner, singleSignOn, troubled } = state;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say.version, `${version} · Node ${node}`],
    [say.database, `PostgreSQL ${database.version}${marks.aside(database.embedded ? say.embedded : say.server)}`],
    [say.size, printSize(Number(database.bytes))],
    [say.disk, say.free(printSize(disk.free), printSize(disk.size))],
    [say.mail, mail.on ? say.mailOn(mail.waiting) : say.mailOff],
    [say.scanner, scanner ? say.scannerOn : say.scannerOff],
    [say.signOn, singleSignOn ? say.on : say.off],
  ];
  return (
    <section className="block" aria-labelledby="system-state">
      <h2 id="system-state">{say.state}</h2>
      {disk.free < disk.size * LOW && <Alert type="warning" showIcon title={say.diskLow} style={{ marginBottom: 8 }} />}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>{say.jobs}</dt>
        <dd>
          {troubled.length === 0
            ? say.jobsFine
            : troubled.map(({ job, kind, state: stands, attempts }) => (
                <div key={job}>
                  {kind} · {stands === 'failed' ? say.jobFailed : say.jobWaits} · {say.attempts(attempts)}
                </div>
              ))}
        </dd>
      </dl>
    </section>
  );
}
