/** A scheme published: checked whole, frozen, and never changed again under its version. */
import Type from 'typebox';
import { action } from '../platform/index.ts';
import { mayPublish } from './policy.ts';
import { invalidScheme, SchemeProblem } from './problems.ts';
import { resolveScheme } from './resolve.ts';
import { addPublished, findPublished, textsOf } from './schemes.store.ts';

const FileName = '^[\\p{L}\\p{N}._-]{1,100}\\.yaml$';

/** Name -> text. */
export const SchemeFiles = Type.Record(Type.String({ pattern: FileName }), Type.String({ maxLength: 2_000_000 }), {
  maxProperties: 50,
  additionalProperties: false,
});

export const PublishScheme = Type.Object({ files: SchemeFiles }, { additionalProperties: false });

/** Throws `scheme.invalid` with all findings, and `scheme.versionTaken` for another content under a published version. */
export const publishScheme = action({
  name: 'scheme.publish',
  input: PublishScheme,
  async load() {},
  may: mayPublish,
  async run(tx, { files }, _, { who, now }) {
    const { scheme, findings } = resolveScheme(textsOf(files));
    if (scheme === undefined) throw invalidScheme('', findings);
    const { code, version, year, hash } = scheme;
    const before = await findPublished(tx, who.tenant, code, version);
    if (before !== undefined && before.hash !== hash) throw SchemeProblem.versionTaken({ scheme: code, version });
    const row = { tenant: who.tenant, scheme: code as string, version, year, hash, files };
    if (before === undefined) await addPublished(tx, { ...row, published_at: now, published_by: who.account });
    return { scheme: code as string, version, year, hash, findings };
  },
  audit: ({ scheme, version, hash }) => ({ about: `${scheme}/${version}`, detail: { hash } }),
});
