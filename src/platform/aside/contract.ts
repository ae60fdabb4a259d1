/** What crosses between the thread that answers and the one beside it; all of it as copies. */

import type { ExitStatus, Finding, Problem } from '../../kernel/index.ts';
import type { Who } from '../access/contract.ts';

export interface Ask {
  readonly id: number;
  /** Of the action. */
  readonly name: string;
  readonly who: Who;
  readonly now: Date;
  readonly key?: string;
  readonly input: unknown;
  /** Answered as the bytes of its JSON, which are handed over instead of copied. */
  readonly printed: boolean;
}

/** Finishes what it was asked, then ends. */
export const END = 'end';
export type Order = Ask | typeof END;

export type Reply = { readonly id: number; readonly out: unknown } | { readonly id: number; readonly fault: Fault };

/** What was thrown. Of errors that are no problems, what the door tells them apart by. */
export type Fault =
  | {
      readonly problem: Pick<Problem, 'code' | 'status' | 'data' | 'at'> & {
        readonly exit: ExitStatus;
        readonly findings?: readonly Finding[];
      };
    }
  | { readonly error: Readonly<Record<string, unknown>> };
