/** Accounts of a data folder, kept from the machine itself by the actions the HTTP routes use. */
import type { Register } from '../../org/index.ts';
import type { Command, ExitCode, Option } from '../command.ts';
import { asOperator, OPERATOR_OPTIONS, type Operator } from '../on-data.ts';
import { CliProblem } from '../problems.ts';

const PAGE = 200;

/** The register of the day; undefined while no unit was taken over yet. */
async function registerToday({ app, who, now }: Operator): Promise<Register | undefined> {
  const { civilDay, transact } = await import('../../platform/index.ts');
  const { loadRegister } = await import('../../org/index.ts');
  return transact(app.database.db, who, (tx) => loadRegister(tx, who.tenant, civilDay(now))).catch((error) => {
    if (error.code === 'org.empty') return undefined;
    throw error;
  });
}

export const userList: Command = {
  usage: 'user list --as LOGIN [--data DIR] [--tenant N] [--json]',
  about: { zh: '账号和岗位。', en: 'Accounts and their posts.' },
  positionals: { min: 0, max: 0 },
  options: OPERATOR_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async (operator) => {
      const { listAccounts, ROLE_WORDS } = await import('../../platform/index.ts');
      const { flag, print, language } = invocation;
      const accounts: Awaited<ReturnType<typeof listAccounts.perform>> = [];
      for (let more = true; more; ) {
        const page = await operator.perform(listAccounts, { after: accounts.at(-1)?.login ?? '', limit: PAGE });
        accounts.push(...page);
        more = page.length === PAGE;
      }
      if (flag('json')) print(JSON.stringify({ accounts }));
      const register = await registerToday(operator);
      for (const { login, name, state, posts } of flag('json') ? [] : accounts) {
        const held = posts.map(({ unit, dept, role, ends }) => {
          const words = [register?.unitOf(unit)?.name ?? unit, dept, ROLE_WORDS.get(role)?.[language] ?? role];
          return `${words.filter((word) => word !== '').join(' ')}${ends === null ? '' : ` –${ends}`}`;
        });
        print([login, name, STATES[state][language], held.join('; ')].join('\t'));
      }
      return 0;
    }),
};

const STATES = { active: { zh: '在用', en: 'active' }, closed: { zh: '停用', en: 'closed' } } as const;

const required: Option = { type: 'string', required: true };

export const userAdd: Command = {
  usage:
    'user add LOGIN --name NAME --role ROLE --unit CODE [--dept D] [--mail M] --as LOGIN [--data DIR] [--tenant N]',
  about: {
    zh: '开设账号并任命岗位，给出一次性密码。',
    en: 'Open an account with a post; its one-time password goes to stdout.',
  },
  positionals: { min: 1, max: 1 },
  options: {
    ...OPERATOR_OPTIONS,
    name: required,
    role: required,
    unit: required,
    dept: { type: 'string' },
    mail: { type: 'string' },
  },
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async (operator) => {
      const { addAccount } = await import('../../platform/index.ts');
      const { text, flag, print, tell, language, positionals } = invocation;
      const register = await registerToday(operator);
      const given = text('unit') ?? '';
      const unit = register?.numberOf(register.tree.find(given)?.code ?? given);
      if (unit === undefined) throw CliProblem.unitUnknown({ given });
      const [dept, mail] = [text('dept'), text('mail')];
      const added = await operator.perform(addAccount, {
        login: positionals[0],
        name: text('name'),
        ...(mail === undefined ? {} : { mail }),
        post: { unit, role: text('role'), ...(dept === undefined ? {} : { dept }) },
      });
      if (!flag('json'))
        tell(
          language === 'zh'
            ? `已开设账号 ${added.login}。一次性密码只显示这一次：`
            : `Account ${added.login} is open. Its one-time password is shown this once:`,
        );
      print(flag('json') ? JSON.stringify(added) : (added.password ?? ''));
      return 0;
    }),
};

export const userPassword: Command = {
  usage: 'user password LOGIN --as LOGIN [--data DIR] [--tenant N]',
  about: { zh: '重置密码，给出一次性密码，结束其所有登录。', en: 'A new one-time password; every session ends.' },
  positionals: { min: 1, max: 1 },
  options: OPERATOR_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async ({ app, perform }) => {
      const { accountOf, resetPassword } = await import('../../platform/index.ts');
      const { positionals, flag, print, tell, language } = invocation;
      const account = await accountOf(app.database.db, positionals[0] ?? '');
      const reset = await perform(resetPassword, { account });
      if (!flag('json'))
        tell(
          language === 'zh'
            ? '密码已重置，所有登录已结束。一次性密码只显示这一次：'
            : 'The password is reset and every session ended. The one-time password is shown this once:',
        );
      print(flag('json') ? JSON.stringify(reset) : reset.password);
      return 0;
    }),
};

export const userDisable: Command = {
  usage: 'user disable LOGIN --as LOGIN [--data DIR] [--tenant N]',
  about: {
    zh: '停用账号：岗位、登录、令牌一并结束，记录保留。',
    en: 'Close an account: its posts, sessions and tokens end, its name stays on record.',
  },
  positionals: { min: 1, max: 1 },
  options: OPERATOR_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    asOperator(invocation, async ({ app, perform }) => {
      const { accountOf, closeAccount } = await import('../../platform/index.ts');
      const { positionals, flag, print, language } = invocation;
      const account = await accountOf(app.database.db, positionals[0] ?? '');
      const closed = await perform(closeAccount, { account });
      const posts = closed.ended.length;
      const said =
        language === 'zh'
          ? `已停用 ${positionals[0]}，结束岗位 ${posts} 个。`
          : `${positionals[0]} is closed; ${posts} posts ended.`;
      print(flag('json') ? JSON.stringify(closed) : said);
      return 0;
    }),
};
