/** Starts the server, and again when it ends by itself (out of memory, killed by hand): pools connect anew. */
import type { Log } from './contract.ts';
import type { Place } from './place.ts';
import { type Address, clearOrphan, endProcess, send, startPostmaster } from './postmaster.ts';
import { RESTART_WINDOW_MS, RESTARTS } from './settings.ts';

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
  const start = () => startPostmaster(place, native, address, record);
  let current = await start();
  let ending = false;
  log('embedded.ready', { pid: current.pid });

  // A process that ends without `stop` (an exception nobody caught) takes its server along.
  const endWithUs = (): void => send(current.pid, 'SIGINT');
  process.once('exit', endWithUs);

  const watch = async (): Promise<void> => {
    const falls: number[] = [];
    for (;;) {
      await current.ended;
      if (ending) return;
      const now = performance.now();
      falls.push(now);
      log('embedded.fell', { pid: current.pid });
      if (falls.filter((at) => at > now - RESTART_WINDOW_MS).length > RESTARTS) return;
      await clearOrphan(place, native, log);
      current = await start();
      if (ending) return;
      log('embedded.ready', { pid: current.pid });
    }
  };
  const watched = watch().catch((error: Error) => log('embedded.lost', { fault: error.message }));

  return async () => {
    ending = true;
    process.off('exit', endWithUs);
    current.hold();
    await endProcess(current.pid, place.account, place.cluster, native);
    await watched;
    // One that was being started when the end was asked for.
    await endProcess(current.pid, place.account, place.cluster, native);
  };
}
