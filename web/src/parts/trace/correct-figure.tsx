/** 更正: a figure of a signed report found wrong gets its right value, and the report a correction beside the filed one. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { isSigned } from '../../../../src/report/pure.ts';
import type { ReportList, SlotWalk } from '../../../../src/report/replies.ts';
import { tell } from '../../shell/api.ts';
import { askAgain, useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useHolds } from '../../shell/session.tsx';
import { ActDialog } from '../act-dialog.tsx';
import { useSaid } from '../acts.ts';
import { Field } from '../field.tsx';
import { traceWords } from './words.ts';

interface Given {
  readonly report: string;
  readonly statement: SlotWalk['slots'][number]['statements'][number];
}
const FIELDS = ['typed', 'reason', 'basis', 'consent'] as const;
const EMPTY = { typed: '', reason: '', basis: '', consent: '' };

export function CorrectFigure({ report, statement }: Given) {
  const { correction: say } = useWords(traceWords);
  const said = useSaid();
  const cache = useQueryClient();
  const { round, year } = useRound();
  const isOffice = useHolds('office');
  const path = `/rounds/${round}/reports`;
  const { data: reports = [] } = useAsk<ReportList>(path);
  const [isOpen, open] = useState(false);
  const [given, give] = useState(EMPTY);
  const { unit, item, period, stated, how } = statement;
  // Newest first.
  const last = reports.find((each) => each.report === report);
  if (!isOffice || stated === undefined || how !== 'stated' || !isSigned(last?.state ?? '')) return null;
  const act = async (): Promise<void> => {
    const of = period.includes(String(year)) ? 'now' : 'prior';
    const body = { unit: unit.code, item, year: of, was: stated.typed, ...given };
    await tell({ method: 'POST', path: `${path}/${report}/corrections`, body, isLasting: true });
    said.done(say.done);
    await askAgain(cache, path);
  };
  return (
    <>
      <Button size="small" onClick={() => open(true)}>
        {say.act}
      </Button>
      {isOpen && (
        <ActDialog
          title={say.act}
          verb={say.make}
          isReady={FIELDS.every((field) => given[field].trim().length >= (field === 'typed' ? 1 : 2))}
          act={act}
          leave={() => open(false)}
          width={560}
        >
          <p>{say.means(`${unit.name} ${statement.name}`, stated.typed)}</p>
          <div className="trace-correction">
            {FIELDS.map((field) => (
              <Field key={field} label={say[field]}>
                {(id) => (
                  <input
                    id={id}
                    maxLength={200}
                    value={given[field]}
                    onChange={({ target }) => give({ ...given, [field]: target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </ActDialog>
      )}
    </>
  );
}
