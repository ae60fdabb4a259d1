/**
 * What a bundle says it holds. `seal` is the SHA-256 of the manifest without it, so that one short line, written down
 * or printed beside the report, holds the whole: every content by its hash, and the audit chain by its head.
 */
import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';

const Text = Type.String({ maxLength: 1_000 });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const strict = { additionalProperties: false } as const;

const Manifest = Type.Object(
  {
    bundle: Type.Literal(1),
    tenant: Type.Integer({ minimum: 1 }),
    evaluee: Text,
    round: Text,
    report: Text,
    version: Type.Integer({ minimum: 1 }),
    kind: Text,
    state: Text,
    /** What the issued copy says where the report keeps places; absent until the report is signed. */
    signed: Type.Optional(Type.Object({ number: Text, signatory: Text, signedOn: Type.Optional(Text) }, strict)),
    scheme: Text,
    schemeVersion: Text,
    schemeHash: Text,
    rules: Type.Integer({ minimum: 1 }),
    asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    sealedAt: Text,
    auditHead: Hash,
    contents: Type.Array(Type.Object({ name: Text, sha256: Hash, size: Type.Integer({ minimum: 0 }) }, strict), {
      maxItems: 1_000,
    }),
    seal: Hash,
  },
  strict,
);
export type Manifest = Static<typeof Manifest>;

export const MANIFEST = 'manifest.json';

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

export function sealed(manifest: Omit<Manifest, 'seal'>): Manifest {
  return { ...manifest, seal: sealOf(manifest) };
}

/** In the order the fields were written; JSON keeps it. */
export function sealOf(manifest: Omit<Manifest, 'seal'>): string {
  const { seal: _, ...plain } = manifest as Manifest;
  return hashOf(Buffer.from(JSON.stringify(plain)));
}

/** Undefined for anything that is no manifest. */
export function parseManifest(content: Uint8Array | undefined): Manifest | undefined {
  if (content === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
    return Value.Check(Manifest, read) ? read : undefined;
  } catch {
    return undefined;
  }
}
