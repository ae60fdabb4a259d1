/**
 * A version of a report sealed into one file, with all it was made from and the audit chain up to now, rows of other
 * rounds by their digests alone: `luzhi verify` holds it against itself wherever it is.
 */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { type AuditRow, action, auditChain } from '../../platform/index.ts';
import { publishedTexts } from '../../scheme/index.ts';
import type { TraceFile } from '../contract.ts';
import { issuedCopy } from '../filed/issued.ts';
import { mayReadReports } from '../filed/policy.ts';
import type { Registration } from '../filed/registration.ts';
import { aboutsOfRound, findSnapshot, findVersion } from '../filed/reports.store.ts';
import { ReportProblem } from '../problems.ts';
import { writeAuditLines } from './audit-lines.ts';
import { CONTENTS, packBundle, SCHEME_FOLDER } from './pack.ts';

/** Throws `report.missing`. */
export const bundleReport = action({
  name: 'report.bundle',
  lane: 'long',
  queued: true,
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
    },
    { additionalProperties: false },
  ),
  async load(tx, { round, report, version }, { who }) {
    const found = await findVersion(tx, { tenant: who.tenant, round, report }, version);
    if (found === undefined) throw ReportProblem.missing({ report });
    return { found, context: await loadRound(tx, who.tenant, round) };
  },
  may: (who) => mayReadReports(who),
  async run(tx, _, { found, context: { round, scheme, register } }, { who, now, files }) {
    const snapshot = await findSnapshot(tx, who.tenant, round.round, found.snapshot);
    const abouts = await aboutsOfRound(tx, who.tenant, round.round);
    const ofRound = ({ about }: AuditRow): boolean => abouts.has(about) || about.split(' ').includes(round.round);
    const chain = await auditChain(tx, who.tenant, ofRound);
    const docx = await files.read(found.docx);
    const traced = await files.read(found.trace);
    const trace = JSON.parse(Buffer.from(traced).toString('utf8')) as TraceFile;
    const contents = new Map<string, Uint8Array>([
      [CONTENTS.data, await files.read(snapshot.content)],
      [CONTENTS.results, await files.read(snapshot.results)],
      [CONTENTS.template, await files.read(found.template)],
      [CONTENTS.report, docx],
      [CONTENTS.issued, issuedCopy({ docx, trace, filing: found.filing }, CONTENTS.report)],
      [CONTENTS.reading, await files.read(found.html)],
      [CONTENTS.trace, traced],
      [CONTENTS.audit, writeAuditLines(chain.rows)],
    ]);
    for (const { file, text } of await publishedTexts(tx, who.tenant, round.scheme, round.version))
      contents.set(`${SCHEME_FOLDER}${file}`, Buffer.from(text));
    const { bytes, manifest } = packBundle(
      {
        tenant: who.tenant,
        evaluee: register.unitOf(round.evaluee)?.name ?? '',
        round: round.round,
        report: found.report,
        version: found.version,
        kind: found.kind,
        state: found.state,
        ...signedOf(found.filing),
        scheme: scheme.code,
        schemeVersion: scheme.version,
        schemeHash: scheme.hash,
        rules: snapshot.rules,
        asOf: round.as_of,
        sealedAt: now.toISOString(),
        auditHead: chain.head,
      },
      contents,
    );
    const { sha256, size } = await files.put(bytes);
    return { sha256, size, seal: manifest.seal, version: found.version };
  },
  audit: ({ sha256, seal, version }, { report }) => ({ about: `report ${report}`, detail: { version, sha256, seal } }),
});

const signedOf = ({ number, signatory, signedOn }: Registration) =>
  number === undefined || signatory === undefined
    ? {}
    : { signed: { number, signatory, ...(signedOn === undefined ? {} : { signedOn }) } };
