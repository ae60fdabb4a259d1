/** A unit split into two or more, each of its schools and zones placed in one. */
import { Button } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { ChangeFields, TextField, useChange } from './change-fields.tsx';
import { Checks } from './merge-units.tsx';
import type { UnitShown } from './units-panel.tsx';
import { orgWords } from './words.ts';

interface Heir {
  readonly code: string;
  readonly name: string;
  readonly units: ReadonlySet<string>;
}
const NOTHING: ReadonlySet<string> = new Set();

interface Given {
  readonly units: readonly UnitShown[];
  readonly unit: UnitShown;
  leave(): void;
}

export function SplitUnit({ units, unit, leave }: Given) {
  const say = useWords(orgWords);
  const said = useSaid();
  const { change, isDated, keep } = useChange();
  const below = units.filter(({ parent, host }) => parent === unit.code || host === unit.code);
  const [heirs, put] = useState<readonly Heir[]>([
    { code: unit.code, name: '', units: new Set(below.map(({ code }) => code)) },
    { code: '', name: '', units: NOTHING },
  ]);
  const split = useTell<object, { moved: number; posts: number }>(
    (body) => ({ method: 'POST', path: `/units/${encodeURIComponent(unit.code)}/split`, body }),
    { changes: ['/register', '/units'] },
  );
  const placed = new Set(heirs.flatMap((heir) => [...heir.units])).size;
  const act = async (): Promise<void> => {
    const into = heirs.map(({ code, name, units: own }) => ({
      code: code.trim(),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      units: [...own],
    }));
    const { moved, posts } = await split.mutateAsync({ ...change, into });
    said.done(say.doneSplit(moved, posts));
  };
  /** What is placed in one leaves the others. */
  const settle = (at: number, heir: Heir): void => {
    const before = heirs[at]?.units ?? NOTHING;
    const taken = new Set([...heir.units].filter((code) => !before.has(code)));
    put(
      heirs.map((each, other) =>
        other === at ? heir : { ...each, units: new Set([...each.units].filter((code) => !taken.has(code))) },
      ),
    );
  };
  return (
    <ActDialog
      title={`${say.split} · ${unit.name}`}
      verb={say.split}
      isGrave
      width={560}
      isReady={isDated && placed === below.length && heirs.every(({ code }) => code.trim() !== '')}
      act={act}
      leave={leave}
    >
      <p>{say.splitNote}</p>
      <p role="status">{say.placed(placed, below.length)}</p>
      {heirs.map((heir, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: heirs have no name until they are given one.
        <fieldset key={at} className="units-heir">
          <legend>{say.splitInto(at + 1)}</legend>
          <TextField label={say.splitCode} value={heir.code} keep={(code) => settle(at, { ...heir, code })} isNeeded />
          <TextField label={say.splitName} value={heir.name} keep={(name) => settle(at, { ...heir, name })} />
          <Checks
            label={say.splitUnits}
            units={below}
            chosen={heir.units}
            choose={(own) => settle(at, { ...heir, units: own })}
          />
        </fieldset>
      ))}
      <p>
        <Button onClick={() => put([...heirs, { code: '', name: '', units: NOTHING }])}>{say.addHeir}</Button>
      </p>
      <ChangeFields change={change} keep={keep} />
    </ActDialog>
  );
}
