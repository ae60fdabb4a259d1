/** Tokens for programs, made and revoked from the machine itself by the actions the HTTP routes use. */
import type { Command, ExitCode } from '../command.ts';
import { asOperator, OPERATOR_OPTIONS } from '../on-data.ts';
import { listed, wholeNumber } from '../words.ts';

const DAYS = 90;

export const tokenList: Command = {
  usage: 'token list --as LOGIN [--data DIR] [--tenant N] [--json]',
  about: { zh: '一个账号的接口令牌。', en: "An account's tokens." },
  positionals: { min: 0, max: 0 },
  options: OPERATOR_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async ({ perform }) => {
      const { listTokens } = await import('../../platform/index.ts');
      const { flag, print } = invocation;
      const tokens = await perform(listTokens, {});
      if (flag('json')) print(JSON.stringify({ tokens }));
      for (const { token, name, scopes, expiresAt } of flag('json') ? [] : tokens)
        print([token, name, scopes.join(','), expiresAt.toISOString().slice(0, 10)].join('\t'));
      return 0;
    }),
};

export const tokenCreate: Command = {
  usage:
    'token create NAME --rights read[,write] [--stages collect,report] [--days N] --as LOGIN [--data DIR] [--tenant N]',
  about: {
    zh: `为一个账号开设接口令牌（默认 ${DAYS} 天），令牌只显示这一次。`,
    en: `Make a token of an account (${DAYS} days unless told); its secret goes to stdout, this once.`,
  },
  positionals: { min: 1, max: 1 },
  options: {
    ...OPERATOR_OPTIONS,
    rights: { type: 'string', required: true },
    stages: { type: 'string' },
    days: { type: 'string' },
  },
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async ({ perform }) => {
      const { addToken } = await import('../../platform/index.ts');
      const { positionals, text, flag, print, tell, language } = invocation;
      const stages = text('stages');
      const made = await perform(addToken, {
        name: positionals[0],
        rights: listed(text('rights') ?? ''),
        ...(stages === undefined ? {} : { stages: listed(stages) }),
        days: wholeNumber(invocation, 'days') ?? DAYS,
      });
      const until = made.expiresAt.toISOString().slice(0, 10);
      if (!flag('json'))
        tell(language === 'zh' ? `令牌有效至 ${until}，只显示这一次：` : `Good until ${until}, shown this once:`);
      print(flag('json') ? JSON.stringify(made) : made.secret);
      return 0;
    }),
};

export const tokenRevoke: Command = {
  usage: 'token revoke TOKEN --as LOGIN [--data DIR] [--tenant N]',
  about: { zh: '停用接口令牌（token list 列出的编号）。', en: 'Revoke a token, named as token list names it.' },
  positionals: { min: 1, max: 1 },
  options: OPERATOR_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async ({ perform }) => {
      const { revokeToken } = await import('../../platform/index.ts');
      const { positionals, flag, print, language } = invocation;
      const revoked = await perform(revokeToken, { token: positionals[0] });
      print(flag('json') ? JSON.stringify(revoked) : language === 'zh' ? '令牌已停用。' : 'The token is revoked.');
      return 0;
    }),
};
