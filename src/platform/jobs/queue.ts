/**
 * Actions that take seconds, each a job before it begins. Whoever asks waits for the answer as for any other; where this
 * process dies under it, another takes the job over and does it once, with the rights its account has by then.
 */
import { randomUUID } from 'node:crypto';
import type { TSchema } from 'typebox';
import { standAgain } from '../access/stand-again.ts';
import type { Action, Performing } from '../action/action.ts';
import { parseInput } from '../action/input.ts';
import type { Handler } from './contract.ts';
import { doAtOnce, isVerdict, type Keeping } from './work.ts';

/** How an action is performed here: on a thread beside the answers. */
export type Carry = <Out>(
  action: Action<TSchema, Out>,
  by: Pick<Performing, 'who' | 'now' | 'key'>,
  input: unknown,
) => Promise<Out>;

export interface Queue {
  /** Throws what the action throws, and `platform.inputRefused` before there is a job. */
  readonly perform: Carry;
  /** Of jobs whose process died. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

/** What a job keeps of the request. */
interface Asked {
  readonly person: string;
  readonly address: string;
  readonly key?: string;
  /** As JSON text: a column of JSON would change the order of fields, and with it what the key is compared by. */
  readonly input: string;
}

export function openQueue(shop: Keeping, actions: readonly Action[], carry: Carry): Queue {
  const worker = randomUUID();
  return {
    async perform(action, { who, now, key }, given) {
      const input = JSON.stringify(parseInput(action.input, given));
      const { tenant, account: author, person, address } = who;
      const asked: Asked = { person, address, ...(key === undefined ? {} : { key }), input };
      return doAtOnce(shop, { tenant, kind: action.name, input: asked, author }, worker, ({ job }) =>
        carry(action, { who, now, key: keyOf(asked, job) }, JSON.parse(input)),
      );
    },
    handlers: new Map(
      actions.filter(({ queued }) => queued).map((action) => [action.name, takeOver(shop, action, carry)] as const),
    ),
  };
}

const takeOver =
  ({ db }: Keeping, action: Action, carry: Carry): Handler =>
  async ({ tenant, job, author, input }, now) => {
    const asked = input as Asked;
    const who = author === null ? undefined : await standAgain(db, { ...asked, tenant, account: author }, now);
    if (who === undefined) return { code: 'access.accountClosed' };
    try {
      await carry(action, { who, now, key: keyOf(asked, job) }, JSON.parse(asked.input));
      return undefined;
    } catch (error) {
      if (!isVerdict(error)) throw error;
      return { code: error.code, data: error.data };
    }
  };

/** Under it the deed is done once, however often it is begun. Keys of requests have no space. */
const keyOf = ({ key }: Asked, job: string): string => key ?? `job ${job}`;
