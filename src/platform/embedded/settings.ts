/** How the embedded server is set: safe first, then modest enough for an office laptop beside a browser and WPS. */
import path from 'node:path';

export const MAJOR = '18';
/** PostgreSQL's word for one folder of data. */
export const clusterIn = (home: string): string => path.join(home, `pg${MAJOR}`);
export const OWNER = 'luzhi';
export const DATABASE = 'luzhi';

/** A new cluster takes 40 MB, its first log segments 32 MB; the rest is room for the first year's files. */
export const FREE_TO_CREATE_MB = 300;
/** Below this a start would only end in the middle of recovery. */
export const FREE_TO_START_MB = 64;
/** Recovery of a full log on a slow disk stays far below. */
export const START_LIMIT_MS = 300_000;
/** A fast shutdown writes one checkpoint; after this the server is ended and recovers at the next start. */
export const STOP_LIMIT_MS = 60_000;
/** The server's own record is begun anew at a start once it has grown past this. */
export const LOG_LIMIT_BYTES = 5 * 2 ** 20;
/** A server that ends by itself is started again after this, doubled each time it fails at once. */
export const RESTART_MS = 250;
/** Whatever keeps it down, such as a full disk, is seen to be gone after this at the latest. */
export const RESTART_LIMIT_MS = 30_000;
/** One that has run this long before it ended is started again like the first time. */
export const STEADY_MS = 60_000;

const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  max_connections: '60',
  max_parallel_workers: '2',
  // Short statements only: compiling them costs more than it saves.
  jit: 'off',
  // Nobody replicates from an embedded server.
  max_wal_senders: '0',
  wal_level: 'minimal',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  // Statements and details hold figures and names; the record holds neither.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

export const argumentsOf = (settings: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
