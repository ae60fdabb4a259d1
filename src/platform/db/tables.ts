/** The tables as the migrations leave them, for typed SQL. Columns in JSON are written as text and read as objects. */
import type { ColumnType, Generated } from 'kysely';

/** Inserted and updated as JSON text, because the driver takes arrays for arrays of the database. */
export type Json<T> = ColumnType<T, string, string>;
/** Civil date `YYYY-MM-DD`. */
type Day = string;

interface TenantTable {
  tenant: number;
  code: string;
  name: string;
  register: Generated<number>;
  created_at: Date;
}

interface AccountTable {
  account: string;
  login: string;
  name: string;
  mail: string | null;
  password: string | null;
  must_change: Generated<boolean>;
  password_until: Date | null;
  state: 'active' | 'closed';
  failures: Generated<number>;
  locked_until: Date | null;
  totp: string | null;
  totp_step: bigint | null;
  identity: string | null;
  created_at: Date;
}

interface PersonTable {
  account: string;
  person: string;
  name: string;
  pin: string;
  failures: Generated<number>;
  left_at: Date | null;
}

interface PostTable {
  post: string;
  account: string;
  tenant: number;
  unit: number;
  dept: Generated<string>;
  role: string;
  begins: Day;
  ends: Day | null;
  created_at: Date;
}

interface SessionTable {
  session: string;
  account: string;
  tenant: number;
  person: string | null;
  csrf: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  address: string;
  agent: string;
}

interface TokenTable {
  token: string;
  account: string;
  tenant: number;
  name: string;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

interface UnitTable {
  tenant: number;
  unit: number;
  created_at: Date;
}

interface UnitStateTable {
  tenant: number;
  unit: number;
  begins: Day;
  ends: Day | null;
  code: string;
  name: string;
  kind: 'province' | 'prefecture' | 'county' | 'zone' | 'school';
  parent: number | null;
  host: number | null;
  attributes: Json<Readonly<Record<string, string>>>;
  place: number;
}

interface SchemeTable {
  tenant: number;
  scheme: string;
  version: string;
  year: number;
  hash: string;
  files: Json<Readonly<Record<string, string>>>;
  published_at: Date;
  published_by: string;
}

interface RoundTable {
  tenant: number;
  round: string;
  name: string;
  direction: 'upward' | 'downward';
  scheme: string;
  version: string;
  year: number;
  as_of: Day;
  evaluee: number;
  opens: Date;
  due: Date;
  state: 'collecting' | 'locked' | 'closed';
  revision: Generated<bigint>;
  template: string | null;
}

interface TaskTable {
  tenant: number;
  round: string;
  task: string;
  unit: number;
  dept: Generated<string>;
  part: 'forms' | 'schools';
  state: string;
  edition: Generated<number>;
  due: Date;
  submitted_by: string | null;
  submitted_at: Date | null;
  changed_at: Date;
}

interface FigureKeyColumns {
  tenant: number;
  round: string;
  subject: number;
  item: string;
  period: string;
  reporter: number;
  dept: Generated<string>;
  scope: 'own' | 'whole';
}

interface FigureTable extends FigureKeyColumns {
  task: string;
  latest: number;
  accepted: number | null;
  /** Why it was returned, while it waits for a correction. */
  returned: string | null;
}

interface FigureVersionTable extends FigureKeyColumns {
  version: number;
  task: string;
  kind: 'quantity' | 'text' | 'gap';
  steps: bigint | null;
  unit: string | null;
  words: string | null;
  gap: string | null;
  typed: string;
  typed_unit: string | null;
  nature: string | null;
  source: Json<unknown>;
  reason: string | null;
  author: string;
  person: string;
  at: Date;
}

interface LedgerRowTable {
  tenant: number;
  round: string;
  row: string;
  version: number;
  ledger: string;
  unit: number;
  task: string;
  /** Column -> words, or whole base steps with their unit. */
  cells: Json<Readonly<Record<string, { readonly text: string } | { readonly steps: string; readonly unit: string }>>>;
  removed: Generated<boolean>;
  latest: Generated<boolean>;
  accepted: Generated<boolean>;
  source: Json<unknown>;
  author: string;
  person: string;
  at: Date;
}

interface SectionTable {
  tenant: number;
  round: string;
  section: string;
  unit: number;
  dept: Generated<string>;
  version: number;
  state: string;
  body: Json<unknown>;
  author: string;
  person: string;
  at: Date;
}

interface FileTable {
  tenant: number;
  sha256: string;
  size: bigint;
  type: string;
  created_at: Date;
}

interface EvidenceTable {
  tenant: number;
  round: string;
  evidence: string;
  unit: number;
  dept: Generated<string>;
  number: string;
  title: string;
  doc_number: string | null;
  issuer: string | null;
  dated: string | null;
  pages: string | null;
  mode: 'upload' | 'pages' | 'onsite';
  sha256: string | null;
  file_name: string | null;
  state: Generated<'valid' | 'expired' | 'wanted' | 'withdrawn'>;
  author: string;
  person: string;
  at: Date;
}

interface EvidenceLinkTable {
  tenant: number;
  round: string;
  evidence: string;
  kind: 'item' | 'indicator';
  code: string;
}

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
  author: string;
  person: string;
  at: Date;
}

interface AuditTable {
  tenant: number;
  entry: string;
  at: Date;
  account: string | null;
  person: string;
  action: string;
  about: string;
  detail: Json<unknown>;
  address: string;
}

interface AuditSealTable {
  tenant: number;
  seq: bigint;
  entry: string;
  hash: string;
  at: Date;
}

interface JobTable {
  tenant: number;
  job: string;
  kind: string;
  input: Json<unknown>;
  state: 'waiting' | 'running' | 'done' | 'failed';
  due_at: Date;
  attempts: Generated<number>;
  worker: string | null;
  taken_until: Date | null;
  outcome: ColumnType<unknown, string | null, string | null>;
  author: string | null;
  created_at: Date;
}

interface NoticeTable {
  tenant: number;
  notice: string;
  account: string;
  kind: string;
  data: Json<unknown>;
  at: Date;
  read_at: Date | null;
}

interface RequestTable {
  tenant: number;
  account: string;
  key: string;
  action: string;
  input: string;
  answer: Json<unknown>;
  at: Date;
}

export interface Tables {
  tenant: TenantTable;
  account: AccountTable;
  person: PersonTable;
  post: PostTable;
  session: SessionTable;
  token: TokenTable;
  unit: UnitTable;
  unit_state: UnitStateTable;
  scheme: SchemeTable;
  round: RoundTable;
  task: TaskTable;
  figure: FigureTable;
  figure_version: FigureVersionTable;
  ledger_row: LedgerRowTable;
  section: SectionTable;
  file: FileTable;
  evidence: EvidenceTable;
  evidence_link: EvidenceLinkTable;
  decision: DecisionTable;
  change: ChangeTable;
  snapshot: SnapshotTable;
  score: ScoreTable;
  report: ReportTable;
  audit: AuditTable;
  audit_seal: AuditSealTable;
  job: JobTable;
  notice: NoticeTable;
  request: RequestTable;
}
