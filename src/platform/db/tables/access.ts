/** Who may come in: accounts, the people behind them, their posts and ways in. */
import type { Generated } from 'kysely';
import type { Day } from './columns.ts';

interface TenantTable {
  tenant: number;
  code: string;
  name: string;
  register: Generated<number>;
  workbook_key: Generated<string>;
  /** Its first start has not come to its end. */
  founding: Generated<boolean>;
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
  language: Generated<'zh' | 'en'>;
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
  /** Of a shared account: who made it. */
  person: string | null;
}

export interface AccessTables {
  tenant: TenantTable;
  account: AccountTable;
  person: PersonTable;
  post: PostTable;
  session: SessionTable;
  token: TokenTable;
}
