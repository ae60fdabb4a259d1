/** The field above a list by which it is searched. */
import { Field } from './field.tsx';

interface Given {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

export const FindField = ({ label, value, change }: Given) => (
  <Field label={label}>
    {(id) => (
      <input id={id} type="search" className="input" value={value} onChange={({ target }) => change(target.value)} />
    )}
  </Field>
);
