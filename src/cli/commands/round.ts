/** Rounds of a running system: listed, opened, locked, closed. */
import type { Command, ExitCode, Option } from '../command.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE } from '../on-server.ts';
import { momentOf } from '../words.ts';

interface Round {
  readonly round: string;
  readonly name: string;
  readonly scheme: string;
  readonly version: string;
  readonly state: 'collecting' | 'locked' | 'closed';
  readonly due: string;
}

const STATES = {
  collecting: { zh: '填报中', en: 'collecting' },
  locked: { zh: '已锁定', en: 'locked' },
  closed: { zh: '已结束', en: 'closed' },
} as const;

export const roundList: Command = {
  usage: `round list ${SERVER_USAGE} [--json]`,
  about: { zh: '服务器上的评价轮次。', en: 'Rounds on the server.' },
  positionals: { min: 0, max: 0 },
  options: SERVER_OPTIONS,
  async run(invocation): Promise<ExitCode> {
    const rounds = await openServer(invocation).get<readonly Round[]>('/rounds');
    if (invocation.flag('json')) invocation.print(JSON.stringify({ rounds }));
    for (const { round, name, scheme, version, state, due } of invocation.flag('json') ? [] : rounds)
      invocation.print([round, name, `${scheme} ${version}`, STATES[state][invocation.language], due].join('\t'));
    return 0;
  },
};

const required: Option = { type: 'string', required: true };

export const roundOpen: Command = {
  usage: `round open ROUND --name NAME --scheme S --version V --evaluee CODE --as-of DAY --opens DAY --due DAY [--downward] ${SERVER_USAGE}`,
  about: {
    zh: '开启一轮评价并派发任务；--downward 为市评县，否则为省评市。',
    en: 'Open a round and hand out its tasks; --downward for a prefecture that judges its counties.',
  },
  positionals: { min: 1, max: 1 },
  options: {
    ...SERVER_OPTIONS,
    name: required,
    scheme: required,
    version: required,
    evaluee: required,
    'as-of': required,
    opens: required,
    due: required,
    downward: { type: 'boolean' },
  },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print, language } = invocation;
    const [name, scheme, version, evaluee, asOf] = ['name', 'scheme', 'version', 'evaluee', 'as-of'].map(text);
    const opened = await openServer(invocation).send<{ round: string; tasks: number }>('POST', '/rounds', {
      round: positionals[0],
      ...{ name, scheme, version, evaluee, asOf },
      direction: flag('downward') ? 'downward' : 'upward',
      opens: momentOf(text('opens') ?? '', 'begin'),
      due: momentOf(text('due') ?? '', 'end'),
    });
    const { round, tasks } = opened;
    const said =
      language === 'zh' ? `已开启 ${round}，派发任务 ${tasks} 项。` : `${round} is open; ${tasks} tasks handed out.`;
    print(flag('json') ? JSON.stringify(opened) : said);
    return 0;
  },
};

interface Moved {
  readonly round: string;
  readonly state: Round['state'];
  readonly unfinished: number;
}

const move = (verb: 'lock' | 'unlock' | 'close', zh: string, en: string): Command => ({
  usage: `round ${verb} ROUND --reason R${verb === 'lock' ? ' [--unfinished] [--unresolved]' : ''} ${SERVER_USAGE}`,
  about: { zh, en },
  positionals: { min: 1, max: 1 },
  options: {
    ...SERVER_OPTIONS,
    reason: required,
    ...(verb === 'lock' ? ({ unfinished: { type: 'boolean' }, unresolved: { type: 'boolean' } } as const) : {}),
  },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print, language } = invocation;
    const moved = await openServer(invocation).send<Moved>('POST', inRound(positionals[0] ?? '', verb), {
      reason: text('reason'),
      ...(flag('unfinished') ? { unfinished: true } : {}),
      ...(flag('unresolved') ? { unresolved: true } : {}),
    });
    print(flag('json') ? JSON.stringify(moved) : `${moved.round}\t${STATES[moved.state][language]}`);
    return 0;
  },
});

export const roundLock = move(
  'lock',
  '锁定一轮评价的数据；--unfinished 表示未通过的任务不再等待，--unresolved 表示须改正处照旧。',
  'Lock a round; --unfinished leaves open tasks behind, --unresolved errors of the checks.',
);
export const roundUnlock = move('unlock', '解锁一轮评价的数据。', 'Unlock a round.');
export const roundClose = move('close', '结束已锁定的一轮评价。', 'Close a locked round for good.');
