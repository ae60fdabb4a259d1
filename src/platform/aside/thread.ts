/** One thread beside the answers, from its start to its end, however it ends. */
import { Worker } from 'node:worker_threads';
import type { Lane } from '../action/action.ts';
import { PlatformProblem } from '../problems.ts';
import { type Ask, END, type Order, type Reply } from './contract.ts';
import { errorOf } from './fault.ts';

/** Of values that live on. A thread that wants more is ended by itself; the process goes on. */
const MOST_MB = 2_048;
/** Garbage not yet taken back, as for the whole process (`bin/luzhi`). */
const YOUNG_MB = 16;
/** For what it was doing when it was told to end. */
const END_LIMIT_MS = 30_000;

interface Waiting {
  resolve(out: unknown): void;
  reject(error: Error): void;
}

export interface Thread {
  /** How many answers are waited for. */
  readonly waiting: number;
  /** Throws what was thrown there; `platform.asideLost` when the thread ended before it answered. */
  ask(ask: Omit<Ask, 'id'>): Promise<unknown>;
  /** Lets it finish. */
  end(): Promise<void>;
}

/** `lost` is told when it ended without being told to, with the fault where there was one. */
export function startThread(lane: Lane, entry: URL, ground: unknown, lost: (error: unknown) => void): Thread {
  const worker = new Worker(entry, {
    name: lane,
    workerData: ground,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const pending = new Map<number, Waiting>();
  let [last, ending, fault]: [number, boolean, unknown] = [0, false, undefined];
  worker.on('message', (reply: Reply) => {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if ('fault' in reply) waiting?.reject(errorOf(reply.fault));
    else waiting?.resolve(reply.out);
  });
  worker.on('error', (error) => {
    fault = error;
  });
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      for (const { reject } of pending.values()) reject(PlatformProblem.asideLost({}));
      pending.clear();
      if (!ending) lost(fault);
      resolve();
    });
  });
  const send = (order: Order): void => worker.postMessage(order);
  return {
    get waiting() {
      return pending.size;
    },
    ask: (ask) =>
      new Promise((resolve, reject) => {
        last += 1;
        send({ ...ask, id: last });
        pending.set(last, { resolve, reject });
      }),
    async end() {
      ending = true;
      send(END);
      const limit = setTimeout(() => worker.terminate(), END_LIMIT_MS);
      await gone;
      clearTimeout(limit);
    },
  };
}
