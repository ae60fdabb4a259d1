/** What proves this item, and the way to add to it. */

import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { Icon } from '../../parts/icon.tsx';
import { download } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import type { Item } from '../entry/cells.ts';
import { evidenceWords } from '../evidence/words.ts';
import { isOpen } from '../form/form-rows.ts';
import { proofsByItem } from '../form/proofs.ts';

const FileForm = lazy(() => import('../evidence/file-drawer.tsx').then(({ FileDrawer }) => ({ default: FileDrawer })));

interface Given {
  readonly page: TaskPage;
  readonly round: string;
  readonly item: Item;
}

export function EvidenceBox({ page, round, item }: Given) {
  const say = useWords(evidenceWords);
  const said = useSaid();
  const [isAdding, add] = useState(false);
  const { records, indicators, isWanted } = proofsByItem(page)(item.code);
  const canFile = isOpen(page) && page.fills !== 'none';
  return (
    <section className="panel-part">
      <h3>
        {say.title} {records.length}
        {isWanted && records.length === 0 && ` · ${say.wanted}`}
      </h3>
      <ul className="panel-proofs">
        {records.map(({ evidence, number, title, mode, pages, sha256 }) => (
          <li key={evidence}>
            <Icon name="file" />
            <span>
              {sha256 === null ? (
                `${number} ${title}`
              ) : (
                <button
                  type="button"
                  className="panel-link"
                  onClick={() => download(`/rounds/${round}/evidence/${evidence}/content`).catch(said.refused)}
                >
                  {number} {title}
                </button>
              )}
              <small className="panel-where">
                {' '}
                {say.modes[mode]} {pages ?? ''}
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
    </section>
  );
}
