/** What was answered: figures and ledger rows in versions, sections, files and the evidence they are. */
import type { ColumnType, Generated } from 'kysely';
import type { Finding } from '../../../kernel/index.ts';
import type { Json } from './columns.ts';

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
  submitted: number | null;
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
  reason_holds: Generated<boolean>;
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
  state: string;
  edition: Generated<number>;
  latest: Generated<number>;
  accepted: number | null;
  proposed: number | null;
  returned: string | null;
  submitted_by: string | null;
  submitted_at: Date | null;
  changed_at: Date;
}

interface SectionVersionTable {
  tenant: number;
  round: string;
  section: string;
  unit: number;
  version: number;
  body: Json<unknown>;
  source: Json<unknown>;
  author: string;
  person: string;
  at: Date;
}

interface SectionDecisionTable {
  tenant: number;
  round: string;
  decision: string;
  section: string;
  unit: number;
  version: number;
  verdict: string;
  was: string;
  became: string;
  reason: string | null;
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

/** A record of another round, as it was when it came along with a figure. */
interface EvidenceOrigin {
  readonly round: string;
  /** Of the round. */
  readonly name: string;
  readonly evidence: string;
  readonly number: string;
  readonly version: number;
  readonly person: string;
}

interface EvidenceTable {
  tenant: number;
  round: string;
  evidence: string;
  unit: number;
  dept: Generated<string>;
  number: string;
  former_numbers: Generated<string[]>;
  /** Of which record of which other round it is; null for one filed here. */
  origin: ColumnType<EvidenceOrigin | null, string | undefined, string>;
  title: string;
  doc_number: string | null;
  issuer: string | null;
  dated: string | null;
  pages: string | null;
  mode: 'upload' | 'pages' | 'onsite';
  sha256: string | null;
  file_name: string | null;
  state: Generated<'valid' | 'expired' | 'wanted' | 'withdrawn'>;
  version: Generated<number>;
  /** As `findSensitive` tells them. */
  findings: ColumnType<readonly Finding[], string | undefined, string>;
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

interface WorkbookImportTable {
  tenant: number;
  round: string;
  task: string;
  unit: number;
  sha256: string;
  author: string;
  person: string;
  at: Date;
}

export interface AnswersTables {
  workbook_import: WorkbookImportTable;
  figure: FigureTable;
  figure_version: FigureVersionTable;
  ledger_row: LedgerRowTable;
  section: SectionTable;
  section_version: SectionVersionTable;
  section_decision: SectionDecisionTable;
  file: FileTable;
  evidence: EvidenceTable;
  evidence_link: EvidenceLinkTable;
}
