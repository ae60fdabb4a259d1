/**
 * A scheme looked at before it is published: uploaded, or a published one with some of its entries changed. All that
 * is wrong is told with its place, how many points there are, and what changes against the version before.
 */
import Type, { type Static } from 'typebox';
import { messages as formula } from '../engines/formula/index.ts';
import { add, bySeverity, printExact, sayInBoth, ZERO } from '../kernel/index.ts';
import { query, type Tx } from '../platform/index.ts';
import { Rule } from './contract.ts';
import { diffSchemes } from './diff.ts';
import { editFiles } from './edit-files.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { mayPublish } from './policy.ts';
import { SchemeFiles } from './publish-scheme.ts';
import { resolveScheme } from './resolve.ts';
import type { Scheme } from './scheme.ts';
import { findPublished, lastPublished, loadPublished, textsOf } from './schemes.store.ts';
import { readUploaded } from './uploaded.ts';

const said = sayInBoth({ zh, en }, formula);
const Word = Type.String({ minLength: 1, maxLength: 64 });
const strict = { additionalProperties: false } as const;

const Edit = Type.Object(
  {
    /** `['indicators', 'B3.1', 'points']`. */
    path: Type.Array(Type.Union([Type.String({ minLength: 1, maxLength: 100 }), Type.Integer({ minimum: 0 })]), {
      minItems: 1,
      maxItems: 12,
    }),
    /** Absent: the entry goes. */
    value: Type.Optional(
      Type.Union([Type.String({ maxLength: 20_000 }), Type.Array(Type.String(), { maxItems: 200 }), Rule]),
    ),
  },
  strict,
);

const CheckDraft = Type.Object(
  {
    /** Filed contents: YAML files, or a folder of them as a zip. */
    uploads: Type.Optional(
      Type.Array(
        Type.Object(
          { name: Type.String({ maxLength: 200 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
          strict,
        ),
        {
          minItems: 1,
          maxItems: 50,
        },
      ),
    ),
    files: Type.Optional(SchemeFiles),
    /** A published version to start from. */
    base: Type.Optional(Type.Object({ scheme: Word, version: Word }, strict)),
    edits: Type.Optional(Type.Array(Edit, { maxItems: 500 })),
  },
  strict,
);

/** Throws what reading uploads throws, `scheme.notPublished`, and `scheme.editNowhere`. */
export const checkDraft = query({
  name: 'scheme.draft.check',
  input: CheckDraft,
  may: mayPublish,
  async run(tx, input, { who, files: filed }) {
    const given = await startOf(tx, who.tenant, input, (uploads) => readUploaded(filed, uploads));
    const files = editFiles(given, input.edits ?? []);
    const { scheme, findings } = resolveScheme(textsOf(files));
    return {
      files,
      findings: said(findings.toSorted(bySeverity)),
      ...(scheme === undefined ? {} : await standing(tx, who.tenant, scheme)),
    };
  },
});

async function startOf(
  tx: Tx,
  tenant: number,
  { uploads, files, base }: Static<typeof CheckDraft>,
  read: (uploads: readonly { name: string; sha256: string }[]) => Promise<Readonly<Record<string, string>>>,
): Promise<Readonly<Record<string, string>>> {
  if (files !== undefined) return files;
  if (uploads !== undefined) return read(uploads);
  if (base === undefined) return read([]);
  await loadPublished(tx, tenant, base.scheme, base.version);
  return (await findPublished(tx, tenant, base.scheme, base.version))?.files ?? {};
}

/** Where a scheme without an error stands among those that were published. */
async function standing(tx: Tx, tenant: number, scheme: Scheme) {
  const { code, name, version, year, hash } = scheme;
  const same = await findPublished(tx, tenant, code, version);
  const before = await lastPublished(tx, tenant, code, version);
  const was = before && (await loadPublished(tx, tenant, code, before.version));
  const points = scheme.indicators.reduce((sum, each) => (each.leaf === undefined ? sum : add(sum, each.points)), ZERO);
  return {
    scheme: {
      code: code as string,
      name,
      version,
      year,
      points: printExact(points) ?? '',
      total: printExact(scheme.total) ?? '',
      indicators: scheme.indicators.length,
      items: scheme.items.size,
    },
    /** Whether the version is published: as it is here, or with another content. */
    published: same === undefined ? ('no' as const) : same.hash === hash ? ('same' as const) : ('other' as const),
    ...(was === undefined || before === undefined
      ? {}
      : { against: before.version, changes: diffSchemes(was, scheme) }),
  };
}
