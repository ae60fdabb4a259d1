/** The other side: performs what it is asked, one transaction each, until it is told to end. */
import { constants, setPriority } from 'node:os';
import { type MessagePort, threadName } from 'node:worker_threads';
import type { Action, Lane } from '../action/action.ts';
import { toJson } from '../action/json.ts';
import type { Db } from '../db/connect.ts';
import type { Files } from '../files/contract.ts';
import { type Ask, END, type Order, type Reply } from './contract.ts';
import { faultOf } from './fault.ts';

interface Serving {
  readonly actions: readonly Action[];
  readonly db: Db;
  readonly files: Files;
}

export function serveAside(port: MessagePort, { actions, db, files }: Serving): void {
  // Where cores are few, answers and the database go first. Linux sets it for this thread, others for the whole process.
  if (threadName === ('long' satisfies Lane) && process.platform === 'linux')
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const known = new Map(actions.map((action) => [action.name, action]));
  const running = new Set<Promise<void>>();

  async function answer({ id, name, input, printed, ...by }: Ask): Promise<void> {
    const told = (reply: Reply, handed: ArrayBuffer[] = []): void => port.postMessage(reply, handed);
    try {
      const action = known.get(name);
      if (action === undefined) throw new Error(`no such action aside: ${name}`);
      const out = await action.perform({ ...by, db, files }, input);
      if (!printed) return told({ id, out });
      const bytes = new TextEncoder().encode(toJson(out));
      told({ id, out: bytes }, [bytes.buffer]);
    } catch (error) {
      told({ id, fault: faultOf(error) });
    }
  }

  port.on('message', async (order: Order) => {
    if (order === END) {
      await Promise.all(running);
      await db.destroy();
      port.close();
      return;
    }
    const done = answer(order).finally(() => running.delete(done));
    running.add(done);
  });
}
