/** A filled workbook brought to a running system: shown cell by cell first, taken over only when that is confirmed. */
import path from 'node:path';
import { type Finding, isError } from '../../kernel/index.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { readInput } from '../files.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE } from '../on-server.ts';
import { sayable } from '../say.ts';

interface Row {
  readonly item: string;
  readonly period: string;
  readonly typed: string;
  readonly source: { readonly sheet?: string; readonly cell?: string };
}
interface Differing {
  readonly row: Row;
  readonly was: string;
  readonly by: string;
}
interface Preview {
  readonly task: { readonly unit: string; readonly dept: string };
  readonly added: readonly Row[];
  readonly changed: readonly Differing[];
  readonly conflicts: readonly Differing[];
  readonly same: number;
  readonly ledgers: { readonly added: number; readonly removed: number };
  readonly evidence: number;
  readonly findings: readonly Finding[];
  readonly plan: string;
  readonly earlier?: unknown;
}
interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
  readonly rows: number;
}

export const importWorkbook: Command = {
  usage: `import WORKBOOK --round R [--confirm] [--replace] ${SERVER_USAGE} [--json]`,
  about: {
    zh: '预览一份填好的填报表会改动什么；--confirm 导入，--replace 连同两边都改过的数。',
    en: 'Show what a filled workbook would change; --confirm takes it over, --replace also what both changed.',
  },
  positionals: { min: 1, max: 1 },
  options: {
    ...SERVER_OPTIONS,
    round: { type: 'string', required: true },
    confirm: { type: 'boolean' },
    replace: { type: 'boolean' },
  },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print, language } = invocation;
    const [file = '', round = ''] = [positionals[0], text('round')];
    const server = openServer(invocation);
    const name = path.basename(file);
    const sha256 = await server.upload(readInput(file));
    const asked = new URLSearchParams({ name, sha256 });
    const preview = await server.get<Preview>(`${inRound(round, 'workbooks', 'preview')}?${asked}`);
    if (!flag('json')) tellPreview(preview, invocation);
    const conflicts = flag('replace') ? { conflicts: 'replace' } : {};
    const input = { name, sha256, plan: preview.plan, ...conflicts };
    const done = flag('confirm') ? await server.send<Imported>('POST', inRound(round, 'workbooks'), input) : undefined;
    if (flag('json')) print(JSON.stringify({ preview, ...(done === undefined ? {} : { imported: done }) }));
    else if (done !== undefined)
      print(
        language === 'zh'
          ? `已导入：新增 ${done.added}，改动 ${done.changed}，台账 ${done.rows} 行；保留系统中的 ${done.kept} 个。`
          : `Taken over: ${done.added} added, ${done.changed} changed, ${done.rows} ledger rows; ${done.kept} left as they stand.`,
      );
    return preview.findings.some(isError) ? 1 : 0;
  },
};

function tellPreview(preview: Preview, { print, tellFindings, language }: Invocation): void {
  const zh = language === 'zh';
  const { task, added, changed, conflicts, same, ledgers, evidence, findings, earlier } = preview;
  print(
    zh
      ? `${task.unit}${task.dept}　新增 ${added.length}，改动 ${changed.length}，冲突 ${conflicts.length}，相同 ${same}；台账新增 ${ledgers.added} 行、删除 ${ledgers.removed} 行；佐证 ${evidence} 份`
      : `${task.unit}${task.dept}  ${added.length} new, ${changed.length} changed, ${conflicts.length} in conflict, ${same} the same; ledger rows +${ledgers.added} −${ledgers.removed}; ${evidence} records of evidence`,
  );
  if (earlier !== undefined) print(zh ? '这份文件以前导入过。' : 'This very file was taken over before.');
  const line = (word: string, { row: { item, period, typed, source }, was, by }: Differing): string =>
    `  ${word}\t${source.sheet ?? ''}!${source.cell ?? ''}\t${item} ${period}\t${was} → ${typed}\t${by}`;
  for (const each of changed) print(line(zh ? '改动' : 'changed', each));
  for (const each of conflicts) print(line(zh ? '冲突' : 'conflict', each));
  tellFindings(findings.map(sayable));
}
