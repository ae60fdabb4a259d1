/** `npm test`: every check there is. Its last line is `N passed, N failed`. */
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureOffice } from './office.mjs';
import { ensureInstalled, ROOT, runPinned } from './setup.mjs';
import { ensureWebBuilt } from './web.mjs';

ensureInstalled();
ensureOffice();
ensureBrowser();
ensureWebBuilt();
process.chdir(ROOT);
process.exitCode = await runPinned([
  path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
  'run',
  ...process.argv.slice(2),
]);
