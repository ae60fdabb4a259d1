import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { CliProblem } from '../problems.ts';

const OPTIONS = { data: { type: 'string' } } as const;

export const backup: Command = {
  usage: 'backup FILE [--data DIR]',
  about: { zh: '把数据库和全部文件备份为一个文件。', en: 'Put the database and all contents into one file.' },
  positionals: { min: 1, max: 1 },
  options: OPTIONS,
  async run(invocation): Promise<ExitCode> {
    const file = path.resolve(invocation.positionals[0] ?? '');
    if (existsSync(file)) throw CliProblem.fileTaken({ file });
    const { writeBackup } = await import('../../platform/index.ts');
    const { rows, files } = await onGround(invocation, (ground) => writeBackup(ground, file, new Date()));
    invocation.print(
      invocation.language === 'zh'
        ? `已备份 ${rows} 行、${files} 个文件：${file}`
        : `${rows} rows and ${files} files backed up: ${file}`,
    );
    const secret = path.join(dataDirOf(invocation), 'secret');
    invocation.tell(
      invocation.language === 'zh'
        ? `备份里没有密钥文件 ${secret}。请另处保管：恢复到别的机器时，动态码要用它打开。`
        : `The key ${secret} is not in it. Keep it elsewhere: on another machine one-time codes are opened with it.`,
    );
    return 0;
  },
};

export const restore: Command = {
  usage: 'restore FILE [--data DIR]',
  about: { zh: '把备份恢复到新的数据目录或空数据库。', en: 'Bring a backup back into an empty place.' },
  positionals: { min: 1, max: 1 },
  options: OPTIONS,
  async run(invocation): Promise<ExitCode> {
    const file = path.resolve(invocation.positionals[0] ?? '');
    if (!existsSync(file)) throw CliProblem.fileMissing({ file });
    const { countForeignTotp, openDatabase, openVault, restoreBackup } = await import('../../platform/index.ts');
    const { rows, files, foreign } = await onGround(invocation, async (ground) => {
      const restored = await restoreBackup(ground, file, new Date());
      const database = await openDatabase(ground.owner, ground.secret);
      const foreign = await countForeignTotp(database.db, openVault(ground.secret)).finally(() => database.close());
      return { ...restored, foreign };
    });
    invocation.print(
      invocation.language === 'zh'
        ? `已恢复 ${rows} 行、${files} 个文件。`
        : `${rows} rows and ${files} files restored.`,
    );
    const secret = path.join(dataDirOf(invocation), 'secret');
    if (foreign > 0)
      invocation.tell(
        invocation.language === 'zh'
          ? `有 ${foreign} 个账号的动态码是用原来的密钥锁上的。请把原数据目录中的 secret 复制为 ${secret} 再开启系统；已经没有的，由安全管理员逐个解除动态码。`
          : `One-time codes of ${foreign} accounts are locked with the former key. Copy it to ${secret} before you open the system; if it is lost, the security administrator removes the codes of each.`,
      );
    return 0;
  },
};

const dataDirOf = ({ text }: Invocation): string => path.resolve(text('data') ?? 'data');

async function onGround<T>(
  invocation: Invocation,
  work: (ground: import('../../app/index.ts').OpenGround) => Promise<T>,
): Promise<T> {
  const { openGround } = await import('../../app/index.ts');
  const databaseUrl = process.env.LUZHI_DATABASE_URL;
  const dataDir = dataDirOf(invocation);
  const log = { level: 'silent' } as const;
  const ground = await openGround({ dataDir, log, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  return work(ground).finally(() => ground.close());
}
