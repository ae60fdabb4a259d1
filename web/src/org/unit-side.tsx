/** One unit: what it is on the day, what it was, and the changes that can be made to it. */
import { Button } from 'antd';
import { useState } from 'react';
import type { UnitHistory } from '../../../src/org/replies.ts';
import { Empty, Trouble } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { MergeUnits } from './merge-units.tsx';
import { MoveUnit } from './move-unit.tsx';
import { SplitUnit } from './split-unit.tsx';
import type { UnitShown } from './units-panel.tsx';
import { orgWords } from './words.ts';

type Change = 'merge' | 'split' | 'move';

export function UnitSide({ units, code }: { readonly units: readonly UnitShown[]; readonly code: string }) {
  const say = useWords(orgWords);
  const [change, begin] = useState<Change>();
  const unit = units.find((each) => each.code === code);
  const nameOf = (of: string | undefined): string => units.find((each) => each.code === of)?.name ?? of ?? '';
  const leave = (): void => begin(undefined);
  return (
    <>
      {unit === undefined ? (
        <Empty>{say.none}</Empty>
      ) : (
        <section className="block" aria-labelledby="unit-name">
          <h2 id="unit-name">{unit.name}</h2>
          <dl className="facts">
            <dt>{say.code}</dt>
            <dd>{unit.code}</dd>
            <dt>{say.kind}</dt>
            <dd>{say.kinds[unit.kind]}</dd>
            {unit.parent !== undefined && (
              <>
                <dt>{say.parent}</dt>
                <dd>{nameOf(unit.parent)}</dd>
              </>
            )}
            {unit.host !== undefined && (
              <>
                <dt>{say.host}</dt>
                <dd>{nameOf(unit.host)}</dd>
              </>
            )}
            {Object.entries(unit.attributes).map(([attribute, value]) => (
              <div key={attribute} style={{ display: 'contents' }}>
                <dt>{attribute}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {unit.parent !== undefined && (
            <p className="row" style={{ marginTop: 12 }}>
              {unit.kind !== 'school' && (
                <>
                  <Button onClick={() => begin('merge')}>{say.merge}</Button>
                  <Button onClick={() => begin('split')}>{say.split}</Button>
                </>
              )}
              <Button onClick={() => begin('move')}>{say.move}</Button>
            </p>
          )}
        </section>
      )}
      <History code={code} />
      {unit !== undefined && change === 'merge' && <MergeUnits units={units} unit={unit} leave={leave} />}
      {unit !== undefined && change === 'split' && <SplitUnit units={units} unit={unit} leave={leave} />}
      {unit !== undefined && change === 'move' && <MoveUnit units={units} unit={unit} leave={leave} />}
    </>
  );
}

function History({ code }: { readonly code: string }) {
  const say = useWords(orgWords);
  const { data, error } = useAsk<UnitHistory>(`/units/${encodeURIComponent(code)}/history`);
  if (error !== null) return <Trouble refused={error} />;
  if (data === undefined) return null;
  const { states, from, became } = data;
  return (
    <section className="block" aria-labelledby="unit-history">
      <h2 id="unit-history">{say.history}</h2>
      <ol className="units-history">
        {states.map(({ begins, ends, name, code: had }) => (
          <li key={begins}>
            {say.state(begins, ends ?? '')} · {name} <small>{had}</small>
          </li>
        ))}
        {from.map(({ code: other, name, on, basis }) => (
          <li key={`from ${other}`}>{say.cameFrom(name, on, basis)}</li>
        ))}
        {became.map(({ code: other, name, on, basis }) => (
          <li key={`to ${other}`}>{say.became(name, on, basis)}</li>
        ))}
      </ol>
    </section>
  );
}
