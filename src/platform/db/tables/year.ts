/** The frame of a year: units as they stand by date, published schemes, rounds and their tasks. */
import type { Generated } from 'kysely';
import type { Day, Json } from './columns.ts';

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

interface UnitSuccessionTable {
  tenant: number;
  unit: number;
  successor: number;
  begins: Day;
  kind: 'merge' | 'split';
  basis: string;
  author: string;
  person: string;
  at: Date;
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

export interface YearTables {
  unit: UnitTable;
  unit_state: UnitStateTable;
  unit_succession: UnitSuccessionTable;
  scheme: SchemeTable;
  round: RoundTable;
  task: TaskTable;
}
