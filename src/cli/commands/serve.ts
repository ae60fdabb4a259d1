import { createServer, isIP } from 'node:net';
import path from 'node:path';
import type { Command, ExitCode } from '../command.ts';
import { CliProblem } from '../problems.ts';
import { readSettings } from '../settings.ts';

const PORT = 8080;

export const serve: Command = {
  usage: 'serve [--port N] [--host ADDRESS] [--data DIR] [--sample]',
  about: {
    zh: '开启系统：内置数据库、填报、审核、评分、报告；--sample 装入样例市。',
    en: 'Open the system; --sample fills it with the sample prefecture.',
  },
  positionals: { min: 0, max: 0 },
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    sample: { type: 'boolean' },
  },
  async run({ text, flag, print, tell, language }): Promise<ExitCode> {
    const port = portOf(text('port'));
    const host = hostOf(text('host'));
    const settings = readSettings(process.env);
    const dataDir = path.resolve(text('data') ?? 'data');
    // Read here and not above: the file commands start without the server and its database.
    const { firstStart, openApp } = await import('../../app/index.ts');
    const { ROLE_WORDS } = await import('../../platform/index.ts');
    await refuseTakenPort(port, host);
    const log = { level: 'warn', stream: process.stderr } as const;
    const app = await openApp({ ...settings, dataDir, log, now: () => new Date() });
    try {
      const founded = await firstStart(app, flag('sample'), (signIns) => {
        print(
          language === 'zh'
            ? '首次开启，以下账号的密码只显示这一次，请记下：'
            : 'First start. These passwords are shown this once, note them down:',
        );
        for (const { role, of, login, password } of signIns)
          print(`  ${login}\t${password}\t${ROLE_WORDS.get(role)?.[language] ?? role}　${of}`);
      });
      const address = await app.listen(port, host).catch((error: unknown) => {
        throw listenFault(error, port, host);
      });
      print(language === 'zh' ? `履职已开启：${address}` : `Luzhi is open at ${address}`);
      const { home } = settings;
      if (home !== undefined)
        print(language === 'zh' ? `对外地址：${home.origin}` : `People open it at ${home.origin}`);
      if (home?.protocol !== 'https:' && !THIS_MACHINE.has(host))
        tell(
          language === 'zh'
            ? '注意：没有 TLS，密码和数据在网络上以明文传送。请在前面设置 TLS 代理，并把 LUZHI_HOME 写成 https 地址。'
            : 'Mind: there is no TLS, passwords and data travel in the clear. Put a TLS proxy in front and set LUZHI_HOME.',
        );
      if (founded.length === 0)
        print(
          language === 'zh'
            ? '账号和密码已在首次开启时给出。忘记的由安全管理员在“管理”中重设；都忘了的，停下系统后运行 bin/luzhi user password 登录名 --as 安全管理员的登录名。'
            : 'Sign-ins were shown at the first start. A lost password is made anew by the security administrator under Admin; if theirs is lost, stop the system and run bin/luzhi user password LOGIN --as THEIR-LOGIN.',
        );
      if (app.where !== undefined)
        print(language === 'zh' ? `数据目录：${app.where.cluster}` : `Data: ${app.where.cluster}`);
      await untilToldToStop();
      tell(language === 'zh' ? '正在关闭…' : 'Closing …');
      return 0;
    } finally {
      await app.close();
    }
  },
};

const THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);

function hostOf(given = '127.0.0.1'): string {
  if (isIP(given) === 0) throw CliProblem.hostUnreadable({ given });
  return given;
}

function portOf(given: string | undefined): number {
  const port = given === undefined ? PORT : Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw CliProblem.portUnreadable({ given: given ?? '' });
  return port;
}

/** Asked before anything is made: a first start that cannot listen would be over before anyone came in. */
const refuseTakenPort = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenFault(error, port, host)));
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });

function listenFault(error: unknown, port: number, host: string): unknown {
  const { syscall, code = '' } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen') return error;
  return code === 'EADDRNOTAVAIL'
    ? CliProblem.hostUnreadable({ given: host })
    : CliProblem.portTaken({ port, fault: code });
}

const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
