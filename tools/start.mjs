/**
 * `npm start`: the main job on the clean sample, from nothing to a finished report in `out/`, and then the system itself,
 * opened on its own database in `data/` with the sample prefecture in the middle of its year.
 */
import path from 'node:path';
import { ensureInstalled, LUZHI, ROOT, runPinned } from './setup.mjs';
import { ensureWebBuilt } from './web.mjs';

ensureInstalled();
ensureWebBuilt();
const made = await runPinned([...LUZHI, 'demo', path.join(ROOT, 'out')]);
// 1: the figures have faults, told above; someone may have changed a cell to see what happens.
process.exitCode =
  made <= 1
    ? await runPinned([...LUZHI, 'serve', '--sample', '--data', path.join(ROOT, 'data'), ...process.argv.slice(2)], {
        endWithParent: true,
      })
    : made;
