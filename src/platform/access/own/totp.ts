/** One-time codes for one's own account: a secret is offered, and taken once a code made with it has come back. */
import Type from 'typebox';
import { action, query } from '../../action/action.ts';
import { changeAccountRow } from '../accounts/accounts.store.ts';
import { Password } from '../inputs.ts';
import { mayKeepOwn } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { newTotpSecret, totpAddress, totpStepOf } from '../totp.ts';
import type { Vault } from '../vault.ts';
import { loadOwnAccount, provingPassword } from './prove-password.ts';

const Nothing = Type.Object({}, { additionalProperties: false });
/** 160 bits in base32, as offered. */
const Secret = Type.String({ pattern: '^[A-Z2-7]{32}$' });

/** Nothing is kept: a secret counts from `access.totp.enable` on. */
export const offerTotp = query({
  name: 'access.totp.offer',
  input: Nothing,
  may: mayKeepOwn,
  async run(_tx, _input, { who }) {
    const secret = newTotpSecret();
    return { secret, address: totpAddress(secret, who.person) };
  },
});

export const enableTotp = (vault: Vault) =>
  provingPassword(
    action({
      name: 'access.totp.enable',
      input: Type.Object(
        { secret: Secret, code: Type.String({ pattern: '^\\d{6}$' }), password: Password },
        { additionalProperties: false },
      ),
      load: (tx, { password }, by) => loadOwnAccount(tx, password, by),
      may: mayKeepOwn,
      async run(tx, { secret, code }, { account }, { now }) {
        const step = totpStepOf(secret, code, now, null);
        if (step === undefined) throw AccessProblem.totpCodeWrong({});
        await changeAccountRow(tx, account, { totp: vault.lock(secret, account), totp_step: step });
        return { account };
      },
      audit: ({ account }) => ({ about: account, detail: {} }),
    }),
  );

export const disableTotp = provingPassword(
  action({
    name: 'access.totp.disable',
    input: Type.Object({ password: Password }, { additionalProperties: false }),
    load: (tx, { password }, by) => loadOwnAccount(tx, password, by),
    may: mayKeepOwn,
    async run(tx, _, { account }) {
      await changeAccountRow(tx, account, { totp: null, totp_step: null });
      return { account };
    },
    audit: ({ account }) => ({ about: account, detail: {} }),
  }),
);
