/** `npm run bench`: Luzhi and its peers on the same work in one run, as a table for docs/benchmarks.md. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { run as job } from './job.ts';
import { run as lint } from './lint.ts';
import type { BenchRow } from './row.ts';
import { run as sheetRead } from './sheet-read.ts';
import { run as wordRender } from './word-render.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-bench-'));
try {
  const rows: BenchRow[] = [...(await job(path.join(folder, 'out'), process.argv.slice(2)))];
  const report = readdirSync(path.join(folder, 'out')).find((name) => name.endsWith('报告.docx')) ?? '';
  rows.push(...(await lint(path.join(folder, 'out', report))), ...(await wordRender()), ...(await sheetRead()));
  for (const kind of ['embedded', 'server']) rows.push(...(await loadServer(kind)));
  console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})\n`);
  console.log('| work | ours | peer | ratio | target | reached | outputs checked |\n|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(line(row));
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
async function loadServer(kind: string): Promise<readonly BenchRow[]> {
  const load = fork(path.join(import.meta.dirname, 'server/run.ts'), [kind, path.join(folder, kind)]);
  const [rows] = await once(load, 'message');
  return rows;
}
