/** One paper filed, or a record changed: dropped, pasted or picked; or only entered in the catalogue. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Catalogue, FiledEvidence } from '../../../../src/collect/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { ask, newKey, Refused, tell, upload } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { DropBox } from './drop-box.tsx';
import { type FilledRecord, filledBy, type HeldRecord, type Mode, NOT_FILLED } from './filled-record.ts';
import { FoundIn } from './found-in.tsx';
import { MovedRecord } from './moved-record.tsx';
import { ProvesField } from './proves-field.tsx';
import { evidenceWords } from './words.ts';
import './evidence.css';

const MODES: readonly Mode[] = ['upload', 'pages', 'onsite'];

interface Given {
  readonly round: string;
  readonly task: string;
  /** The record to change; without one a new one is filed. */
  readonly record?: HeldRecord;
  readonly items: readonly string[];
  readonly indicators: readonly string[];
  /** Indicators to choose from; with none it proves those given. */
  readonly choices?: readonly { readonly indicator: string; readonly name: string }[];
  close(): void;
}

export function FileDrawer(given: Given) {
  const { record, close } = given;
  const say = useWords(evidenceWords);
  const title = record === undefined ? say.add : say.change(record.number);
  return (
    <Drawer open title={title} size={480} onClose={close} destroyOnHidden>
      <RecordForm {...given} />
    </Drawer>
  );
}

function RecordForm({ round, task, record, items, indicators, choices = [], close }: Given) {
  const say = useWords(evidenceWords);
  const pick = useSay();
  const said = useSaid();
  const cache = useQueryClient();
  /** The state of the record that was looked at. */
  const [held, look] = useState(record);
  const [filled, fill] = useState(record === undefined ? NOT_FILLED : filledBy(record));
  const [proves, prove] = useState(indicators);
  const [file, take] = useState<File>();
  const [share, tellShare] = useState<number>();
  const [fault, tellFault] = useState<string>();
  /** Of the paper that was filed: it lies in the system until somebody acts on it. */
  const [found, tellFound] = useState<FiledEvidence['findings']>([]);
  const [moved, tellMoved] = useState<{ readonly theirs: HeldRecord | undefined }>();
  const { mode } = filled;
  const hasFile = held !== undefined && held.file_name !== null;
  const set = (change: Partial<FilledRecord>): void => fill((before) => ({ ...before, ...change }));
  const line = (field: 'number' | 'title' | 'docNumber' | 'issuer' | 'date' | 'pages', most: number) => ({
    value: filled[field],
    maxLength: most,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set({ [field]: target.value }),
  });

  const taken = (given: File): void => {
    take(given);
    if (filled.title === '') set({ title: given.name.replace(/\.[^.]{1,8}$/, '') });
    tellFault(undefined);
  };
  async function save(seen: number | undefined): Promise<void> {
    if (filled.title.trim() === '') return tellFault(say.nameWanted);
    if (held === undefined && mode !== 'onsite' && file === undefined) return tellFault(say.fileWanted);
    tellFault(undefined);
    tellMoved(undefined);
    try {
      const content = await contentOf(mode === 'onsite' ? undefined : file, tellShare);
      const known = held === undefined ? {} : { evidence: held.evidence, seen };
      const filed = await tell<FiledEvidence>({
        method: 'POST',
        path: `/rounds/${round}/tasks/${task}/evidence`,
        body: { ...known, ...stated(filled), items, indicators: proves, content },
        key: newKey(),
      });
      said.done(held === undefined ? say.saved(filed.number) : say.changed(filed.number));
      await askAgain(cache, `/rounds/${round}/tasks/${task}`, `/rounds/${round}/evidence`);
      if (filed.findings.length === 0) close();
      else tellFound(filed.findings);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (held === undefined || !GONE_ON.has(error.code)) tellFault(pick(error));
      else await lookAgain(held.evidence).catch(() => tellFault(pick(error)));
    }
    tellShare(undefined);
  }
  async function lookAgain(evidence: string): Promise<void> {
    const { records } = await ask<Catalogue>(`/rounds/${round}/evidence?evidence=${evidence}`);
    tellMoved({ theirs: records[0] });
  }
  const takeTheirs = (theirs: HeldRecord): void => {
    look(theirs);
    fill(filledBy(theirs));
    prove(theirs.indicators);
    take(undefined);
    tellMoved(undefined);
  };
  const keepMine = (theirs: HeldRecord): void => {
    look(theirs);
    void save(theirs.version);
  };

  if (found.length > 0) return <FoundIn findings={found} close={close} />;
  return (
    <form
      className="evidence-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(held?.version);
      }}
    >
      <Alert type="warning" showIcon title={say.secret} />
      <fieldset className="evidence-modes">
        <legend>{say.mode}</legend>
        {MODES.map((each) => (
          <label key={each}>
            <input type="radio" name="mode" checked={mode === each} onChange={() => set({ mode: each })} />
            {say.modes[each]}
          </label>
        ))}
      </fieldset>
      {mode === 'onsite' && hasFile && <Alert type="warning" showIcon title={say.fileGoes} />}
      {mode !== 'onsite' && (
        <>
          {hasFile && <p>{say.fileKept(held.file_name ?? '')}</p>}
          <DropBox chosen={file} take={([first]) => first !== undefined && taken(first)} tooLarge={tellFault} />
        </>
      )}
      {choices.length > 0 && <ProvesField choices={choices} chosen={proves} choose={prove} />}
      <Field label={say.numberOf} hint={held === undefined ? say.numberHint : say.numberKept}>
        {(id, told) => <input id={id} aria-describedby={told} {...line('number', 16)} />}
      </Field>
      <Field label={say.name}>{(id) => <input id={id} {...line('title', 200)} />}</Field>
      <Field label={say.docNumber} hint={say.docNumberHint}>
        {(id, told) => <input id={id} aria-describedby={told} {...line('docNumber', 60)} />}
      </Field>
      <div className="evidence-pair">
        <Field label={say.issuer}>{(id) => <input id={id} {...line('issuer', 100)} />}</Field>
        <Field label={say.date}>{(id) => <input id={id} type="date" {...line('date', 10)} />}</Field>
      </div>
      <Field label={say.pages} hint={say.pagesHint}>
        {(id, told) => <input id={id} aria-describedby={told} {...line('pages', 60)} />}
      </Field>
      {fault !== undefined && <Alert type="error" role="alert" title={fault} />}
      {moved === undefined ? (
        <Button type="primary" htmlType="submit" loading={share !== undefined}>
          {share !== undefined ? say.uploading(Math.round(share * 100)) : held === undefined ? say.save : say.keep}
        </Button>
      ) : (
        <MovedRecord
          theirs={moved.theirs}
          mine={{ ...filled, indicators: proves.join('、'), file: file?.name ?? held?.file_name ?? '' }}
          takeTheirs={takeTheirs}
          keepMine={keepMine}
        />
      )}
    </form>
  );
}

/** Refusals after which the record stands otherwise, or no more. */
const GONE_ON: ReadonlySet<string> = new Set(['collect.evidenceMoved', 'collect.evidenceMissing']);

/** What of the form goes out; of a field left empty there is none. */
function stated({ mode, number, title, docNumber, issuer, date, pages }: FilledRecord) {
  const lines = Object.entries({ number, title, docNumber, issuer, date, pages });
  return { mode, ...Object.fromEntries(lines.map(([key, text]) => [key, text.trim()])) };
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
