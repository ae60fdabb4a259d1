/**
 * An action whose input or answer holds a password, a PIN or another secret. Of keyed requests the answer is kept in
 * the clear, to be given again, and a fast hash of the input; so here the key is dropped, and a second request is one.
 */
import type { TSchema } from 'typebox';
import type { Action } from '../action/action.ts';

export const withoutKey = <S extends TSchema, Out>(secretive: Action<S, Out>): Action<S, Out> => ({
  ...secretive,
  perform: ({ key: _, ...performing }, input) => secretive.perform(performing, input),
});
