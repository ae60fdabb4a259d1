/** Starts the server, and again when it ends by itself (killed, out of memory, disk full): pools connect anew. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '../../kernel/index.ts';
import type { Address } from './address.ts';
import type { Log } from './contract.ts';
import type { Place } from './place.ts';
import { clearOrphan, endProcess, type Started, send, startPostmaster } from './postmaster.ts';
import { RESTART_LIMIT_MS, RESTART_MS, STEADY_MS } from './settings.ts';

interface Server {
  readonly place: Place;
  readonly native: string;
  readonly address: Address;
  /** File the server writes its own record to. */
  readonly record: string;
  readonly log: Log;
}

/** Settles when the first start is done; gives the end of it all. */
export async function keepRunning({ place, native, address, record, log }: Server): Promise<() => Promise<void>> {
  const start = async (): Promise<Started> => {
    const started = await startPostmaster(place, native, address, record);
    log('embedded.ready', { pid: started.pid });
    return started;
  };
  let current = await start();
  const ending = new AbortController();

  // A process that ends without `stop` (an exception nobody caught) takes its server along.
  const endWithUs = (): void => send(current.pid, 'SIGINT');
  process.once('exit', endWithUs);

  /** Undefined: the end was asked for while waiting. */
  const startAgain = async (first: number): Promise<Started | undefined> => {
    for (let wait = first; ; wait = Math.min(wait * 2, RESTART_LIMIT_MS)) {
      await pause(wait, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return undefined;
      try {
        await clearOrphan(place, native, log);
        return await start();
      } catch (error) {
        const { code, message } = error as Problem;
        log('embedded.refused', { fault: code ?? message, record });
      }
    }
  };

  const watched = (async () => {
    for (let wait = RESTART_MS; ; wait = Math.min(wait * 2, RESTART_LIMIT_MS)) {
      const since = performance.now();
      await current.ended;
      if (ending.signal.aborted) return;
      log('embedded.fell', { pid: current.pid });
      if (performance.now() - since > STEADY_MS) wait = RESTART_MS;
      const again = await startAgain(wait);
      if (again === undefined) return;
      current = again;
    }
  })();

  return async () => {
    ending.abort();
    process.off('exit', endWithUs);
    current.hold();
    await endProcess(current.pid, place.account, place.cluster, native);
    await watched;
  };
}
