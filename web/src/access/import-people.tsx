/** Accounts opened for a list of people: dropped, looked at, then opened one after the other, with a count. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Progress } from 'antd';
import { useState } from 'react';
import type { SaidFinding } from '../../../src/kernel/index.ts';
import type { AccountAdded, PeoplePreview } from '../../../src/platform/access/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { DropFile, type DroppedFile } from '../parts/drop-file.tsx';
import { Findings } from '../parts/findings.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { ask, download, Refused, save, tell } from '../shell/api.ts';
import { askAgain } from '../shell/asking.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';
import type { Register } from './register.ts';
import { accessWords } from './words.ts';

type Person = PeoplePreview['people'][number];
interface Opened {
  readonly person: Person;
  readonly password?: string;
  readonly refused?: Refused;
}

export function ImportPeople({ register, leave }: { readonly register: Register; leave(): void }) {
  const say = useWords(accessWords);
  const marks = useWords(punctuation);
  const words = useWords(shellWords);
  const speak = useSay();
  const said = useSaid();
  const cache = useQueryClient();
  const [preview, show] = useState<{ people: readonly Person[]; findings: readonly SaidFinding[] }>();
  const [opened, keep] = useState<readonly Opened[]>();
  const [isBusy, busy] = useState(false);

  const look = async ([file]: readonly DroppedFile[]): Promise<void> => {
    if (file === undefined) return;
    const found = await ask<PeoplePreview>(
      `/accounts/preview?name=${encodeURIComponent(file.name)}&sha256=${file.sha256}`,
    );
    const isKnown = ({ dept }: Person): boolean => dept === '' || deptOf(register, dept) !== undefined;
    const strangers = found.people
      .filter((person) => !isKnown(person))
      .map(
        ({ row, dept }): SaidFinding => ({
          code: 'web.people.dept',
          severity: 'error',
          at: { cell: `A${row}` },
          data: {},
          zh: accessWords.zh.deptUnknown(row, dept),
          en: accessWords.en.deptUnknown(row, dept),
        }),
      );
    show({ people: found.people.filter(isKnown), findings: [...found.findings, ...strangers] });
  };
  const open = async (): Promise<void> => {
    busy(true);
    const all: Opened[] = [];
    for (const person of preview?.people ?? []) {
      const { name, login, mail, unit, role } = person;
      const dept = deptOf(register, person.dept);
      const post = { unit, role, ...(dept === undefined ? {} : { dept }) };
      const body = { name, login, ...(mail === '' ? {} : { mail }), post };
      try {
        const { password = '' } = await tell<AccountAdded>({ method: 'POST', path: '/accounts', body });
        all.push({ person, password });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        all.push({ person, refused: error });
      }
      keep([...all]);
    }
    busy(false);
    await askAgain(cache, '/accounts');
  };
  const takeAway = (): void => {
    const rows = (opened ?? []).flatMap(({ person, password }) =>
      password === undefined ? [] : [[person.name, person.login, person.unitName, password]],
    );
    const lines = [[say.name, say.login, say.unit, say.oneTime], ...rows];
    const text = lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    save(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' }), say.passwordsFile);
  };
  const count = preview?.people.length ?? 0;
  const refused = (opened ?? []).filter((each) => each.refused !== undefined);
  return (
    <Drawer open size={720} onClose={leave} title={say.importTitle} closable={!isBusy} mask={{ closable: false }}>
      {opened === undefined && (
        <>
          <p style={{ marginBottom: 12 }}>
            <Button onClick={() => void download('/accounts/form').catch(said.refused)}>{say.form}</Button>
          </p>
          <DropFile words={say.drop} accept=".xlsx,.csv" took={look} />
        </>
      )}
      {preview !== undefined && opened === undefined && (
        <>
          <p role="status" style={{ margin: '12px 0' }}>
            {say.found(count, preview.findings.length)}
          </p>
          {preview.findings.length > 0 && <Findings findings={preview.findings} label={say.faults} />}
          <table className="list" style={{ margin: '12px 0' }}>
            <thead>
              <tr>
                <th scope="col">{say.row}</th>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.login}</th>
                <th scope="col">{say.unit}</th>
                <th scope="col">{say.role}</th>
              </tr>
            </thead>
            <tbody>
              {preview.people.map(({ row, name, login, unitName, dept, role }) => (
                <tr key={login}>
                  <td>{row}</td>
                  <td>{name}</td>
                  <td>{login}</td>
                  <td>
                    {unitName} {dept !== '' && <small>{dept}</small>}
                  </td>
                  <td>{words.roles[role]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button type="primary" disabled={count === 0} onClick={() => void open()}>
            {say.open(count)}
          </Button>
        </>
      )}
      {opened !== undefined && (
        <>
          {isBusy ? (
            <>
              <p role="status">{say.opening(opened.length, count)}</p>
              <Progress percent={Math.round((opened.length / Math.max(1, count)) * 100)} aria-label={say.importTitle} />
            </>
          ) : (
            <Alert type="success" showIcon role="status" title={say.openedAll(opened.length - refused.length)} />
          )}
          {refused.length > 0 && (
            <>
              <h3 style={{ marginTop: 12 }}>{say.notOpened(refused.length)}</h3>
              <ul>
                {refused.map(({ person, refused: why }) => (
                  <li key={person.login}>
                    {person.name}
                    {marks.aside(person.login)}
                    {marks.colon}
                    {why !== undefined && speak(why)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p style={{ marginTop: 12 }}>
            <Button type="primary" disabled={isBusy} onClick={takeAway}>
              {say.passwords}
            </Button>
          </p>
        </>
      )}
    </Drawer>
  );
}

const deptOf = ({ departments }: Register, words: string): string | undefined =>
  departments.find(({ code, name }) => code === words || name === words)?.code;
