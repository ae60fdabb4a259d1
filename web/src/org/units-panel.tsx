/** 单位: the register as it stood on a day, as a tree; what a unit is and was; mergers, splits, moves and imports. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { RegisterOnDay } from '../../../src/org/replies.ts';
import type { AdminSearch } from '../admin/routes.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { FindField } from '../parts/find-field.tsx';
import { Screen } from '../parts/screen.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { download } from '../shell/api.ts';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { GiveMap } from './give-map.tsx';
import { ImportRegister } from './import-register.tsx';
import { UnitSide } from './unit-side.tsx';
import { orgWords } from './words.ts';
import './units.css';

export type UnitShown = RegisterOnDay[number];

export function UnitsPanel() {
  const say = useWords(orgWords);
  const said = useSaid();
  const { q = '', on, open } = useSearch({ from: '/frame/admin/units' });
  const navigate = useNavigate({ from: '/admin/units' });
  const [isImporting, importing] = useState(false);
  const [isMapping, mapping] = useState(false);
  const asked = on === undefined ? '' : `?on=${on}`;
  const { data, error, refetch } = useAsk<RegisterOnDay>(`/register${asked}`);
  const turn = (change: AdminSearch): void =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== '')),
      replace: true,
    });
  const schools = data?.filter(({ kind }) => kind === 'school').length ?? 0;
  const isBare = error?.code === 'org.empty';
  return (
    <Screen
      title={say.title}
      state={data === undefined ? undefined : <small>{say.count(data.length - schools, schools)}</small>}
      actions={
        <>
          <Button onClick={() => void download(`/register/workbook${asked}`).catch(said.refused)}>
            {say.download}
          </Button>
          <Button onClick={() => mapping(true)}>{say.map.open}</Button>
          <Button type="primary" onClick={() => importing(true)}>
            {say.import}
          </Button>
        </>
      }
    >
      <div className="units">
        <div className="units-tree">
          <search className="filters">
            <FindField label={say.find} value={q} change={(text) => turn({ q: text })} />
            <Field label={say.on}>
              {(id) => (
                <input
                  id={id}
                  type="date"
                  className="input"
                  title={say.onNote}
                  value={on ?? ''}
                  onChange={({ target }) => turn({ on: target.value })}
                />
              )}
            </Field>
          </search>
          {isBare && <Empty>{say.noRegister}</Empty>}
          {error !== null && !isBare && <Trouble refused={error} retry={refetch} />}
          {data === undefined && error === null && <Waiting rows={12} />}
          {data !== undefined && <Tree units={data} q={q} open={open} choose={(code) => turn({ open: code })} />}
        </div>
        <Scrolling className="units-side" label={say.chosen}>
          {data !== undefined && open !== undefined ? (
            <UnitSide key={open} units={data} code={open} />
          ) : (
            <Empty>{say.choose}</Empty>
          )}
        </Scrolling>
      </div>
      {isMapping && <GiveMap leave={() => mapping(false)} />}
      {isImporting && <ImportRegister leave={() => importing(false)} />}
    </Screen>
  );
}

interface TreeGiven {
  readonly units: RegisterOnDay;
  readonly q: string;
  readonly open: string | undefined;
  choose(code: string): void;
}

const FOUND_MOST = 200;

/** All but schools; schools stand below their county once it is chosen, or where they are looked for. */
function Tree({ units, q, open, choose }: TreeGiven) {
  const say = useWords(orgWords);
  const shown = useMemo(() => {
    const byCode = new Map<string, UnitShown>(units.map((unit) => [unit.code, unit]));
    const schools = new Map<string, number>();
    for (const { kind, parent } of units)
      if (kind === 'school' && parent !== undefined) schools.set(parent, (schools.get(parent) ?? 0) + 1);
    const depthOf = (unit: UnitShown): number => {
      const above = byCode.get(unit.parent ?? '');
      return above === undefined ? 0 : 1 + depthOf(above);
    };
    const wanted = q.trim().toLowerCase();
    const chosen = byCode.get(open ?? '');
    const over = chosen?.kind === 'school' ? chosen.parent : open;
    return units
      .filter(({ code, name, kind, parent }) =>
        wanted === ''
          ? kind !== 'school' || parent === over
          : name.toLowerCase().includes(wanted) || code.toLowerCase().startsWith(wanted),
      )
      .slice(0, FOUND_MOST)
      .map((unit) => ({ unit, depth: wanted === '' ? depthOf(unit) : 0, schools: schools.get(unit.code) ?? 0 }));
  }, [units, q, open]);
  if (shown.length === 0) return <Empty>{say.none}</Empty>;
  return (
    <ul className="units-list" aria-label={say.title}>
      {shown.map(({ unit: { code, name, kind }, depth, schools }) => (
        <li key={code}>
          <button
            type="button"
            className="plain-button units-row"
            aria-current={code === open}
            style={{ paddingLeft: 16 + depth * 18 }}
            onClick={() => choose(code)}
          >
            <span>{name}</span>
            <small>
              {code} · {say.kinds[kind]}
              {schools > 0 && ` · ${say.schools(schools)}`}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}
