/** What was published, newest first. */
import Type from 'typebox';
import { query } from '../platform/index.ts';
import { mayReadSchemes } from './policy.ts';
import { listPublished } from './schemes.store.ts';

export const listSchemes = query({
  name: 'scheme.schemes.list',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadSchemes,
  run: (tx, _, { who }) => listPublished(tx, who.tenant),
});
