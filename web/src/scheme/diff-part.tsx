/** 对比: what was added, removed and changed from another version to this one. */
import type { SchemeDiff, SchemeList, SchemePage } from '../../../src/scheme/replies.ts';
import { Field } from '../parts/field.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { keyOf } from './scheme-screen.tsx';
import { useSchemeSearch, useTurn } from './turn.ts';
import { schemeWords } from './words.ts';

interface Given {
  readonly scheme: SchemePage;
  readonly versions: SchemeList;
}

export function DiffPart({ scheme, versions }: Given) {
  const say = useWords(schemeWords);
  const turn = useTurn();
  const { from } = useSchemeSearch();
  const others = versions.filter((each) => keyOf(each) !== `${scheme.code}/${scheme.version}`);
  const other =
    others.find((each) => keyOf(each) === from) ?? others.find((each) => each.scheme === scheme.code) ?? others[0];
  const query =
    other === undefined ? '' : new URLSearchParams({ from: other.version, before: other.scheme }).toString();
  const path = `/schemes/${encodeURIComponent(scheme.code)}/${encodeURIComponent(scheme.version)}/diff?${query}`;
  const { data, error, refetch } = useAsk<SchemeDiff>(other === undefined ? undefined : path);
  if (other === undefined) return <Empty>{say.diffOnly}</Empty>;
  return (
    <>
      <div className="filters">
        <Field label={say.diffFrom}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={keyOf(other)}
              onChange={({ target }) => turn({ from: target.value })}
            >
              {others.map((each) => (
                <option key={keyOf(each)} value={keyOf(each)}>
                  {say.versionName(each.scheme, each.version, each.year)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {data !== undefined && <Counts changes={data} />}
      </div>
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Changes changes={data} />}
    </>
  );
}

export function Counts({ changes }: { readonly changes: SchemeDiff }) {
  const say = useWords(schemeWords);
  const counts = new Map<SchemeDiff[number]['kind'], number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return <p role="status">{[...counts].map(([kind, n]) => say.diffCount(say.kinds[kind], n)).join(' · ')}</p>;
}

export function Changes({ changes }: { readonly changes: SchemeDiff }) {
  const say = useWords(schemeWords);
  if (changes.length === 0) return <Empty>{say.diffNone}</Empty>;
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say.change}</th>
          <th scope="col">{say.facts.code}</th>
          <th scope="col">{say.was}</th>
          <th scope="col">{say.is}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ kind, of, code, name, was, is }) => (
          <tr key={`${kind} ${of} ${code}`}>
            <td style={{ whiteSpace: 'nowrap' }}>{say.kinds[kind]}</td>
            <th scope="row">
              {name}{' '}
              <small>
                {code} · {of === 'item' ? say.ofItem : say.ofIndicator}
              </small>
            </th>
            <td className="scheme-change">{readable(was)}</td>
            <td className="scheme-change">{readable(is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A rule stands as its data: without the signs of data it is read more easily. */
const readable = (text: string): string => text.replaceAll(/["{}[\]]/g, '').replaceAll(/,(?=\w+:)/g, '\n');
