/** What a thread beside opens its database and files by. */
import type pg from 'pg';
import { type Aside, openAside } from '../platform/index.ts';

export interface AsideGround {
  readonly address: pg.PoolConfig;
  readonly filesDir: string;
  /** As of `GroundOpening`. */
  readonly scanner?: string;
}

export const openThreads = (ground: AsideGround, failed: (error: unknown) => void): Aside =>
  openAside({ entry: new URL('./aside-thread.ts', import.meta.url), ground, failed });
