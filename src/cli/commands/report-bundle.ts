/** What follows a signed report: its sealed bundle, and a figure of it put right. */
import type { Command, ExitCode } from '../command.ts';
import { writeOutputs } from '../files.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE } from '../on-server.ts';
import { wholeNumber } from '../words.ts';
import { latestReport } from './report-filed.ts';

const required = { type: 'string', required: true } as const;
const REPORT_OPTIONS = { ...SERVER_OPTIONS, round: required, report: { type: 'string' } } as const;

interface Sealed {
  readonly sha256: string;
  readonly seal: string;
  readonly version: number;
}

export const reportBundle: Command = {
  usage: `report bundle --round R --out FILE [--report ID] [--version N] ${SERVER_USAGE} [--json]`,
  about: {
    zh: '把一版报告连同数据、方案、操作记录封存为一个文件，用 luzhi verify 核验。',
    en: 'Seal a version of a report with all it was made from into one file, for luzhi verify.',
  },
  positionals: { min: 0, max: 0 },
  options: { ...REPORT_OPTIONS, out: required, version: { type: 'string' } },
  async run(invocation): Promise<ExitCode> {
    const { text, flag, print } = invocation;
    const server = openServer(invocation);
    const [round = '', file = ''] = ['round', 'out'].map(text);
    const version = wholeNumber(invocation, 'version');
    const report = text('report') ?? (await latestReport(server, round));
    const at = (...parts: readonly string[]): string => inRound(round, 'reports', report, 'bundles', ...parts);
    const sealed = await server.send<Sealed>('POST', at(), version === undefined ? {} : { version });
    writeOutputs([{ file, content: await server.file(at(sealed.sha256)) }]);
    print(flag('json') ? JSON.stringify({ report, file, ...sealed }) : `${file}\t${sealed.seal}`);
    return 0;
  },
};

interface Corrected {
  readonly version: number;
  readonly was: string;
  readonly is: string;
  readonly printed: readonly unknown[];
  readonly scores: readonly unknown[];
  readonly evidence: readonly unknown[];
}

export const reportCorrect: Command = {
  usage: `report correct ITEM --round R --unit UNIT --was OLD --value NEW --reason R --basis B --consent NAME [--prior] [--report ID] ${SERVER_USAGE} [--json]`,
  about: {
    zh: '更正已签发报告中的一个数：原值、新值、依据、填报单位同意人；列出涉及的每一处。',
    en: 'Correct a figure of a signed report: old and new value, basis and who agreed; tells every place it touches.',
  },
  positionals: { min: 1, max: 1 },
  options: {
    ...REPORT_OPTIONS,
    unit: required,
    was: required,
    value: required,
    reason: required,
    basis: required,
    consent: required,
    prior: { type: 'boolean' },
  },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print, language } = invocation;
    const server = openServer(invocation);
    const round = text('round') ?? '';
    const report = text('report') ?? (await latestReport(server, round));
    const done = await server.send<Corrected>('POST', inRound(round, 'reports', report, 'corrections'), {
      ...{ unit: text('unit'), item: positionals[0], year: flag('prior') ? 'prior' : 'now' },
      ...{ was: text('was'), typed: text('value') },
      ...{ reason: text('reason'), basis: text('basis'), consent: text('consent') },
    });
    const { version, was, is, printed, scores, evidence } = done;
    const said =
      language === 'zh'
        ? `第 ${version} 版（更正）：${was} → ${is}；涉及报告 ${printed.length} 处、得分 ${scores.length} 项、佐证 ${evidence.length} 份。`
        : `Version ${version}, a correction: ${was} → ${is}; ${printed.length} places, ${scores.length} points and ${evidence.length} records touched.`;
    print(flag('json') ? JSON.stringify(done) : said);
    return 0;
  },
};
