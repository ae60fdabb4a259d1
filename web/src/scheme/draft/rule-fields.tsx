/** The fields of a rule as they can be changed: formulas completed and checked, all else as text. */
import type { FormulaNames, Offer } from '../../../../src/engines/formula/index.ts';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../shell/language.tsx';
import { FormulaField } from '../formula-field.tsx';
import { schemeWords } from '../words.ts';
import type { EditPath } from './draft.ts';

const FORMULAS: ReadonlySet<string> = new Set(['met', 'value', 'target']);
/** The type is chosen over the fields. */
const FIXED: ReadonlySet<string> = new Set(['type', 'strictly']);
const WAYS = [
  ['atLeast', 'atMost'],
  ['up', 'down'],
] as const;

interface Given {
  readonly value: unknown;
  readonly path: EditPath;
  readonly names: FormulaNames;
  readonly offer: Offer;
  shown(path: EditPath, old: string): string;
  change(path: EditPath, value: string, old: string): void;
}

export function RuleFields({ value, path, ...rest }: Given) {
  const say = useWords(schemeWords);
  if (Array.isArray(value))
    return (
      <ol className="draft-edit">
        {value.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a rule have no other name, and do not move.
          <li key={at} className="scheme-rule draft-edit">
            <RuleFields value={each} path={[...path, at]} {...rest} />
          </li>
        ))}
      </ol>
    );
  if (typeof value === 'string') return <TextOf value={value} path={path} {...rest} />;
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value)
    .filter(([key]) => !FIXED.has(key))
    .map(([key, each]) => {
      const at = [...path, key];
      if (typeof each !== 'string')
        return (
          <fieldset key={key} className="draft-edit" style={{ border: 0, padding: 0, margin: 0 }}>
            <legend>{say.fields[key] ?? key}</legend>
            <RuleFields value={each} path={at} {...rest} />
          </fieldset>
        );
      if (key === 'direction') return <WayOf key={key} value={each} path={at} {...rest} />;
      if (!FORMULAS.has(key)) return <TextOf key={key} value={each} path={at} {...rest} />;
      return (
        <FormulaField
          key={key}
          label={say.fields[key] ?? key}
          value={rest.shown(at, each)}
          names={rest.names}
          offer={rest.offer}
          keep={(text) => rest.change(at, text, each)}
        />
      );
    });
}

function TextOf({ value, path, shown, change }: Omit<Given, 'value'> & { readonly value: string }) {
  const say = useWords(schemeWords);
  const key = path.at(-1);
  const label = typeof key === 'string' ? (say.fields[key] ?? key) : say.fields.points;
  return (
    <Field label={label ?? ''}>
      {(id) => (
        <input
          id={id}
          className="input"
          value={shown(path, value)}
          onChange={({ target }) => change(path, target.value, value)}
        />
      )}
    </Field>
  );
}

function WayOf({ value, path, shown, change }: Omit<Given, 'value'> & { readonly value: string }) {
  const say = useWords(schemeWords);
  const ways = WAYS.find((pair) => (pair as readonly string[]).includes(value)) ?? WAYS[0];
  return (
    <Field label={say.fields.direction ?? ''}>
      {(id) => (
        <select
          id={id}
          className="select"
          value={shown(path, value)}
          onChange={({ target }) => change(path, target.value, value)}
        >
          {ways.map((way) => (
            <option key={way} value={way}>
              {say.ways[way]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
