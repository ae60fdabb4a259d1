/** A scoring rule in words, and its formulas as they are written. */
import { useWords } from '../shell/language.tsx';
import { schemeWords } from './words.ts';

export type RuleShown = Readonly<Record<string, unknown>>;

export function RuleWords({ rule }: { readonly rule: RuleShown }) {
  const say = useWords(schemeWords);
  return (
    <>
      <p>{say.rules[String(rule.type)] ?? String(rule.type)}</p>
      <Values value={rule} />
    </>
  );
}

const FORMULAS: ReadonlySet<string> = new Set(['met', 'value', 'target']);

function wordsOf(key: string, value: unknown, ways: Readonly<Record<string, string>>) {
  if (key === 'rule') return <RuleWords rule={value as RuleShown} />;
  if (typeof value !== 'string') return <Values value={value} />;
  return FORMULAS.has(key) ? <span className="scheme-formula">{value}</span> : (ways[value] ?? value);
}

function Values({ value }: { readonly value: unknown }) {
  const say = useWords(schemeWords);
  if (Array.isArray(value))
    return (
      <ol>
        {value.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a rule have no other name, and do not move.
          <li key={at} className="scheme-rule">
            {typeof each === 'string' ? each : <Values value={each} />}
          </li>
        ))}
      </ol>
    );
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value !== 'object' || value === null) return String(value);
  return (
    <dl className="facts">
      {Object.entries(value)
        .filter(([key]) => key !== 'type')
        .map(([key, each]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{say.fields[key] ?? key}</dt>
            <dd>{wordsOf(key, each, say.ways)}</dd>
          </div>
        ))}
    </dl>
  );
}
