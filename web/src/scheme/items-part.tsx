/** What is asked: items, ledgers and the forms they stand on. */
import type { SchemePage } from '../../../src/scheme/replies.ts';
import { punctuation } from '../parts/punctuation.ts';
import { Empty } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { Basis, Facts, Halves } from './halves.tsx';
import { useSchemeSearch, useTurn } from './turn.ts';
import { schemeWords } from './words.ts';

interface Given {
  readonly scheme: SchemePage;
}
type By = Readonly<Partial<Record<'province' | 'prefecture' | 'county' | 'school', string>>>;

/** `县级 财政局；学校`. */
function useBy(scheme: SchemePage): (by: By) => string {
  const say = useWords(schemeWords);
  const marks = useWords(punctuation);
  return (by) =>
    Object.entries(by)
      .map(([level, dept]) => {
        const name = scheme.departments.find((each) => each.code === dept)?.name;
        const at = say.levels[level as keyof typeof say.levels];
        return name === undefined ? at : `${at} ${name}`;
      })
      .join(marks.semicolon);
}

export function ItemsPart({ scheme }: Given) {
  const say = useWords(schemeWords);
  const sayBy = useBy(scheme);
  const { item: chosen } = useSchemeSearch();
  const turn = useTurn();
  const found = scheme.items.find((each) => each.code === chosen);
  const entries = scheme.items.map(({ code, name, unit }) => ({ code, name, more: unit }));
  return (
    <Halves entries={entries} chosen={chosen} label={say.parts.items} choose={(code) => turn({ item: code })}>
      {found === undefined ? (
        <Empty>{say.choose}</Empty>
      ) : (
        <section className="block" aria-labelledby="scheme-entry">
          <h2 id="scheme-entry">{found.name}</h2>
          <Facts
            facts={[
              [say.facts.code, found.code],
              [say.facts.definition, found.definition],
              [say.facts.unit, found.unit],
              [
                say.facts.period,
                [say.periods[found.period.kind], found.period.day].filter((part) => part !== undefined).join(' '),
              ],
              [say.facts.nature, found.nature && `${found.nature.this} / ${found.nature.prior}`],
              [say.facts.by, found.computed === undefined ? sayBy(found.by) : say.computed],
              [
                say.facts.formula,
                found.computed && (
                  <span className="scheme-formula">{found.computed.formula || found.computed.kind}</span>
                ),
              ],
              [say.facts.roll, say.rolls[found.roll]],
              [say.facts.required, found.required ? say.yes : say.no],
              [say.facts.prior, found.prior ? say.yes : say.no],
              [say.facts.range, [found.min, found.max].some(Boolean) ? `${found.min ?? ''} — ${found.max ?? ''}` : ''],
              [say.facts.basis, found.basis && <Basis basis={found.basis} />],
            ]}
          />
        </section>
      )}
    </Halves>
  );
}

export function LedgersPart({ scheme }: Given) {
  const say = useWords(schemeWords);
  const marks = useWords(punctuation);
  const sayBy = useBy(scheme);
  if (scheme.ledgers.length === 0) return <Empty>{say.notFound}</Empty>;
  return scheme.ledgers.map(({ code, name, by, columns }) => (
    <section key={code} className="block" aria-label={name}>
      <h2>
        {name} <small>{code}</small>
      </h2>
      <p>
        {say.facts.by}
        {marks.colon}
        {sayBy(by)}
      </p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say.facts.columns}</th>
            <th scope="col">{say.facts.unit}</th>
            <th scope="col">{say.facts.required}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.code}>
              <th scope="row">
                {column.name} <small>{column.code}</small>
              </th>
              <td>{column.choices?.join(marks.list) ?? column.unit}</td>
              <td>{column.required ? say.yes : say.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

export function FormsPart({ scheme }: Given) {
  const say = useWords(schemeWords);
  const marks = useWords(punctuation);
  const names = new Map<string, string>(scheme.items.map(({ code, name }) => [code, name]));
  return scheme.forms.map(({ code, name, level, items, note }) => (
    <section key={`${level} ${code}`} className="block" aria-label={name}>
      <h2>
        {name} <small>{say.levels[level]}</small>
      </h2>
      {note !== undefined && <p>{note}</p>}
      <p>{items.map((item) => names.get(item) ?? item).join(marks.list)}</p>
    </section>
  ));
}
