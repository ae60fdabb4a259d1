/** 帮助: whom to ask, and the keys of every screen that has its own. */
import { Fragment, useEffect } from 'react';
import { Screen } from '../parts/screen.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { useOffice } from '../shell/contact.ts';
import { useWords } from '../shell/language.tsx';
import { helpWords } from './words.ts';
import '../parts/list.css';
import './help.css';

const SCREENS = ['anywhere', 'grid', 'review', 'studio', 'reader'] as const;

export function HelpScreen() {
  const say = useWords(helpWords);
  const office = useOffice();
  useEffect(() => {
    document.title = `${say.title} · 履职`;
  }, [say]);
  return (
    <Screen title={say.title}>
      <Scrolling className="help" label={say.title}>
        <section className="block" aria-labelledby="help-whom">
          <h2 id="help-whom">{say.whom}</h2>
          <p>{say.ask(office)}</p>
          <p>{say.account}</p>
          <p>{say.figure}</p>
        </section>
        {SCREENS.map((screen) => (
          <section key={screen} className="block" aria-labelledby={`help-${screen}`}>
            <h2 id={`help-${screen}`}>{say[screen]}</h2>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{say.key}</th>
                  <th scope="col">{say.does}</th>
                </tr>
              </thead>
              <tbody>
                {say.keys[screen].map(([keys = '', does]) => (
                  <tr key={keys}>
                    <th scope="row">
                      <Keys of={keys} />
                    </th>
                    <td>{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </Scrolling>
    </Screen>
  );
}

/** `Tab / Shift Tab` are two ways; what is pressed together is one key. */
function Keys({ of }: { readonly of: string }) {
  return of.split(' / ').map((keys, place) => (
    <Fragment key={keys}>
      {place > 0 && ' / '}
      <kbd>{keys}</kbd>
    </Fragment>
  ));
}
