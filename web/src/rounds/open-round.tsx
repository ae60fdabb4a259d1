/** A round opened by a published scheme: of whom, as of which day, from when to when. */
import { useState } from 'react';
import type { SchemeList } from '../../../src/scheme/replies.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { useAsk, useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useWho } from '../shell/session.tsx';
import { roundsWords } from './words.ts';

interface Typed {
  readonly name: string;
  readonly round: string;
  readonly direction: 'upward' | 'downward';
  readonly scheme: string;
  readonly evaluee: string;
  readonly asOf: string;
  readonly opens: string;
  readonly due: string;
}
const EMPTY: Typed = {
  name: '',
  round: '',
  direction: 'upward',
  scheme: '',
  evaluee: '',
  asOf: '',
  opens: '',
  due: '',
};

/** Clocks on the wall are China's. */
export const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

export function OpenRound({ leave }: { leave(): void }) {
  const say = useWords(roundsWords);
  const said = useSaid();
  const schemes = useAsk<SchemeList>('/schemes').data ?? [];
  const units = useWho().posts.filter(({ role }) => role === 'office');
  const [typed, type] = useState<Typed>(EMPTY);
  const put = (more: Partial<Typed>): void => type((before) => ({ ...before, ...more }));
  const open = useTell<object, { tasks: number }>((body) => ({ method: 'POST', path: '/rounds', body }), {
    changes: ['/rounds'],
  });
  const evaluee = typed.evaluee || (units[0]?.unitCode ?? '');
  const act = async (): Promise<void> => {
    const [scheme = '', version = ''] = typed.scheme.split('/');
    const { opens, due, ...rest } = typed;
    const body = { ...rest, scheme, version, evaluee, opens: instantOf(opens), due: instantOf(due) };
    const { tasks } = await open.mutateAsync(body);
    said.done(say.opened(tasks));
  };
  const input = (label: string, key: 'name' | 'round' | 'asOf' | 'opens' | 'due', kind: string) => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type={kind}
          className="input"
          required
          {...(key === 'round' ? { pattern: '[a-z0-9\\-]{1,64}' } : {})}
          value={typed[key]}
          onChange={({ target }) => put({ [key]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      title={say.open}
      verb={say.open}
      isReady={
        typed.scheme !== '' &&
        evaluee !== '' &&
        [typed.name, typed.round, typed.asOf, typed.opens, typed.due].every((each) => each !== '')
      }
      act={act}
      leave={leave}
    >
      {input(say.name, 'name', 'text')}
      {input(say.code, 'round', 'text')}
      <Field label={say.scheme}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={typed.scheme}
            onChange={({ target }) => put({ scheme: target.value })}
          >
            <option value="" />
            {schemes.map(({ scheme, version, year }) => (
              <option key={`${scheme}/${version}`} value={`${scheme}/${version}`}>
                {scheme} · {version} · {year}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say.direction}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={typed.direction}
            onChange={({ target }) => put({ direction: target.value as Typed['direction'] })}
          >
            <option value="upward">{say.upward}</option>
            <option value="downward">{say.downward}</option>
          </select>
        )}
      </Field>
      <Field label={say.evaluee}>
        {(id) => (
          <select id={id} className="select" value={evaluee} onChange={({ target }) => put({ evaluee: target.value })}>
            {units.map(({ post, unitCode, unitName }) => (
              <option key={post} value={unitCode}>
                {unitName}
              </option>
            ))}
          </select>
        )}
      </Field>
      {input(say.asOf, 'asOf', 'date')}
      {input(say.opens, 'opens', 'datetime-local')}
      {input(say.due, 'due', 'datetime-local')}
    </ActDialog>
  );
}
