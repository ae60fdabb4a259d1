/** 督导室联系方式: whom officials call; it stands where a sentence sends them to the office. */
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { OfficeContact } from '../../../src/org/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { Trouble } from '../parts/states.tsx';
import { useAsk, useTell } from '../shell/asking.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { systemWords } from './words.ts';
import './contact.css';

export function Contact() {
  const say = useWords(systemWords).contact;
  const { data, error, refetch } = useAsk<OfficeContact>('/contact');
  return (
    <section className="block" aria-labelledby="office-contact">
      <h2 id="office-contact">{say.title}</h2>
      <p>{say.note}</p>
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data !== undefined && <ContactForm key={data.version} held={data} />}
    </section>
  );
}

function ContactForm({ held }: { readonly held: OfficeContact }) {
  const say = useWords(systemWords).contact;
  const pick = useSay();
  const said = useSaid();
  const [given, give] = useState({ name: held.name, phone: held.phone, place: held.place });
  const save = useTell<undefined, OfficeContact>(
    () => ({ method: 'PUT', path: '/contact', body: { ...given, seen: held.version } }),
    { changes: ['/contact'] },
  );
  const carryOut = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: () => said.done(say.saved) });
  };
  const line = (field: 'name' | 'phone' | 'place', most: number) => (
    <Field label={say[field]} hint={field === 'phone' ? say.phoneHint : undefined}>
      {(id, told) => (
        <input
          id={id}
          aria-describedby={told}
          maxLength={most}
          value={given[field]}
          onChange={({ target }) => give({ ...given, [field]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="contact-form" onSubmit={carryOut}>
      {line('name', 40)}
      {line('phone', 60)}
      {line('place', 100)}
      {save.error !== null && <Alert type="error" showIcon role="alert" title={pick(save.error)} />}
      <div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}
