/** The whole clean sample job as a person runs it: a process that makes the sample and the report with its copies. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { BenchRow } from './row.ts';

const TARGET_SECONDS = 5;
const TARGET_MB = 400;
/** How often the process is asked for its memory. */
const POLL_MS = 20;

/** Highest resident memory of a process while it runs, in MB; undefined where the system does not tell. */
function peakOf(pid: number): number | undefined {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // A process that is just ending has no memory left to tell of.
    return peak === undefined ? undefined : Number(peak) / 1024;
  } catch {
    return undefined;
  }
}

/** `command`: how the launcher starts the command line. The second time the sample lies there, as an office's workbooks do. */
export async function run(folder: string, command: readonly string[]): Promise<readonly BenchRow[]> {
  const [first, second] = [await runJob(folder, command), await runJob(folder, command)];
  const work = 'the clean sample job, one process';
  return [
    timed(`${work}, the sample made first`, first),
    timed(`${work}, on the sample that lies there`, second),
    {
      work: `${work}: peak memory`,
      ours: first.peak,
      unit: 'MB',
      target: { text: `${TARGET_MB} MB`, reached: first.peak < TARGET_MB },
      checked: first.checked,
    },
  ];
}

interface Job {
  readonly seconds: number;
  readonly peak: number;
  readonly checked: boolean;
}

const timed = (work: string, { seconds, checked }: Job): BenchRow => ({
  work,
  ours: seconds,
  unit: 's',
  target: { text: `${TARGET_SECONDS} s`, reached: seconds < TARGET_SECONDS },
  checked,
});

async function runJob(folder: string, command: readonly string[]): Promise<Job> {
  const start = performance.now();
  const child = spawn(process.execPath, [...command, 'demo', folder], { stdio: 'ignore' });
  let peak = 0;
  const poll = setInterval(() => {
    peak = Math.max(peak, (child.pid === undefined ? undefined : peakOf(child.pid)) ?? 0);
  }, POLL_MS);
  const status = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(poll);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peak, checked: status === 0 && readdirSync(folder).some((name) => name.endsWith('.docx')) };
}
