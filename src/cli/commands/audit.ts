import path from 'node:path';
import type { Command, ExitCode } from '../command.ts';

export const auditVerify: Command = {
  usage: 'audit verify [--data DIR] [--json]',
  about: {
    zh: '核对操作记录的封存链：有没有被改动、删除或补入。',
    en: 'Hold the audit record against its chain.',
  },
  positionals: { min: 0, max: 0 },
  options: { data: { type: 'string' } },
  async run({ text, flag, print, tellFindings, language }): Promise<ExitCode> {
    const { openApp } = await import('../../app/index.ts');
    const { sealAudit, verifyAudit } = await import('../../platform/index.ts');
    const databaseUrl = process.env.LUZHI_DATABASE_URL;
    const app = await openApp({
      dataDir: path.resolve(text('data') ?? 'data'),
      log: { level: 'silent' },
      now: () => new Date(),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    });
    try {
      const { db } = app.database;
      const tenants = await db.selectFrom('tenant').select(['tenant', 'name']).orderBy('tenant').execute();
      const verdicts = [];
      for (const { tenant, name } of tenants) {
        await sealAudit(db, tenant, new Date());
        verdicts.push({ tenant, name, ...(await verifyAudit(db, tenant)) });
      }
      if (flag('json')) print(JSON.stringify({ tenants: verdicts }));
      for (const { name, sealed, head, findings } of flag('json') ? [] : verdicts) {
        print(
          language === 'zh'
            ? `${name}　已封存 ${sealed} 条，问题 ${findings.length} 处，末条校验值 ${head}`
            : `${name}  ${sealed} entries sealed, ${findings.length} faults, head ${head}`,
        );
        tellFindings(findings);
      }
      return verdicts.some(({ findings }) => findings.length > 0) ? 1 : 0;
    } finally {
      await app.close();
    }
  },
};
