/** `npm run bench`: Luzhi and its peers on the same work in one run, as a table. */
import path from 'node:path';
import { ensureInstalled, LUZHI, ROOT, runPinned } from './setup.mjs';
import { ensureWebBuilt } from './web.mjs';

ensureInstalled();
ensureWebBuilt();
process.exitCode = await runPinned(['--expose-gc', path.join(ROOT, 'bench/main.ts'), ...LUZHI]);
