/** One paper filed: dropped, pasted or picked; or only entered in the catalogue. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import type { FiledEvidence } from '../../../../src/collect/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { newKey, Refused, tell, upload } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { DropBox } from './drop-box.tsx';
import { evidenceWords } from './words.ts';
import './evidence.css';

export type Mode = 'upload' | 'pages' | 'onsite';
const MODES: readonly Mode[] = ['upload', 'pages', 'onsite'];

interface Given {
  readonly round: string;
  readonly task: string;
  readonly items: readonly string[];
  readonly indicators: readonly string[];
  /** Indicators to choose from; with none it proves those given. */
  readonly choices?: readonly { readonly indicator: string; readonly name: string }[];
  close(): void;
}

export function FileDrawer({ round, task, items, indicators, choices = [], close }: Given) {
  const say = useWords(evidenceWords);
  const pick = useSay();
  const said = useSaid();
  const cache = useQueryClient();
  const [mode, choose] = useState<Mode>('upload');
  const [file, take] = useState<File>();
  const [title, name] = useState('');
  const [proves, prove] = useState<readonly string[]>(indicators);
  const [share, tellShare] = useState<number>();
  const [fault, tellFault] = useState<string>();

  const taken = (given: File): void => {
    take(given);
    if (title === '') name(given.name.replace(/\.[^.]{1,8}$/, ''));
    tellFault(undefined);
  };
  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (key: string) => {
      const given = String(form.get(key) ?? '').trim();
      return given === '' ? {} : { [key]: given };
    };
    if (title.trim() === '') return tellFault(say.nameWanted);
    if (mode !== 'onsite' && file === undefined) return tellFault(say.fileWanted);
    tellFault(undefined);
    try {
      const content = await contentOf(mode === 'onsite' ? undefined : file, tellShare);
      const body = {
        ...{ title: title.trim(), mode, items, indicators: proves, content },
        ...text('docNumber'),
        ...text('issuer'),
        ...text('date'),
        ...text('pages'),
      };
      const filed = await tell<FiledEvidence>({
        method: 'POST',
        path: `/rounds/${round}/tasks/${task}/evidence`,
        body,
        key: newKey(),
      });
      said.done(say.saved(filed.number));
      await askAgain(cache, `/rounds/${round}/tasks/${task}`, `/rounds/${round}/evidence`);
      close();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tellFault(pick(error));
    }
    tellShare(undefined);
  }

  return (
    <Drawer open title={say.add} size={480} onClose={close} destroyOnHidden>
      <form className="evidence-form" onSubmit={(event) => void save(event)}>
        <Alert type="warning" showIcon title={say.secret} />
        <fieldset className="evidence-modes">
          <legend>{say.mode}</legend>
          {MODES.map((each) => (
            <label key={each}>
              <input type="radio" name="mode" checked={mode === each} onChange={() => choose(each)} />
              {say.modes[each]}
            </label>
          ))}
        </fieldset>
        {mode !== 'onsite' && (
          <DropBox chosen={file} take={([first]) => first !== undefined && taken(first)} tooLarge={tellFault} />
        )}
        {choices.length > 0 && (
          <Field label={say.proves}>
            {(id) => (
              <select
                id={id}
                value={proves[0] ?? ''}
                onChange={({ target }) => prove(target.value === '' ? [] : [target.value])}
              >
                <option value="">{say.choose}</option>
                {choices.map(({ indicator, name: words }) => (
                  <option key={indicator} value={indicator}>
                    {indicator} {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={say.name}>
          {(id) => <input id={id} value={title} maxLength={200} onChange={({ target }) => name(target.value)} />}
        </Field>
        <Field label={say.docNumber} hint={say.docNumberHint}>
          {(id, told) => <input id={id} name="docNumber" maxLength={60} aria-describedby={told} />}
        </Field>
        <div className="evidence-pair">
          <Field label={say.issuer}>{(id) => <input id={id} name="issuer" maxLength={100} />}</Field>
          <Field label={say.date}>{(id) => <input id={id} name="date" type="date" />}</Field>
        </div>
        <Field label={say.pages} hint={say.pagesHint}>
          {(id, told) => <input id={id} name="pages" maxLength={60} aria-describedby={told} />}
        </Field>
        {fault !== undefined && <Alert type="error" role="alert" title={fault} />}
        <Button type="primary" htmlType="submit" loading={share !== undefined}>
          {share === undefined ? say.save : say.uploading(Math.round(share * 100))}
        </Button>
      </form>
    </Drawer>
  );
}

/** The file's content under its hash; nothing for a paper that is only seen on site. */
export async function contentOf(
  file: File | undefined,
  told: (share: number) => void,
): Promise<{ readonly sha256: string; readonly name: string } | undefined> {
  if (file === undefined) return undefined;
  told(0);
  const { sha256 } = await upload(file, told);
  return { sha256, name: file.name };
}
