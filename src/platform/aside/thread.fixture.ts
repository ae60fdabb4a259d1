/** A thread of the tests. */
import { tmpdir } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openBeside } from '../db/prepare.ts';
import { openFiles } from '../files/index.ts';
import { tell, write } from './actions.fixture.ts';
import { serveAside } from './serve-aside.ts';

if (parentPort !== null)
  serveAside(parentPort, { actions: [tell, write], db: openBeside(workerData), files: openFiles(tmpdir()) });
