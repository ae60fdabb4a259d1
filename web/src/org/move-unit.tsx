/** A unit moved below another; it stays the unit it was, with its past. */
import { useState } from 'react';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { ChangeFields, useChange } from './change-fields.tsx';
import type { UnitShown } from './units-panel.tsx';
import { orgWords } from './words.ts';

interface Given {
  readonly units: readonly UnitShown[];
  readonly unit: UnitShown;
  leave(): void;
}

export function MoveUnit({ units, unit, leave }: Given) {
  const say = useWords(orgWords);
  const said = useSaid();
  const { change, isDated, keep } = useChange();
  const [parent, keepParent] = useState('');
  const move = useTell<object>(
    (body) => ({ method: 'POST', path: `/units/${encodeURIComponent(unit.code)}/move`, body }),
    { changes: ['/register', '/units'] },
  );
  const act = async (): Promise<void> => {
    await move.mutateAsync({ ...change, parent });
    said.done(say.doneMove);
  };
  const above = units.filter(({ kind, code }) => kind !== 'school' && code !== unit.code && code !== unit.parent);
  return (
    <ActDialog
      title={`${say.move} · ${unit.name}`}
      verb={say.move}
      isReady={isDated && parent !== ''}
      act={act}
      leave={leave}
    >
      <Field label={say.moveTo}>
        {(id) => (
          <select id={id} className="select" value={parent} onChange={({ target }) => keepParent(target.value)}>
            <option value="" />
            {above.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChangeFields change={change} keep={keep} />
    </ActDialog>
  );
}
