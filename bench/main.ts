/** `npm run bench`: Luzhi and its peers on the same work in one run, as a table for docs/benchmarks.md. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { run as job } from './job.ts';
import { run as lint } from './lint.ts';
import type { BenchRow } from './row.ts';
import { run as sheetRead } from './sheet-read.ts';
import { run as wordRender } from './word-render.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-bench-'));
// Started as root, the database runs as another user, who has to pass through.
chmodSync(folder, 0o711);
const out = path.join(folder, 'out');
const report = (): string => path.join(out, readdirSync(out).find((name) => name.endsWith('报告.docx')) ?? '');
const parts: readonly (() => Promise<readonly BenchRow[]>)[] = [
  () => job(out, process.argv.slice(2)),
  () => lint(report()),
  wordRender,
  sheetRead,
  () => apart('server/run.ts', 'embedded'),
  () => apart('server/run.ts', 'server'),
  () => apart('web/run.ts', 'web'),
];
try {
  console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})\n`);
  console.log('| work | ours | peer | ratio | target | reached | outputs checked |\n|---|---|---|---|---|---|---|');
  // A part that breaks off takes none of the rows before it along.
  for (const part of parts) for (const row of await part()) console.log(line(row));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function line({ work, ours, peer, unit, target, checked }: BenchRow): string {
  const digits = ours < 10 ? 2 : 0;
  const shown = (value: number): string => `${value.toFixed(value < 10 ? 2 : digits)} ${unit}`;
  const beside =
    peer === undefined ? ['', ''] : [`${peer.name} ${shown(peer.value)}`, `${(peer.value / ours).toFixed(1)} x`];
  return `| ${[work, shown(ours), ...beside, target.text, target.reached ? 'yes' : 'missed', checked ? 'yes' : 'no'].join(' | ')} |`;
}

/** In a process of its own, so that the load and the server have one each. */
async function apart(script: string, kind: string): Promise<readonly BenchRow[]> {
  // What a part makes for a run of its own goes with the folder.
  const env = { ...process.env, LUZHI_TEST_FOLDER: folder };
  const load = fork(path.join(import.meta.dirname, script), [kind, path.join(folder, kind)], { env });
  const ended = once(load, 'exit').then(([code]) => {
    throw new Error(`the part of ${kind} ended with ${code}`);
  });
  const [rows] = await Promise.race([once(load, 'message'), ended]);
  ended.catch(() => {});
  return rows;
}
