import type { Command, ExitCode } from '../command.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE } from '../on-server.ts';

interface Task {
  readonly name: string;
  readonly deptName: string;
  readonly part: 'forms' | 'schools';
  readonly stateName: string;
  readonly due: string;
  readonly overdue: boolean;
  readonly answered: number;
}

const PARTS = { forms: { zh: '填报表', en: 'forms' }, schools: { zh: '学校表', en: 'schools' } } as const;

export const taskList: Command = {
  usage: `task list --round R ${SERVER_USAGE} [--json]`,
  about: { zh: '能看到的填报任务：单位、状态、截止时间、已填数。', en: 'Tasks within reach, with state and due time.' },
  positionals: { min: 0, max: 0 },
  options: { ...SERVER_OPTIONS, round: { type: 'string', required: true } },
  async run(invocation): Promise<ExitCode> {
    const { text, flag, print, language } = invocation;
    const tasks = await openServer(invocation).get<readonly Task[]>(inRound(text('round') ?? '', 'tasks'));
    if (flag('json')) print(JSON.stringify({ tasks }));
    for (const { name, deptName, part, stateName, due, overdue, answered } of flag('json') ? [] : tasks) {
      const late = overdue ? (language === 'zh' ? '　逾期' : '  overdue') : '';
      print([name, deptName, PARTS[part][language], stateName, `${due}${late}`, answered].join('\t'));
    }
    return 0;
  },
};
