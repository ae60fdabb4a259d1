/** A connection of its own on which the database says what changed; it comes back by itself when it was lost. */
import pg from 'pg';
import { ENDED_CHANNEL } from '../../platform/index.ts';

export const CHANNEL = 'luzhi_change';
/** A task went a step on its way, which moves no result by itself. */
export const STEP_CHANNEL = 'luzhi_step';
const AGAIN_MS = 1_000;

export interface Told {
  readonly tenant: number;
  readonly round: string;
  readonly revision: bigint;
}

export interface Step {
  readonly tenant: number;
  readonly round: string;
  readonly unit: number;
}

export interface Listening {
  close(): Promise<void>;
}

/** `ended`: a way in of the account was taken away. `missed` is called whenever listening began (again): what was said before was not heard. */
export function listen(
  config: pg.ClientConfig,
  { heard, ended, missed }: { heard(told: Told | Step): void; ended(account: string): void; missed(): void },
): Listening {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  function begin(): void {
    // A pool keeps its password from being listed, so it is not copied with the rest.
    const current = new pg.Client({ ...config, ...passwordOf(config), keepAlive: true });
    client = current;
    let lost = false;
    const lose = (): void => {
      if (lost || closed) return;
      lost = true;
      current.end().catch(() => {});
      timer = setTimeout(begin, AGAIN_MS);
    };
    current.on('error', lose);
    current.on('end', lose);
    current.on('notification', ({ channel, payload }) => {
      if (channel === ENDED_CHANNEL) ended(payload ?? '');
      const told = channel === STEP_CHANNEL ? readStep(payload ?? '') : readPayload(payload ?? '');
      if (told !== undefined) heard(told);
    });
    current
      .connect()
      .then(() => current.query(`listen ${CHANNEL}; listen ${STEP_CHANNEL}; listen ${ENDED_CHANNEL}`))
      .then(missed, lose);
  }

  begin();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

const passwordOf = ({ password }: pg.ClientConfig): pg.ClientConfig => (password === undefined ? {} : { password });

/** `tenant round revision`. */
export function readPayload(payload: string): Told | undefined {
  const words = /^(\d{1,9}) ([a-z0-9-]{1,64}) (\d{1,18})$/.exec(payload);
  if (words === null) return undefined;
  const [, tenant = '', round = '', revision = ''] = words;
  return { tenant: Number(tenant), round, revision: BigInt(revision) };
}

/** `tenant round unit`. */
function readStep(payload: string): Step | undefined {
  const words = readPayload(payload);
  return words === undefined ? undefined : { tenant: words.tenant, round: words.round, unit: Number(words.revision) };
}
