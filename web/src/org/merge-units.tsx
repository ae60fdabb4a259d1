/** Units merged into this one, or with it into a new one. */
import { useState } from 'react';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { ChangeFields, TextField, useChange } from './change-fields.tsx';
import type { UnitShown } from './units-panel.tsx';
import { orgWords } from './words.ts';

interface Given {
  readonly units: readonly UnitShown[];
  readonly unit: UnitShown;
  leave(): void;
}

export function MergeUnits({ units, unit, leave }: Given) {
  const say = useWords(orgWords);
  const said = useSaid();
  const { change, isDated, keep } = useChange();
  const [others, choose] = useState<ReadonlySet<string>>(new Set());
  const [code, keepCode] = useState<string>(unit.code);
  const [name, keepName] = useState('');
  const merge = useTell<object, { moved: number; posts: number }>(
    (body) => ({ method: 'POST', path: '/units/merge', body }),
    { changes: ['/register', '/units'] },
  );
  const act = async (): Promise<void> => {
    const into = { code: code.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }) };
    const { moved, posts } = await merge.mutateAsync({ ...change, units: [unit.code, ...others], into });
    said.done(say.doneMerge(moved, posts));
  };
  const siblings = units.filter(
    (each) => each.kind !== 'school' && each.parent === unit.parent && each.code !== unit.code,
  );
  return (
    <ActDialog
      title={`${say.merge} · ${unit.name}`}
      verb={say.merge}
      isGrave
      isReady={isDated && others.size > 0 && code.trim() !== ''}
      act={act}
      leave={leave}
    >
      <p>{say.mergeNote}</p>
      <Checks label={say.mergeUnits} units={siblings} chosen={others} choose={choose} />
      <TextField label={say.mergeInto} value={code} keep={keepCode} isNeeded />
      <TextField label={say.mergeName} value={name} keep={keepName} />
      <ChangeFields change={change} keep={keep} />
    </ActDialog>
  );
}

interface ChecksGiven {
  readonly label: string;
  readonly units: readonly UnitShown[];
  readonly chosen: ReadonlySet<string>;
  choose(chosen: ReadonlySet<string>): void;
}

export function Checks({ label, units, chosen, choose }: ChecksGiven) {
  const turn = (code: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(code);
    else next.delete(code);
    choose(next);
  };
  return (
    <fieldset className="units-checks">
      <legend>{label}</legend>
      {units.map(({ code, name }) => (
        <div key={code}>
          <label>
            <input type="checkbox" checked={chosen.has(code)} onChange={({ target }) => turn(code, target.checked)} />{' '}
            {name} <small>{code}</small>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
