/** What proves this item, and the way to add to it. */

import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../shell/language.tsx';
import type { Item } from '../entry/cells.ts';
import { evidenceWords } from '../evidence/words.ts';
import { isOpen } from '../form/form-rows.ts';
import { type Proof, proofsByItem } from '../form/proofs.ts';

const EvidenceDrawer = lazy(() =>
  import('../evidence/evidence-drawer.tsx').then(({ EvidenceDrawer: Drawer }) => ({ default: Drawer })),
);
const FileForm = lazy(() => import('../evidence/file-drawer.tsx').then(({ FileDrawer }) => ({ default: FileDrawer })));

interface Given {
  readonly page: TaskPage;
  readonly round: string;
  readonly item: Item;
}

export function EvidenceBox({ page, round, item }: Given) {
  const say = useWords(evidenceWords);
  const [isAdding, add] = useState(false);
  const [opened, open] = useState<Proof>();
  const [editing, edit] = useState<Proof>();
  const { records, indicators, isWanted } = proofsByItem(page)(item.code);
  const canFile = isOpen(page) && page.fills !== 'none';
  return (
    <section className="panel-part">
      <h3>
        {say.title} {records.length}
        {isWanted && records.length === 0 && ` · ${say.wanted}`}
      </h3>
      <ul className="panel-proofs">
        {records.map((record) => (
          <li key={record.evidence}>
            <Icon name="file" />
            <span>
              <button type="button" className="panel-link" onClick={() => open(record)}>
                {record.number} {record.title}
              </button>
              <small className="panel-where">
                {' '}
                {say.modes[record.mode]} {record.pages ?? ''}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {canFile && (
        <>
          <p className="panel-note">{say.secret}</p>
          <Button size="small" icon={<Icon name="evidence" size={14} />} onClick={() => add(true)} data-evidence>
            {say.add}
          </Button>
        </>
      )}
      {isAdding && (
        <Suspense>
          <FileForm
            round={round}
            task={page.task}
            items={[item.code]}
            indicators={indicators.slice(0, 1)}
            close={() => add(false)}
          />
        </Suspense>
      )}
      {opened !== undefined && (
        <Suspense>
          <EvidenceDrawer
            record={{ ...opened, unit: page.unit.code }}
            edit={
              canFile
                ? () => {
                    open(undefined);
                    edit(opened);
                  }
                : undefined
            }
            close={() => open(undefined)}
          />
        </Suspense>
      )}
      {editing !== undefined && (
        <Suspense>
          <FileForm
            round={round}
            task={page.task}
            record={editing}
            items={editing.items}
            indicators={editing.indicators}
            choices={page.proofs}
            close={() => edit(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
