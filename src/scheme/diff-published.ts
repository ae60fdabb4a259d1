/** What changed from one published version to another, of the same scheme or of one that follows it under another code. */
import Type from 'typebox';
import { query } from '../platform/index.ts';
import { diffSchemes } from './diff.ts';
import { mayReadSchemes } from './policy.ts';
import { loadPublished } from './schemes.store.ts';

const Word = Type.String({ maxLength: 64 });

/** From `before`/`from` to `scheme`/`version`. Throws `scheme.notPublished`. */
export const diffPublished = query({
  name: 'scheme.versions.diff',
  input: Type.Object(
    {
      scheme: Word,
      version: Word,
      from: Word,
      /** Absent: the same scheme. */
      before: Type.Optional(Word),
    },
    { additionalProperties: false },
  ),
  may: mayReadSchemes,
  async run(tx, { scheme, version, from, before = scheme }, { who }) {
    const was = await loadPublished(tx, who.tenant, before, from);
    return diffSchemes(was, await loadPublished(tx, who.tenant, scheme, version));
  },
});
