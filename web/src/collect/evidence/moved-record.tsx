/** Somebody else changed the record meanwhile: what each wrote, and whose is to hold. Nothing is written over unasked. */
import { Alert, Button } from 'antd';
import { printWhen } from '../../parts/numbers.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { type FilledRecord, filledBy, type HeldRecord } from './filled-record.ts';
import { evidenceWords } from './words.ts';

interface Given {
  /** As it stands now; undefined where it was withdrawn. */
  readonly theirs: HeldRecord | undefined;
  readonly mine: FilledRecord;
  takeTheirs(theirs: HeldRecord): void;
  keepMine(theirs: HeldRecord): void;
}

export function MovedRecord({ theirs, mine, takeTheirs, keepMine }: Given) {
  const say = useWords(evidenceWords);
  const { language } = useLanguage();
  if (theirs === undefined) return <Alert type="error" showIcon role="alert" title={say.movedGone} />;
  const held = filledBy(theirs);
  const labels: Readonly<Record<keyof FilledRecord, string>> = {
    number: say.numberOf,
    title: say.name,
    docNumber: say.docNumber,
    issuer: say.issuer,
    date: say.date,
    pages: say.pages,
    mode: say.mode,
    indicators: say.proves,
    file: say.file,
  };
  const shown = (record: FilledRecord, field: keyof FilledRecord): string => {
    const value = field === 'mode' ? say.modes[record.mode] : record[field];
    return value === '' ? say.nothingThere : value;
  };
  const differing = (Object.keys(labels) as (keyof FilledRecord)[]).filter((field) => held[field] !== mine[field]);
  return (
    <div className="evidence-moved">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={say.movedBy(theirs.person, printWhen(theirs.at, language))}
        description={differing.length === 0 ? say.same : undefined}
      />
      {differing.length > 0 && (
        <table aria-label={say.movedTable}>
          <thead>
            <tr>
              <td />
              <th scope="col">{say.theirs(theirs.person)}</th>
              <th scope="col">{say.yours}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field}>
                <th scope="row">{labels[field]}</th>
                <td>{shown(held, field)}</td>
                <td>{shown(mine, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="evidence-acts">
        <Button onClick={() => takeTheirs(theirs)}>{say.useTheirs}</Button>
        <Button type="primary" onClick={() => keepMine(theirs)}>
          {say.useMine}
        </Button>
      </div>
    </div>
  );
}
