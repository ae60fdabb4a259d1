import type { Command, ExitCode } from '../command.ts';
import { DATA_OPTIONS, onData } from '../on-data.ts';

export const auditVerify: Command = {
  usage: 'audit verify [--data DIR] [--json]',
  about: {
    zh: '核对操作记录的封存链：有没有被改动、删除或补入。',
    en: 'Hold the audit record against its chain.',
  },
  positionals: { min: 0, max: 0 },
  options: DATA_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    onData(invocation, async (app) => {
      const { sealAudit, verifyAudit } = await import('../../platform/index.ts');
      const { flag, print, tellFindings, language } = invocation;
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
    }),
};
