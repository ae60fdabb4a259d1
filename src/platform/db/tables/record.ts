/** What the platform keeps of every deed: audit and its chain, jobs, notices, requests answered once. */
import type { ColumnType, Generated } from 'kysely';
import type { Json } from './columns.ts';

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
  mailed_at: Generated<Date | null>;
}

interface ReminderTable {
  tenant: number;
  round: string;
  task: string;
  due: Date;
  ahead: number;
  at: Date;
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

interface UnitMapTable {
  tenant: number;
  version: number;
  file: string;
  /** Code of the unit -> GeoJSON geometry. */
  outlines: Json<Readonly<Record<string, never>>>;
  author: string;
  person: string;
  at: Date;
}

interface OfficeContactTable {
  tenant: number;
  version: number;
  name: string;
  phone: string;
  place: string;
  author: string;
  person: string;
  at: Date;
}

interface UploadTable {
  tenant: number;
  account: string;
  sha256: string;
  at: Date;
}

export interface RecordTables {
  upload: UploadTable;
  unit_map: UnitMapTable;
  office_contact: OfficeContactTable;
  audit: AuditTable;
  audit_seal: AuditSealTable;
  job: JobTable;
  notice: NoticeTable;
  reminder: ReminderTable;
  request: RequestTable;
}
