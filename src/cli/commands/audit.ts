import { isError } from '../../kernel/index.ts';
import type { Command, ExitCode } from '../command.ts';
import { DATA_OPTIONS, onData } from '../on-data.ts';

export const auditVerify: Command = {
  usage: 'audit verify [--data DIR] [--json]',
  about: {
    zh: '核对操作记录：有没有被改动、删除、补入、截去末尾或重新封存。',
    en: 'Hold the audit record against its chain and its heads.',
  },
  positionals: { min: 0, max: 0 },
  options: DATA_OPTIONS,
  run: (invocation): Promise<ExitCode> =>
    onData(invocation, async (app) => {
      const { sealAudit, verifyAudit } = await import('../../platform/index.ts');
      const { flag, print, tellFindings, language } = invocation;
      const { files, heads } = app;
      const { db } = app.database;
      const kept = await heads.read();
      const tenants = await db.selectFrom('tenant').select(['tenant', 'name']).orderBy('tenant').execute();
      const verdicts = [];
      for (const { tenant, name } of tenants) {
        verdicts.push({ tenant, name, ...(await verifyAudit(db, tenant, { heads: kept, files })) });
        // Only then what was done in the last second: its head would stand in the file that was asked.
        await sealAudit(db, tenant, new Date(), { heads });
      }
      if (flag('json')) print(JSON.stringify({ tenants: verdicts }));
      for (const { name, sealed, tail, head, findings } of flag('json') ? [] : verdicts) {
        print(
          language === 'zh'
            ? `${name}　已封存 ${sealed} 条，未封存 ${tail} 条，问题 ${findings.length} 处，末条校验值 ${head}`
            : `${name}  ${sealed} entries sealed, ${tail} not yet, ${findings.length} faults, head ${head}`,
        );
        tellFindings(findings);
      }
      return verdicts.some(({ findings }) => findings.some(isError)) ? 1 : 0;
    }),
};
