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
    const { restoreBackup } = await import('../../platform/index.ts');
    const { rows, files } = await onGround(invocation, (ground) => restoreBackup(ground, file));
    invocation.print(
      invocation.language === 'zh'
        ? `已恢复 ${rows} 行、${files} 个文件。`
        : `${rows} rows and ${files} files restored.`,
    );
    return 0;
  },
};

async function onGround<T>(
  { text }: Invocation,
  work: (ground: import('../../app/index.ts').OpenGround) => Promise<T>,
): Promise<T> {
  const { openGround } = await import('../../app/index.ts');
  const databaseUrl = process.env.LUZHI_DATABASE_URL;
  const dataDir = path.resolve(text('data') ?? 'data');
  const log = { level: 'silent' } as const;
  const ground = await openGround({ dataDir, log, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  return work(ground).finally(() => ground.close());
}
