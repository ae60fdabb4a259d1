/** What a workbook would change, cell by cell: other than here, changed on both sides, new; and what was found in it. */
import { Alert, Button } from 'antd';
import type { TaskPage, WorkbookPreview } from '../../../../src/collect/replies.ts';
import { isError } from '../../../../src/kernel/index.ts';
import { LevelMark } from '../../parts/level-mark.tsx';
import { useWords } from '../../shell/language.tsx';
import { BesideTable } from '../beside/beside-table.tsx';
import { useSentences } from '../speak.ts';
import { importWords } from './words.ts';

/** Findings told before the workbook is mended. */
const SHOWN = 60;

type Row = WorkbookPreview['added'][number];

interface Given {
  readonly page: TaskPage;
  readonly preview: WorkbookPreview;
  readonly conflicts: 'keep' | 'replace';
  readonly isWriting: boolean;
  choose(conflicts: 'keep' | 'replace'): void;
  write(): void;
}

export function Preview({ page, preview, conflicts, isWriting, choose, write }: Given) {
  const say = useWords(importWords);
  const { added, changed, same, findings, task, ledgers, evidence } = preview;
  const errors = findings.filter(isError).length;
  const count = added.length + changed.length + (conflicts === 'replace' ? preview.conflicts.length : 0);
  const rows = ledgers.added + ledgers.removed + evidence;
  return (
    <>
      <p>
        {say.of(task.unit, task.part)} · {say.result(added.length, changed.length, preview.conflicts.length, same)}
      </p>
      {'earlier' in preview && <Alert type="warning" title={say.earlier} />}
      {task.task !== page.task && <Alert type="info" title={say.other(say.of(task.unit, task.part))} />}
      {ledgers.added + ledgers.removed > 0 && <p>{say.ledgers(ledgers.added, ledgers.removed)}</p>}
      {evidence > 0 && <p>{say.evidence(evidence)}</p>}
      {findings.length > 0 && (
        <>
          <p>{say.findings(errors, findings.length - errors)}</p>
          <Findings page={page} findings={findings} />
        </>
      )}
      {preview.conflicts.length > 0 && (
        <fieldset className="import-conflicts">
          <legend>{say.conflicts}</legend>
          {(['keep', 'replace'] as const).map((each) => (
            <label key={each}>
              <input type="radio" checked={conflicts === each} onChange={() => choose(each)} /> {say[each]}
            </label>
          ))}
          <Cells rows={preview.conflicts.map(({ row, was, by }) => ({ ...row, was, by }))} />
        </fieldset>
      )}
      {changed.length > 0 && (
        <>
          <h4>{say.changed}</h4>
          <Cells rows={changed.map(({ row, was, by }) => ({ ...row, was, by }))} />
        </>
      )}
      {added.length > 0 && (
        <details open={changed.length + preview.conflicts.length === 0}>
          <summary>
            {say.added} {added.length}
          </summary>
          <Cells rows={added} />
        </details>
      )}
      {count + rows === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Button type="primary" loading={isWriting} onClick={write}>
          {say.write(count)}
        </Button>
      )}
    </>
  );
}

function Findings({ page, findings }: { readonly page: TaskPage; readonly findings: WorkbookPreview['findings'] }) {
  const speak = useSentences(page);
  return (
    <ul className="import-findings">
      {findings.slice(0, SHOWN).map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.at)}`}>
          <LevelMark level={finding.severity} />
          <span>
            {speak(finding)}
            {finding.at.cell !== undefined && (
              <small>
                {' '}
                {finding.at.sheet}!{finding.at.cell}
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Cells({ rows }: { readonly rows: readonly (Row & { readonly was?: string; readonly by?: string })[] }) {
  const say = useWords(importWords);
  return (
    <BesideTable
      heads={{ is: say.is, whence: say.where }}
      lines={rows.map(({ subject, item, period, itemName, year, of, was = '', by, typed, source }) => ({
        key: `${subject} ${item} ${period}`,
        name: itemName,
        isPrior: year === 'prior',
        ...{ of, was, by },
        is: typed,
        whence: source.kind === 'cell' ? `${source.sheet}!${source.cell}` : '',
      }))}
    />
  );
}
