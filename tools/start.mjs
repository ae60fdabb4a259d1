/** `npm start`: the main job on the clean sample, from nothing to a finished report. */
import path from 'node:path';
import { ensureInstalled, ROOT, runPinned } from './setup.mjs';

ensureInstalled();
runPinned([path.join(ROOT, 'src/cli/main.ts'), 'demo', path.join(ROOT, 'out'), ...process.argv.slice(2)]);
