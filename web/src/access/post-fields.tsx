/** The fields of a post: where, for which department, as what, from when to when. */
import { useState } from 'react';
import { ROLES, type Role } from '../../../src/platform/access/contract.ts';
import { Field } from '../parts/field.tsx';
import { useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';
import type { Register } from './register.ts';
import { UnitField } from './unit-field.tsx';
import { accessWords } from './words.ts';

/** As `POST /accounts` takes it. */
export interface PostTyped {
  readonly unit?: number;
  readonly dept?: string;
  readonly role: Role;
  readonly begins?: string;
  readonly ends?: string;
}

interface Given {
  readonly post: PostTyped;
  readonly register: Register;
  give(post: PostTyped): void;
}

const without = (post: PostTyped, key: 'unit' | 'dept' | 'begins' | 'ends'): PostTyped => {
  const { [key]: _, ...rest } = post;
  return rest;
};

export function PostFields({ post, register, give }: Given) {
  const say = useWords(accessWords);
  const { roles } = useWords(shellWords);
  const put = (key: 'dept' | 'begins' | 'ends', value: string): void =>
    give(value === '' ? without(post, key) : { ...post, [key]: value });
  return (
    <>
      <UnitField
        label={say.unit}
        register={register}
        choose={(unit) => give(unit === undefined ? without(post, 'unit') : { ...post, unit: unit.unit })}
      />
      <Field label={say.role}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={post.role}
            onChange={({ target }) => give({ ...post, role: target.value as Role })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say.dept}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={post.dept ?? ''}
            onChange={({ target }) => put('dept', target.value)}
          >
            <option value="">{say.deptWhole}</option>
            {register.departments.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DayField label={say.begins} give={(day) => put('begins', day)} />
      <DayField label={say.ends} give={(day) => put('ends', day)} />
    </>
  );
}

export function DayField({ label, give }: { readonly label: string; give(day: string): void }) {
  const [day, keep] = useState('');
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="input"
          value={day}
          onChange={({ target }) => {
            keep(target.value);
            give(target.value);
          }}
        />
      )}
    </Field>
  );
}
