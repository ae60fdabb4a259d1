import { existsSync } from 'node:fs';
import type { Source } from '../../kernel/index.ts';
import {
  findSlotTraces,
  ReportProblem,
  type SlotTrace,
  speakRound,
  speakTrace,
  type TraceFile,
} from '../../report/on-files.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { beside, readInput } from '../files.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE } from '../on-server.ts';
import { CliProblem } from '../problems.ts';
import { latestReport } from './report-filed.ts';

const usage = `trace R.docx SLOT | SLOT --round R [--report ID] ${SERVER_USAGE} [--json]`;

export const trace: Command = {
  usage,
  about: {
    zh: '一个数从哪来：公式、各县填报数、工作簿单元格、佐证材料；在服务器上还有填报和审核的人。',
    en: 'Walk a figure back to its cells; on a server also to who stated it and who agreed.',
  },
  positionals: { min: 1, max: 2 },
  options: { ...SERVER_OPTIONS, round: { type: 'string' }, report: { type: 'string' } },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text } = invocation;
    const [first = '', slot] = positionals;
    const round = text('round');
    if (slot !== undefined) traceFile(invocation, first, slot);
    else if (round !== undefined) await traceOnServer(invocation, round, first);
    else throw CliProblem.argumentCount({ usage: `luzhi ${usage}`, least: 2, most: 2, got: 1 });
    return 0;
  },
};

function traceFile({ flag, print }: Invocation, report: string, slot: string): void {
  const file = beside(report, '.trace.json');
  if (!existsSync(file)) throw ReportProblem.traceMissing({ file });
  const held = JSON.parse(new TextDecoder().decode(readInput(file))) as TraceFile;
  const found = findSlotTraces(held, slot);
  print(
    flag('json')
      ? JSON.stringify(found.length === 1 ? found[0] : found)
      : found.map((each) => speakTrace(each, held.units)).join('\n\n'),
  );
}

interface Walked {
  readonly units: TraceFile['units'];
  readonly slots: readonly (SlotTrace & {
    readonly more: number;
    readonly statements: readonly {
      readonly unit: { readonly name: string };
      readonly name: string;
      readonly period: string;
      readonly shown: string;
      readonly source?: Source;
      readonly stated?: {
        readonly person: string;
        readonly at: string;
        readonly decisions: readonly { readonly verdict: string; readonly person: string }[];
      };
    }[];
  })[];
}

async function traceOnServer(invocation: Invocation, round: string, slot: string): Promise<void> {
  const { text, flag, print, language } = invocation;
  const server = openServer(invocation);
  const report = text('report') ?? (await latestReport(server, round));
  const walked = await server.get<Walked>(inRound(round, 'reports', report, 'slots', slot, 'walk'));
  if (flag('json')) return print(JSON.stringify(walked));
  for (const { statements, more, ...found } of walked.slots) {
    print(speakTrace(found, walked.units));
    for (const { unit, name, period, shown, source, stated } of statements) {
      const agreed = stated?.decisions.map(({ verdict, person }) => `${verdict} ${person}`) ?? [];
      const by = stated === undefined ? '' : `　${[`${stated.person} ${stated.at}`, ...agreed].join('；')}`;
      const from = source?.kind === 'round' ? `　${speakRound(source)}` : '';
      print(`填报　${unit.name}　${name}（${period}）：${shown}${by}${from}`);
    }
    if (more > 0) print(language === 'zh' ? `另有 ${more} 个填报数。` : `${more} more statements.`);
  }
}
