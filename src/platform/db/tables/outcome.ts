/** What came of the answers: decisions, changes, snapshots, scores, reports. */
import type { ColumnType } from 'kysely';
import type { Finding } from '../../../kernel/index.ts';
import type { Json } from './columns.ts';

interface DecisionTable {
  tenant: number;
  round: string;
  decision: string;
  task: string;
  unit: number;
  verdict: string;
  was: string;
  became: string;
  reason: string | null;
  fields: Json<readonly unknown[]>;
  author: string;
  person: string;
  at: Date;
}

interface ExceptionRequestTable {
  tenant: number;
  round: string;
  exception: string;
  task: string;
  unit: number;
  code: string;
  subject: number;
  item: string;
  finding: Json<Finding>;
  figures: Json<readonly AskedFigure[]>;
  reason: string;
  document: string | null;
  author: string;
  person: string;
  at: Date;
}

interface AskedFigure {
  item: string;
  year: 'now' | 'prior';
  stated: string | null;
  shown: string;
}

interface ExceptionDecisionTable {
  tenant: number;
  round: string;
  exception: string;
  unit: number;
  granted: boolean;
  reason: string;
  author: string;
  person: string;
  at: Date;
}

interface ChangeTable {
  tenant: number;
  round: string;
  revision: bigint;
  kind: string;
  about: Json<unknown>;
  at: Date;
}

interface SnapshotTable {
  tenant: number;
  round: string;
  snapshot: string;
  revision: bigint;
  rules: number;
  content: string;
  results: string;
  author: string;
  at: Date;
}

interface ScoreTable {
  tenant: number;
  round: string;
  unit: number;
  indicator: string;
  owner: 'stated' | 'proposed' | 'verified';
  version: number;
  /** Decimal text. */
  points: string;
  reason: string;
  basis: string;
  author: string;
  person: string;
  at: Date;
}

interface LastResultTable {
  tenant: number;
  round: string;
  unit: number;
  version: number;
  /** Decimal text. */
  score: string;
  grade: string;
  /** Leaf -> decimal text. */
  points: Json<Readonly<Record<string, string>>>;
  basis: string;
  author: string;
  person: string;
  at: Date;
}

interface ScoreOrderTable {
  tenant: number;
  round: string;
  version: number;
  permitted: boolean;
  reason: string;
  author: string;
  person: string;
  at: Date;
}

interface ReportTable {
  tenant: number;
  round: string;
  report: string;
  version: number;
  kind: 'composed' | 'edited' | 'correction';
  state: string;
  snapshot: string;
  template: string;
  docx: string;
  html: string;
  trace: string;
  findings: Json<readonly unknown[]>;
  filing: Json<Readonly<Record<string, unknown>>>;
  summary: Json<Readonly<Record<string, unknown>>>;
  author: string;
  person: string;
  at: Date;
}

interface ReportRemarkTable {
  tenant: number;
  round: string;
  report: string;
  remark: string;
  about: string | null;
  kind: 'remark' | 'answer' | 'close' | 'reopen';
  version: number;
  paragraph: number | null;
  slot: string | null;
  occurrence: number | null;
  quote: string;
  words: string;
  author: string;
  person: string;
  at: Date;
}

interface TemplateTable {
  tenant: number;
  template: string;
  name: string;
  sha256: string;
  author: string;
  person: string;
  at: Date;
}

interface TemplateDecisionTable {
  tenant: number;
  template: string;
  blank: string;
  version: number;
  decision: ColumnType<unknown, string | null, never>;
  author: string;
  person: string;
  at: Date;
}

interface TemplateEditionTable {
  tenant: number;
  template: string;
  edition: number;
  scheme: string;
  sha256: string;
  slots: number;
  author: string;
  person: string;
  at: Date;
}

export interface OutcomeTables {
  exception_request: ExceptionRequestTable;
  exception_decision: ExceptionDecisionTable;
  decision: DecisionTable;
  change: ChangeTable;
  snapshot: SnapshotTable;
  score: ScoreTable;
  last_result: LastResultTable;
  score_order: ScoreOrderTable;
  report: ReportTable;
  report_remark: ReportRemarkTable;
  template: TemplateTable;
  template_decision: TemplateDecisionTable;
  template_edition: TemplateEditionTable;
}
