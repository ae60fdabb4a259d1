/** Reports of a round, one version with its findings, and its files. */
import Type from 'typebox';
import { issueCopy } from '../../engines/word/index.ts';
import { type By, query, type Tx } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { mayReadReports } from './policy.ts';
import { findVersion, listVersions } from './reports.store.ts';

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

export const listReports = query({
  name: 'report.reports.list',
  input: Type.Object({ round: Round }, strict),
  may: mayReadReports,
  run: (tx, { round }, { who }) => listVersions(tx, who.tenant, round),
});

export const readReport = query({
  name: 'report.read',
  input: Type.Object(Which, strict),
  may: mayReadReports,
  run: versionOf,
});

const FORMS = ['docx', 'html', 'trace', 'issued'] as const;

/** The file of a version in one of its forms; `issued` is the copy that leaves the office. */
export const downloadReport = query({
  name: 'report.download',
  input: Type.Object({ ...Which, form: Type.Enum([...FORMS]) }, strict),
  may: mayReadReports,
  async run(tx, asked, by) {
    const row = await versionOf(tx, asked, by);
    const { form } = asked;
    const content = await by.files.read(form === 'issued' ? row.docx : row[form]);
    return { form, version: row.version, content: form === 'issued' ? issueCopy(content, 'report.docx') : content };
  },
});
