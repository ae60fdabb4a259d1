/** Formulas tried against a scheme, and what functions there are. */
import { useMemo, useState } from 'react';
import { SIGNATURES } from '../../../src/engines/formula/index.ts';
import type { SchemePage } from '../../../src/scheme/replies.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { FormulaField } from './formula-field.tsx';
import { namesOf, offerOf } from './names.ts';
import { schemeWords } from './words.ts';

export function FormulaPart({ scheme }: { readonly scheme: SchemePage }) {
  const say = useWords(schemeWords).formula;
  const { language } = useLanguage();
  const [text, keep] = useState('');
  const names = useMemo(() => namesOf(scheme), [scheme]);
  const offer = useMemo(() => offerOf(scheme), [scheme]);
  return (
    <>
      <section className="block" aria-labelledby="formula-try">
        <h2 id="formula-try">{say.title}</h2>
        <p style={{ color: 'var(--ink2)', marginBottom: 8 }}>{say.note}</p>
        <FormulaField label={say.label} value={text} names={names} offer={offer} keep={keep} />
        {text === '' && <p className="field-hint">{say.empty}</p>}
      </section>
      <section className="block" aria-labelledby="formula-functions">
        <h2 id="formula-functions">{say.functions}</h2>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.takes}</th>
              <th scope="col">{say.gives}</th>
            </tr>
          </thead>
          <tbody>
            {SIGNATURES.map(({ names: [english, chinese], takes, zh, en }) => (
              <tr key={english}>
                <th scope="row" className="scheme-formula">
                  {english}({takes[language]}) <small>{chinese}</small>
                </th>
                <td>{language === 'zh' ? zh : en}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
