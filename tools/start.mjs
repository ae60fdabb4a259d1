/** `npm start`: the main job on the clean sample, from nothing to a finished report. */
import path from 'node:path';
import { ensureInstalled, LUZHI, ROOT, runPinned } from './setup.mjs';

ensureInstalled();
runPinned([...LUZHI, 'demo', path.join(ROOT, 'out'), ...process.argv.slice(2)]);
