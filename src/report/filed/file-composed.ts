/** One composed version filed: rendered, its contents kept by hash, its snapshot beside it. */
import { openWord, readParagraphs } from '../../engines/word/index.ts';
import type { RoundEvaluation } from '../../evaluate/index.ts';
import type { Finding } from '../../kernel/index.ts';
import { type By, type Tx, toJson } from '../../platform/index.ts';
import { reportHtml } from '../html.ts';
import { makeReport } from '../make.ts';
import { addVersion, type NewVersion } from './reports.store.ts';
import { freeze } from './snapshot.ts';
import { reportSpeaker } from './speaker.ts';
import { summaryOf } from './summary.ts';

type Asked = Pick<NewVersion, 'report' | 'version' | 'kind' | 'template' | 'filing'> & {
  /** 数据时点 as printed, where it is not the round's own day. */
  readonly asOf?: string;
};

export interface FiledReport {
  readonly report: string;
  readonly version: number;
  readonly draft: boolean;
  readonly findings: number;
  readonly docx: string;
}

/** `noted`: what was found before it was rendered. Throws what keeps a report from being made. */
export async function fileComposed(
  tx: Tx,
  evaluated: RoundEvaluation,
  by: By,
  { asOf, ...asked }: Asked,
  noted: readonly Finding[] = [],
): Promise<FiledReport> {
  const { round, scheme, submission, evaluation } = evaluated;
  const template = { file: 'template.docx', bytes: await by.files.read(asked.template) };
  const name = asked.kind === 'correction' ? `${round.name}（更正）.docx` : `${round.name}.docx`;
  const made = makeReport({ scheme, submission, evaluation, asOf: asOf ?? round.as_of, template, name });
  const keep = async (content: Uint8Array | string): Promise<string> =>
    (await by.files.put(typeof content === 'string' ? Buffer.from(content) : content)).sha256;
  const docx = await keep(made.docx);
  const html = await keep(reportHtml(made, reportSpeaker(scheme)));
  const trace = await keep(toJson(made.trace));
  const snapshot = await freeze(tx, evaluated, by);
  const findings = [...evaluation.results.findings, ...noted, ...made.findings];
  const { account: author, person } = by.who;
  const key = { tenant: round.tenant, round: round.round };
  const summary = summaryOf(readParagraphs(openWord(made.docx, name)), findings, made.trace);
  const filed = { snapshot, docx, html, trace, findings, summary, author, person, at: by.now };
  await addVersion(tx, { ...key, ...asked, state: '起草', ...filed });
  return { report: asked.report, version: asked.version, draft: made.draft, findings: findings.length, docx };
}
