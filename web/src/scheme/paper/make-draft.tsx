/** Which scheme the table is to be; then its draft is made. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SchemeList, SchemePaper } from '../../../../src/scheme/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import type { DroppedFile } from '../../parts/drop-file.tsx';
import { Field } from '../../parts/field.tsx';
import { useAsk, useTell } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { type Draft, nextVersion } from '../draft/draft.ts';
import { schemeWords } from '../words.ts';

interface Given {
  readonly paper: DroppedFile;
  keep(draft: Draft): void;
}

const LEVELS = ['county', 'prefecture', 'province'] as const;
const CODE = /^[a-z][a-z0-9-]{0,63}$/;
const YEAR = /^20\d\d$/;

export function MakeDraft({ paper: { name: file, sha256 }, keep }: Given) {
  const words = useWords(schemeWords);
  const say = words.paper;
  const said = useSaid();
  const published = useAsk<SchemeList>('/schemes');
  const [name, call] = useState(() => file.replace(/\.\w+$/, ''));
  const [code, encode] = useState('');
  const [year, turn] = useState(() => String(new Date().getFullYear()));
  const [level, stand] = useState<(typeof LEVELS)[number]>('county');
  const making = useTell<object, SchemePaper>((body) => ({ method: 'POST', path: '/schemes/paper', body }));
  const isWhole = name.trim() !== '' && CODE.test(code) && YEAR.test(year);
  const make = (event: FormEvent): void => {
    event.preventDefault();
    const last = published.data?.find(({ scheme }) => scheme === code)?.version;
    making.mutate(
      { name: file, sha256, head: { code, name: name.trim(), year: Number(year), level } },
      {
        onSuccess: ({ files }) => {
          if (files !== undefined) keep({ files, version: last === undefined ? '1' : nextVersion(last), edits: [] });
        },
        onError: said.refused,
      },
    );
  };
  return (
    <form className="paper-head" onSubmit={make} aria-label={say.make}>
      <Field label={say.name}>
        {(id) => (
          <input
            id={id}
            className="input"
            required
            maxLength={200}
            value={name}
            onChange={({ target }) => call(target.value)}
          />
        )}
      </Field>
      <Field
        label={words.facts.code}
        hint={say.codeHint}
        error={code !== '' && !CODE.test(code) ? say.codeHint : undefined}
      >
        {(id, told) => (
          <input
            id={id}
            className="input"
            required
            maxLength={64}
            aria-describedby={told}
            value={code}
            onChange={({ target }) => encode(target.value)}
          />
        )}
      </Field>
      <Field label={say.year}>
        {(id) => (
          <input
            id={id}
            className="input"
            required
            inputMode="numeric"
            maxLength={4}
            value={year}
            onChange={({ target }) => turn(target.value)}
          />
        )}
      </Field>
      <Field label={words.facts.levels}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={level}
            onChange={({ target }) => stand(target.value as typeof level)}
          >
            {LEVELS.map((each) => (
              <option key={each} value={each}>
                {words.levels[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="primary" htmlType="submit" disabled={!isWhole} loading={making.isPending}>
        {say.make}
      </Button>
    </form>
  );
}
