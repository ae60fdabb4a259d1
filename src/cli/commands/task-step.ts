/** Steps of a task of a running system: submitted, approved, accepted, returned, each as its action does it. */
import type { Command, ExitCode, Invocation, Option } from '../command.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE, type Server } from '../on-server.ts';
import { CliProblem } from '../problems.ts';

interface Task {
  readonly task: string;
  readonly name: string;
  readonly dept: string;
  readonly deptName: string;
  readonly part: string;
  readonly edition: number;
}

/** Which task: of a unit by its name, of a department by its code or name, the forms unless told. */
export const TASK_OPTIONS = {
  ...SERVER_OPTIONS,
  round: { type: 'string', required: true },
  dept: { type: 'string' },
  part: { type: 'string' },
} as const;
export const TASK_USAGE = '--round R [--dept D] [--part forms|schools]';

/** Throws `cli.taskUnknown` for none, and where several are meant. */
export async function findTask(server: Server, { text }: Invocation, unit: string): Promise<Task> {
  const [round = '', dept = '', part = 'forms'] = ['round', 'dept', 'part'].map(text);
  const tasks = await server.get<readonly Task[]>(inRound(round, 'tasks'));
  const found = tasks.filter(
    (task) => task.name === unit && task.part === part && (task.dept === dept || task.deptName === dept),
  );
  const [task] = found;
  if (task === undefined || found.length > 1) throw CliProblem.taskUnknown({ given: [unit, dept, part].join(' ') });
  return task;
}

interface Stepped {
  readonly state: string;
  readonly edition: number;
}

const step = (verb: string, zh: string, en: string, reason?: Option): Command => ({
  usage: `task ${verb} UNIT ${TASK_USAGE}${reason === undefined ? '' : ' --reason R'} ${SERVER_USAGE} [--json]`,
  about: { zh, en },
  positionals: { min: 1, max: 1 },
  options: { ...TASK_OPTIONS, ...(reason === undefined ? {} : { reason }) },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print } = invocation;
    const server = openServer(invocation);
    const { task, name, edition } = await findTask(server, invocation, positionals[0] ?? '');
    const why = text('reason');
    const stepped = await server.send<Stepped>('POST', inRound(text('round') ?? '', 'tasks', task, verb), {
      edition,
      ...(why === undefined ? {} : { reason: why }),
    });
    print(flag('json') ? JSON.stringify({ task, ...stepped }) : `${name}\t${stepped.state}`);
    return 0;
  },
});

export const taskSubmit = step('submit', '提交一个单位的填报。', 'Submit the task of a unit.');
export const taskWithdraw = step('withdraw', '撤回提交。', 'Take a submission back.');
export const taskApprove = step('approve', '同意，报下一步。', 'Approve a task for the next step.');
export const taskAccept = step('accept', '最后一步审核通过。', 'Accept a task at its last step.');
export const taskReturn = step('return', '退回，写明原因。', 'Return a task with a reason.', {
  type: 'string',
  required: true,
});
