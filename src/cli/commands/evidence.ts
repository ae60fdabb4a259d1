/** A paper brought to a running system as evidence of a task. */
import path from 'node:path';
import type { Finding } from '../../kernel/index.ts';
import type { Command, ExitCode } from '../command.ts';
import { readInput } from '../files.ts';
import { inRound, openServer, SERVER_USAGE } from '../on-server.ts';
import { sayable } from '../say.ts';
import { listed } from '../words.ts';
import { findTask, TASK_OPTIONS, TASK_USAGE } from './task-step.ts';

interface Filed {
  readonly evidence: string;
  readonly number: string;
  readonly findings: readonly Finding[];
}

export const evidenceAdd: Command = {
  usage: `evidence add FILE --unit UNIT ${TASK_USAGE} [--items A,B] [--indicators A,B] [--title T] [--doc-number N] [--issuer I] [--date DAY] [--pages P] ${SERVER_USAGE} [--json]`,
  about: {
    zh: '上传一份佐证材料，写明它证明哪些数据项（--items）或指标（--indicators）。',
    en: 'File a paper as evidence of items or indicators.',
  },
  positionals: { min: 1, max: 1 },
  options: {
    ...TASK_OPTIONS,
    unit: { type: 'string', required: true },
    items: { type: 'string' },
    indicators: { type: 'string' },
    title: { type: 'string' },
    'doc-number': { type: 'string' },
    issuer: { type: 'string' },
    date: { type: 'string' },
    pages: { type: 'string' },
  },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print, tellFindings } = invocation;
    const [file = ''] = positionals;
    const server = openServer(invocation);
    const { task } = await findTask(server, invocation, text('unit') ?? '');
    const name = path.basename(file);
    const given = { docNumber: text('doc-number'), issuer: text('issuer'), date: text('date'), pages: text('pages') };
    const codes = (option: string): readonly string[] => (text(option) === undefined ? [] : listed(text(option) ?? ''));
    const filed = await server.send<Filed>('POST', inRound(text('round') ?? '', 'tasks', task, 'evidence'), {
      title: text('title') ?? path.parse(name).name,
      ...Object.fromEntries(Object.entries(given).filter(([, words]) => words !== undefined)),
      mode: 'upload',
      content: { sha256: await server.upload(readInput(file)), name },
      items: codes('items'),
      indicators: codes('indicators'),
    });
    print(flag('json') ? JSON.stringify(filed) : filed.number);
    if (!flag('json')) tellFindings(filed.findings.map(sayable));
    return filed.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
