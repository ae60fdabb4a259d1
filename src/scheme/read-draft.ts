/** A draft without an error as a published scheme is looked at, so that its entries can be changed one by one. */
import Type from 'typebox';
import { query } from '../platform/index.ts';
import { mayPublish } from './policy.ts';
import { invalidScheme } from './problems.ts';
import { SchemeFiles } from './publish-scheme.ts';
import { sayScheme } from './read-scheme.ts';
import { resolveScheme } from './resolve.ts';
import { textsOf } from './schemes.store.ts';

/** Throws `scheme.invalid`. */
export const readDraft = query({
  name: 'scheme.draft.read',
  input: Type.Object({ files: SchemeFiles }, { additionalProperties: false }),
  may: mayPublish,
  async run(_, { files }) {
    const { scheme, findings } = resolveScheme(textsOf(files));
    if (scheme === undefined) throw invalidScheme('', findings);
    return sayScheme(scheme);
  },
});
