/**
 * What an action's answer is to whoever reads it as JSON: the one truth the browser's types come from. Each stage names
 * its answers in `replies.ts`, by types alone, so that nothing of the server goes to the browser.
 */
import type { TSchema } from 'typebox';
import type { Action } from './action.ts';

/** As `toJson` writes it: whole numbers of the database and instants are text. */
export type Json<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends bigint | Date
    ? string
    : T extends readonly (infer Each)[]
      ? readonly Json<Each>[]
      : T extends object
        ? { readonly [Key in keyof T]: Json<T[Key]> }
        : T;

export type Answered<A> = A extends Action<TSchema, infer Out> ? Json<Out> : never;
