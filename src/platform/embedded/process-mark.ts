/**
 * Tells whether the process that had a number is still the same one. Numbers are used again after a restart of the
 * machine, and the clock may jump, so on Linux the mark is the start in ticks since this boot.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Undefined: no such process, or one that has ended and waits for its parent to notice. */
export function markOf(pid: number): string | undefined {
  if (process.platform === 'linux') return markOnLinux(pid);
  if (process.platform === 'win32') return isThere(pid) ? 'running' : undefined;
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return started === '' ? undefined : started;
}

function markOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // `pid (name) state …`: the name may hold spaces and brackets, so fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [STATE, START] = [0, 19];
    if (fields[STATE] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[START]}`;
  } catch {
    return undefined;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
