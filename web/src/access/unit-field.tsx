/** A unit chosen by typing its name or code; the browser's own list offers what there is. */
import { useId, useMemo, useState } from 'react';
import { Field } from '../parts/field.tsx';
import { useWords } from '../shell/language.tsx';
import type { Register, UnitNamed } from './register.ts';
import { accessWords } from './words.ts';

interface Given {
  readonly label: string;
  readonly register: Register;
  readonly withSchools?: boolean;
  choose(unit: UnitNamed | undefined): void;
}

export function UnitField({ label, register, withSchools = false, choose }: Given) {
  const say = useWords(accessWords);
  const list = useId();
  const [typed, type] = useState('');
  const units = useMemo(
    () => register.units.filter(({ kind }) => withSchools || kind !== 'school'),
    [register, withSchools],
  );
  const isUnknown = typed !== '' && register.find(typed) === undefined;
  return (
    <Field label={label} hint={say.unitHint} error={isUnknown ? say.unitUnknown : undefined}>
      {(id, describedBy) => (
        <>
          <input
            id={id}
            className="input"
            list={list}
            required
            autoComplete="off"
            aria-describedby={describedBy}
            value={typed}
            // Enter takes the unit out of the list; it does not send the form it stands in.
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault();
            }}
            onChange={({ target }) => {
              type(target.value);
              choose(register.find(target.value));
            }}
          />
          <datalist id={list}>
            {units.map(({ code, name }) => (
              <option key={code} value={`${code} ${name}`} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
