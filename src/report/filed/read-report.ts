/** Reports of a round, one version with its findings, and its files. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { unmarkDraft } from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import { type By, behind, PAGING, query, type Tx } from '../../platform/index.ts';
import type { TraceFile } from '../contract.ts';
import { isDraftLine } from '../draft-line.ts';
import { ReportProblem } from '../problems.ts';
import { asSigned, issuedCopy } from './issued.ts';
import { mayReadReports } from './policy.ts';
import { findVersion, listVersions } from './reports.store.ts';
import { namingUnits, reportSpeaker } from './speaker.ts';
import { isSent } from './stations.ts';
import { withUnresolved } from './unresolved.ts';

const Round = Type.String({ maxLength: 64 });
const strict = { additionalProperties: false } as const;
const Which = {
  round: Round,
  report: Type.String({ format: 'uuid' }),
  version: Type.Optional(Type.Integer({ minimum: 1 })),
};
interface Asked {
  readonly round: string;
  readonly report: string;
  readonly version?: number;
}

const versionOf = async (tx: Tx, { round, report, version }: Asked, { who }: By) => {
  const found = await findVersion(tx, { tenant: who.tenant, round, report }, version);
  if (found === undefined) throw ReportProblem.missing({ report });
  return found;
};

type Row = Awaited<ReturnType<typeof versionOf>>;

async function inForm(tx: Tx, { who, files }: By, form: string, row: Row, content: Uint8Array): Promise<Uint8Array> {
  if (form === 'issued' || form === 'pdf') {
    const trace = JSON.parse(Buffer.from(await files.read(row.trace)).toString('utf8')) as TraceFile;
    const filed = { docx: content, trace, filing: row.filing };
    return form === 'pdf' ? asSigned(filed) : issuedCopy(filed, 'report.docx');
  }
  if (form !== 'submitted') return content;
  const { scheme, register } = await loadRound(tx, who.tenant, row.round);
  const say = namingUnits(reportSpeaker(scheme), (unit) => register.tree.find(unit as never)?.name);
  const sent = isSent(row.state) ? unmarkDraft(content, 'report.docx', isDraftLine) : content;
  const { reason = '', by = '' } = row.filing as { readonly reason?: string; readonly by?: string };
  return withUnresolved(sent, row.findings as readonly Finding[], { reason, by }, say);
}

export const listReports = query({
  name: 'report.reports.list',
  input: Type.Object({ round: Round, ...PAGING }, strict),
  may: mayReadReports,
  async run(tx, { round, after, limit }, { who }) {
    const versions = await listVersions(tx, who.tenant, round);
    return behind(versions, ({ report, version }) => `${report}:${version}`, after).slice(0, limit);
  },
});

export const readReport = query({
  name: 'report.read',
  input: Type.Object(Which, strict),
  may: mayReadReports,
  run: versionOf,
});

const FORMS = ['docx', 'html', 'trace', 'issued', 'submitted', 'pdf'] as const;

/**
 * The file of a version in one of its forms: `issued` is the copy that leaves the office, `submitted` the one that
 * goes for approval with what is not settled, `pdf` is given as the Word file it is made from.
 */
export const downloadReport = query({
  name: 'report.download',
  input: Type.Object({ ...Which, form: Type.Enum([...FORMS]) }, strict),
  may: mayReadReports,
  async run(tx, asked, by) {
    const row = await versionOf(tx, asked, by);
    const { form } = asked;
    const content = await by.files.read(form === 'html' || form === 'trace' ? row[form] : row.docx);
    return { form, version: row.version, content: await inForm(tx, by, form, row, content) };
  },
});
