/** 上年结果: what is known of last year, and the form to state what the paper says. */
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { Empty } from '../parts/states.tsx';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { type PastedResult, readPasted } from './read-last.ts';
import type { Evaluation } from './screen-data.ts';
import { evaluateWords } from './words.ts';

export function LastView({ data }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const said = useSaid();
  const { round, year } = useRound();
  const { overview, last, tree } = data;
  const [basis, keepBasis] = useState('');
  const [text, paste] = useState('');
  const leaves = useMemo(() => new Set(tree.indicators.flatMap(({ code, leaf }) => (leaf ? [code] : []))), [tree]);
  const read = useMemo(() => readPasted(text, overview.units, leaves), [text, overview.units, leaves]);
  const state = useTell<readonly PastedResult[]>(
    (results) => ({ method: 'POST', path: `/rounds/${round}/last-year`, body: { basis, results } }),
    { changes: [`/rounds/${round}`] },
  );
  const press = (): void =>
    state.mutate(read.results, {
      onSuccess: () => {
        said.done(say.last.saved(read.results.length));
        paste('');
      },
      onError: said.refused,
    });
  const names = new Map(overview.units.map(({ code, name }) => [code, name]));
  return (
    <div className="evaluate-pane">
      <h2>{say.last.title(year - 1)}</h2>
      <p className="heat-note">{say.last.note}</p>
      {last === undefined || last.units.length === 0 ? (
        <Empty>{say.last.none}</Empty>
      ) : (
        <table className="evaluate-grid">
          <thead>
            <tr>
              <th scope="col">{say.last.unit}</th>
              <th scope="col" className="heat-number">
                {say.last.score}
              </th>
              <th scope="col">{say.last.grade}</th>
              <th scope="col">{say.last.leaves}</th>
              <th scope="col">{say.last.source}</th>
            </tr>
          </thead>
          <tbody>
            {last.units.map(({ unit, score, grade, leaves: known, source }) => (
              <tr key={unit}>
                <th scope="row">{names.get(unit) ?? unit}</th>
                <td className="heat-number">{score}</td>
                <td>{grade}</td>
                <td>{say.last.leavesOf(Object.keys(known).length)}</td>
                <td>{source.kind === 'stated' ? say.last.stated(source.basis) : say.last.ofRound(source.name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div style={{ maxWidth: 760, marginTop: 16, display: 'grid', gap: 8 }}>
        <Field label={say.last.basis}>
          {(id) => <Input id={id} value={basis} onChange={({ target }) => keepBasis(target.value)} />}
        </Field>
        <Field label={say.last.paste} hint={say.last.pasteHint}>
          {(id, told) => (
            <Input.TextArea
              id={id}
              aria-describedby={told}
              rows={6}
              value={text}
              onChange={({ target }) => paste(target.value)}
            />
          )}
        </Field>
        {text !== '' && (
          <p role="status">
            {say.last.read(read.results.length)}
            {read.unknown.length > 0 ? `${marks.semicolon}${say.last.unknown(read.unknown.join(marks.list))}` : ''}
          </p>
        )}
        <p>
          <Button
            type="primary"
            disabled={read.results.length === 0 || basis.trim().length < 2}
            loading={state.isPending}
            onClick={press}
          >
            {say.last.save(read.results.length)}
          </Button>
        </p>
      </div>
    </div>
  );
}
