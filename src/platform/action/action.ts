/**
 * The one form of everything that changes something. HTTP, the command line and jobs all call `perform`: input is
 * parsed, what it speaks of is loaded, the right is asked, the change is made and its audit row written, in one
 * transaction with one verdict. A write without an audit row does not type-check.
 */
import type { Static, TSchema } from 'typebox';
import type { Who } from '../access/contract.ts';
import { recordAudit } from '../audit/record.ts';
import type { Db } from '../db/connect.ts';
import type { Files, FilesAtHand } from '../files/contract.ts';
import { PlatformProblem } from '../problems.ts';
import { parseInput } from './input.ts';
import { answerOnce } from './once.ts';
import { type Tx, transact } from './transact.ts';

/** Everything an action may know beside its input. */
export interface Performing {
  readonly db: Db;
  readonly files: Files;
  readonly who: Who;
  readonly now: Date;
  /** Idempotency-Key: the same key and input are answered once and the answer is given again. */
  readonly key?: string;
}
export interface By extends Pick<Performing, 'who' | 'now'> {
  readonly files: FilesAtHand;
}

/** `long` work takes seconds, `short` some tenths of one; each has a thread, so that short work does not wait for long. */
export type Lane = 'long' | 'short';

export interface ActionParts<S extends TSchema, Loaded, Out> {
  /** `collect.figure.save`: stage, noun, verb. */
  readonly name: string;
  readonly input: S;
  /** Where it takes longer than others may wait; the server then performs it beside. */
  readonly lane?: Lane;
  /** A job before it begins, so that another process does it where this one dies; see `openQueue`. */
  readonly queued?: true;
  /** Reads what the input names; throws the stage's own problem when it is not there or not to be seen. */
  load(tx: Tx, input: Static<S>, by: By): Promise<Loaded>;
  may(who: Who, loaded: Loaded, input: Static<S>): boolean;
  run(tx: Tx, input: Static<S>, loaded: Loaded, by: By): Promise<Out>;
  audit(out: Out, input: Static<S>, loaded: Loaded): { readonly about: string; readonly detail: unknown };
}

export interface Action<S extends TSchema = TSchema, Out = unknown> {
  readonly name: string;
  readonly input: S;
  readonly writes: boolean;
  readonly lane?: Lane;
  readonly queued?: true;
  perform(performing: Performing, input: unknown): Promise<Out>;
}

export const hasLane = <S extends TSchema, Out>(
  action: Action<S, Out>,
): action is Action<S, Out> & { readonly lane: Lane } => action.lane !== undefined;

export function action<S extends TSchema, Loaded, Out>(parts: ActionParts<S, Loaded, Out>): Action<S, Out> {
  const { name, input: schema, lane, queued } = parts;
  return {
    name,
    input: schema,
    writes: true,
    ...(lane === undefined ? {} : { lane }),
    ...(queued === undefined ? {} : { queued }),
    async perform({ db, files, who, now, key }, given) {
      const input = parseInput(schema, given);
      const sent = files.sentBy(who);
      const by = { who, now, files: { ...files, ...sent } };
      return transact(db, who, (tx) =>
        answerOnce(tx, { ...by, name, input, key }, async () => {
          const loaded = await parts.load(tx, input, by);
          if (!parts.may(who, loaded, input)) throw PlatformProblem.forbidden({ action: name });
          const out = await parts.run(tx, input, loaded, by);
          await sent.keep();
          recordAudit(tx, by, name, parts.audit(out, input, loaded));
          return out;
        }),
      );
    },
  };
}

/** Reads: the same without an audit row. */
export function query<S extends TSchema, Out>(
  parts: Pick<ActionParts<S, undefined, Out>, 'name' | 'input' | 'lane'> & {
    may(who: Who, input: Static<S>): boolean;
    run(tx: Tx, input: Static<S>, by: By): Promise<Out>;
  },
): Action<S, Out> {
  const { name, input: schema, lane } = parts;
  return {
    name,
    input: schema,
    writes: false,
    ...(lane === undefined ? {} : { lane }),
    async perform({ db, files, who, now }, given) {
      const input = parseInput(schema, given);
      if (!parts.may(who, input)) throw PlatformProblem.forbidden({ action: name });
      // What is read for seconds must be of one moment, or its revision would not be what it says.
      const view = lane === 'long' ? 'still' : 'moving';
      return transact(
        db,
        who,
        (tx) => parts.run(tx, input, { who, now, files: { ...files, ...files.sentBy(who) } }),
        view,
      );
    },
  };
}
