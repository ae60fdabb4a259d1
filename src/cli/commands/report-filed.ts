/** Reports of a running system: composed there from what is accepted, and brought here. */
import type { Command, ExitCode } from '../command.ts';
import { readInput, writeOutputs } from '../files.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE, type Server } from '../on-server.ts';
import { CliProblem } from '../problems.ts';

interface Composed {
  readonly report: string;
  readonly version: number;
  readonly draft: boolean;
  readonly findings: number;
}

export const reportCompose: Command = {
  usage: `report compose --round R [--template T.docx] [--report ID] ${SERVER_USAGE} [--json]`,
  about: {
    zh: '在服务器上按已通过的数据生成报告；--template 先设定模板，--report 为这份报告的下一版。',
    en: 'Compose a report on the server; --template sets its template first, --report makes the next version of one.',
  },
  positionals: { min: 0, max: 0 },
  options: {
    ...SERVER_OPTIONS,
    round: { type: 'string', required: true },
    template: { type: 'string' },
    report: { type: 'string' },
  },
  async run(invocation): Promise<ExitCode> {
    const { text, flag, print, language } = invocation;
    const server = openServer(invocation);
    const [round = '', template, report] = ['round', 'template', 'report'].map(text);
    if (template !== undefined)
      await server.send('PUT', inRound(round, 'template'), { sha256: await server.upload(readInput(template)) });
    const made = await server.send<Composed>('POST', inRound(round, 'reports'), report === undefined ? {} : { report });
    const said =
      language === 'zh'
        ? `${made.report}　第 ${made.version} 版　校核结果 ${made.findings} 处${made.draft ? '　草稿' : ''}`
        : `${made.report}, version ${made.version}, ${made.findings} findings${made.draft ? ', a draft' : ''}`;
    print(flag('json') ? JSON.stringify(made) : said);
    return made.draft ? 1 : 0;
  },
};

export const reportGet: Command = {
  usage: `report get --round R --out FILE [--report ID] [--version N] [--form docx|html|trace|issued] ${SERVER_USAGE}`,
  about: {
    zh: '下载服务器上的报告；不写 --report 为最近的一份。',
    en: 'Bring a report from the server, the latest unless told; docx unless told.',
  },
  positionals: { min: 0, max: 0 },
  options: {
    ...SERVER_OPTIONS,
    round: { type: 'string', required: true },
    out: { type: 'string', required: true },
    report: { type: 'string' },
    version: { type: 'string' },
    form: { type: 'string' },
  },
  async run(invocation): Promise<ExitCode> {
    const { text, flag, print } = invocation;
    const server = openServer(invocation);
    const [round = '', file = '', form = 'docx', version] = ['round', 'out', 'form', 'version'].map(text);
    const report = text('report') ?? (await latestReport(server, round));
    const asked = version === undefined ? '' : `?${new URLSearchParams({ version })}`;
    const content = await server.file(`${inRound(round, 'reports', report, 'files', form)}${asked}`);
    writeOutputs([{ file, content }]);
    print(flag('json') ? JSON.stringify({ report, file }) : file);
    return 0;
  },
};

/** Throws `cli.reportNone`. */
export async function latestReport(server: Server, round: string): Promise<string> {
  const [latest] = await server.get<readonly { readonly report: string }[]>(inRound(round, 'reports'));
  if (latest === undefined) throw CliProblem.reportNone({ round });
  return latest.report;
}
