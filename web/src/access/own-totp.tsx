/** One-time codes switched on: a key is offered as a picture and as letters, and taken once its code has come back. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TotpOffer } from '../../../src/platform/access/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { tell } from '../shell/api.ts';
import { askAgain } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { SecretField, useForm } from './own-secrets.tsx';
import { qrOf } from './qr.ts';
import { accessWords } from './words.ts';

export function OwnTotp({ isOn }: { readonly isOn: boolean }) {
  const say = useWords(accessWords).me;
  const said = useSaid();
  const cache = useQueryClient();
  const [offer, keepOffer] = useState<TotpOffer>();
  const [code, keepCode] = useState('');
  const [password, keepPassword] = useState('');
  const settle = async (words: string): Promise<void> => {
    keepOffer(undefined);
    keepCode('');
    keepPassword('');
    said.done(words);
    await askAgain(cache, '/own');
  };
  const form = useForm(async () => {
    if (isOn) {
      await tell({ method: 'POST', path: '/own/totp/disable', body: { password } });
      return settle(say.totpOff);
    }
    await tell({ method: 'POST', path: '/own/totp/enable', body: { secret: offer?.secret, code, password } });
    return settle(say.totpOn);
  });
  const start = (): void =>
    void tell<TotpOffer>({ method: 'POST', path: '/own/totp/offer' }).then(keepOffer, said.refused);
  const isAsking = isOn || offer !== undefined;
  return (
    <section className="block" aria-labelledby="me-totp">
      <h2 id="me-totp">{say.totp}</h2>
      <p className="me-note">{isOn ? say.totpOn : say.totpNote}</p>
      {!isAsking && <Button onClick={start}>{say.totpOffer}</Button>}
      {offer !== undefined && <Offered offer={offer} />}
      {isAsking && (
        <form onSubmit={form.onSubmit}>
          {!isOn && (
            <Field label={say.totpCode}>
              {(id) => (
                <input
                  id={id}
                  className="input"
                  inputMode="numeric"
                  pattern="\d{6}"
                  maxLength={6}
                  required
                  autoComplete="one-time-code"
                  value={code}
                  onChange={({ target }) => keepCode(target.value)}
                />
              )}
            </Field>
          )}
          <SecretField label={say.passwordNow} value={password} keep={keepPassword} complete="current-password" />
          {form.alert}
          <div>
            <Button htmlType="submit" loading={form.isBusy} danger={isOn}>
              {isOn ? say.totpDisable : say.totpEnable}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

const QUIET = 4;

function Offered({ offer: { secret, address } }: { readonly offer: TotpOffer }) {
  const say = useWords(accessWords).me;
  const rows = qrOf(address) ?? [];
  const side = rows.length + 2 * QUIET;
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])))
    .join('');
  return (
    <>
      <p className="me-note">{say.totpScan}</p>
      <svg
        className="me-qr"
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={say.totp}
        shapeRendering="crispEdges"
      >
        <path d={path} fill="#000" />
      </svg>
      <dl className="facts" style={{ margin: '8px 0 12px' }}>
        <dt>{say.totpSecret}</dt>
        <dd className="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
      </dl>
      <p style={{ marginBottom: 12 }}>
        <a href={address}>{say.totpLink}</a>
      </p>
    </>
  );
}
