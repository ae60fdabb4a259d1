/** The thread beside: the same stages on the same database and files, for what takes long. */
import { parentPort, workerData } from 'node:worker_threads';
import { openBeside, openFiles, scanWith, serveAside } from '../platform/index.ts';
import type { AsideGround } from './aside.ts';
import { ROUTES } from './routes.ts';

const { address, filesDir, scanner } = workerData as AsideGround;

if (parentPort !== null)
  serveAside(parentPort, {
    actions: ROUTES.map(({ action }) => action).filter(({ lane }) => lane !== undefined),
    db: openBeside(address),
    files: openFiles(filesDir, scanner === undefined ? undefined : scanWith(scanner)),
  });
