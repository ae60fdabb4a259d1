/** 佐证: the catalogue with its filters; filing one paper or many by their names; taking one back. */

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Catalogue, TaskList, TaskPage } from '../../../../src/collect/replies.ts';
import { isError } from '../../../../src/kernel/index.ts';
import { useConfirm, useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LevelMark } from '../../parts/level-mark.tsx';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Screen } from '../../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { download, newKey, tell } from '../../shell/api.ts';
import { askAgain, useAsk } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { isOpen } from '../form/form-rows.ts';
import type { EvidenceSearch } from '../routes.tsx';
import { type Turn, useEvidenceSearch, useTurn } from '../turn.ts';
import { BulkDrawer } from './bulk-drawer.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { FileDrawer } from './file-drawer.tsx';
import type { Mode } from './filled-record.ts';
import { evidenceWords } from './words.ts';
import './evidence.css';

type Record = Catalogue['records'][number];
const MODES: readonly Mode[] = ['upload', 'pages', 'onsite'];

export function EvidenceScreen() {
  const say = useWords(evidenceWords);
  const { language } = useLanguage();
  const marks = useWords(punctuation);
  const { round } = useRound();
  const search = useEvidenceSearch();
  const change = useTurn<EvidenceSearch>('/evidence');
  const said = useSaid();
  const confirm = useConfirm();
  const cache = useQueryClient();
  const [adding, add] = useState<'one' | 'many'>();
  const [editing, edit] = useState<Record>();
  const tasks = useAsk<TaskList>(`/rounds/${round}/tasks`);
  const mine = tasks.data?.find(({ fills, part }) => fills !== 'none' && part === 'forms');
  const page = useAsk<TaskPage>(mine === undefined ? undefined : `/rounds/${round}/tasks/${mine.task}`);
  const query = search.indicator === undefined ? '' : `?indicator=${encodeURIComponent(search.indicator)}`;
  const found = useAsk<Catalogue>(`/rounds/${round}/evidence${query}`);

  const turn = (to: Turn<EvidenceSearch>): void => change(to, true);
  const shown = useMemo(() => filtered(found.data?.records ?? [], search), [found.data, search]);
  const one = useAsk<Catalogue>(
    search.open === undefined ? undefined : `/rounds/${round}/evidence?evidence=${encodeURIComponent(search.open)}`,
  );
  const opened = one.data?.records[0];
  const canFile = page.data !== undefined && isOpen(page.data);
  const canChange = ({ evidence }: Record): boolean =>
    canFile && page.data?.evidence.some((own) => own.evidence === evidence) === true;
  const units = new Map((tasks.data ?? []).map(({ unit, name }) => [String(unit), name]));
  const missing = page.data?.proofs.filter(
    ({ indicator, asks }) =>
      asks.length > 0 && !page.data?.evidence.some(({ indicators }) => indicators.includes(indicator)),
  );

  async function withdraw({ evidence, number, version }: Record): Promise<void> {
    if (mine === undefined) return;
    if (
      !(await confirm({
        title: `${say.withdraw} ${number}`,
        body: say.withdrawSure(number),
        verb: say.withdraw,
        isGrave: true,
      }))
    )
      return;
    const path = `/rounds/${round}/tasks/${mine.task}/evidence/${evidence}/withdraw`;
    try {
      await tell({ method: 'POST', path, body: { seen: version }, key: newKey() });
      said.done(say.withdrawn(number));
    } catch (error) {
      said.refused(error);
    }
    await askAgain(cache, `/rounds/${round}/evidence`, `/rounds/${round}/tasks`);
  }

  return (
    <Screen
      title={say.page}
      state={
        missing !== undefined && missing.length > 0 ? (
          <span className="tag tag-hint">{say.missing(missing.length)}</span>
        ) : undefined
      }
      note={say.secret}
      actions={
        canFile && (
          <>
            <Button onClick={() => add('many')} icon={<Icon name="upload" />}>
              {say.bulk}
            </Button>
            <Button type="primary" onClick={() => add('one')} icon={<Icon name="plus" />}>
              {say.add}
            </Button>
          </>
        )
      }
    >
      <search className="evidence-bar">
        <Field label={say.search}>
          {(id) => (
            <input
              id={id}
              type="search"
              value={search.words ?? ''}
              onChange={({ target }) => turn({ words: target.value || undefined })}
            />
          )}
        </Field>
        <Field label={say.filterIndicator}>
          {(id) => (
            <select
              id={id}
              value={search.indicator ?? ''}
              onChange={({ target }) => turn({ indicator: target.value || undefined })}
            >
              <option value="">{say.all}</option>
              {(page.data?.proofs ?? []).map(({ indicator, name }) => (
                <option key={indicator} value={indicator}>
                  {indicator} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say.filterMode}>
          {(id) => (
            <select
              id={id}
              value={search.mode ?? ''}
              onChange={({ target }) => turn({ mode: (target.value || undefined) as Mode | undefined })}
            >
              <option value="">{say.all}</option>
              {MODES.map((mode) => (
                <option key={mode} value={mode}>
                  {say.modes[mode]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {found.data !== undefined && <p>{say.count(shown.length, found.data.of)}</p>}
      </search>
      {opened !== undefined && (
        <EvidenceCard
          key={opened.evidence}
          record={opened}
          edit={canChange(opened) ? () => edit(opened) : undefined}
          close={() => turn({ open: undefined })}
        />
      )}
      {search.open !== undefined && one.isFetched && opened === undefined && (
        <p role="status" className="evidence-card">
          {say.notFound}
        </p>
      )}
      {found.error !== null && <Trouble refused={found.error} retry={found.refetch} />}
      {found.data === undefined && found.error === null && <Waiting />}
      {found.data !== undefined && shown.length === 0 && (
        <Empty
          action={
            found.data.of > 0 ? (
              <Button onClick={() => turn({ words: undefined, indicator: undefined, mode: undefined })}>
                {say.clear}
              </Button>
            ) : undefined
          }
        >
          {found.data.of === 0 ? say.empty : say.none}
        </Empty>
      )}
      {shown.length > 0 && (
        <table className="evidence-table">
          <thead>
            <tr>
              <th scope="col">{say.number}</th>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.docNumber}</th>
              <th scope="col">{say.proves}</th>
              <th scope="col">{say.mode}</th>
              <th scope="col">{say.by}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((record) => (
              <tr key={record.evidence} aria-current={record.evidence === search.open ? 'true' : undefined}>
                <td>{record.number}</td>
                <td>
                  <button
                    type="button"
                    className="evidence-open"
                    onClick={() => turn({ open: record.evidence === search.open ? undefined : record.evidence })}
                  >
                    {record.title}
                  </button>
                  {record.pages !== null && <small> {record.pages}</small>}
                  {record.findings.length > 0 && <LevelMark level={record.findings.some(isError) ? 'error' : 'warn'} />}
                </td>
                <td>{[record.doc_number, record.issuer, record.dated].filter(Boolean).join(' ')}</td>
                <td>{record.indicators.join(marks.list)}</td>
                <td>{say.modes[record.mode]}</td>
                <td>
                  {record.person} {units.get(record.unit)} {printWhen(record.at, language)}
                </td>
                <td>
                  <span className="evidence-acts">
                    {record.sha256 !== null && (
                      <Button
                        size="small"
                        onClick={() =>
                          download(`/rounds/${round}/evidence/${record.evidence}/content`).catch(said.refused)
                        }
                      >
                        {say.download}
                      </Button>
                    )}
                    {canChange(record) && (
                      <>
                        <Button size="small" onClick={() => edit(record)}>
                          {say.edit}
                        </Button>
                        <Button size="small" onClick={() => void withdraw(record)}>
                          {say.withdraw}
                        </Button>
                      </>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding === 'one' && mine !== undefined && (
        <FileDrawer
          round={round}
          task={mine.task}
          items={[]}
          indicators={search.indicator === undefined ? [] : [search.indicator]}
          choices={page.data?.proofs ?? []}
          close={() => add(undefined)}
        />
      )}
      {editing !== undefined && mine !== undefined && (
        <FileDrawer
          round={round}
          task={mine.task}
          record={editing}
          items={editing.items}
          indicators={editing.indicators}
          choices={page.data?.proofs ?? []}
          close={() => edit(undefined)}
        />
      )}
      {adding === 'many' && mine !== undefined && (
        <BulkDrawer round={round} task={mine.task} choices={page.data?.proofs ?? []} close={() => add(undefined)} />
      )}
    </Screen>
  );
}

const filtered = (
  records: readonly Record[],
  { words = '', mode }: { readonly words?: string | undefined; readonly mode?: Mode | undefined },
): readonly Record[] =>
  records.filter(
    (record) =>
      (mode === undefined || record.mode === mode) &&
      [record.number, record.title, record.doc_number ?? '', record.issuer ?? ''].some((text) => text.includes(words)),
  );
