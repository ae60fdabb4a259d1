/** `npm run test:reliability`: the system killed a hundred times in the middle of work. */
import path from 'node:path';
import { ensureInstalled, ROOT, runPinned } from './setup.mjs';

ensureInstalled();
process.chdir(ROOT);
process.env.LUZHI_KILLS ??= '100';
process.exitCode = await runPinned([path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', 'test/reliability']);
