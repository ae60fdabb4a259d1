-- The evaluation year in tables. `tenant` (the prefecture) comes first in every key but those of the reference tables,
-- so that the same rows can be spread over machines; nothing joins without it. Nothing is updated away: figures,
-- ledger rows, sections, scores and reports are versions, and a pointer says which one holds.

-- Reference tables: the same on every machine.
create table tenant (
  tenant      integer primary key,
  code        text collate "C" not null unique,
  name        text collate "C" not null,
  -- Raised by every change of the register, so that a process knows whether the tree it keeps still holds.
  register    integer not null default 0,
  created_at  timestamptz not null
);

create table account (
  account      uuid primary key,
  login        text collate "C" not null unique,
  name         text collate "C" not null,
  mail         text collate "C",
  -- argon2id in its own notation; absent for accounts of an identity provider.
  password     text collate "C",
  must_change  boolean not null default false,
  state        text collate "C" not null check (state in ('active', 'closed')),
  failures     integer not null default 0,
  locked_until timestamptz,
  totp         text collate "C",
  identity     text collate "C" unique,
  created_at   timestamptz not null
);

-- 经办人 who share one unit account, each with a PIN of their own.
create table person (
  account    uuid not null references account,
  person     uuid not null,
  name       text collate "C" not null,
  pin        text collate "C" not null,
  failures   integer not null default 0,
  left_at    timestamptz,
  primary key (account, person)
);

-- A post gives a role in a unit (and department) for a time; handing it over ends one row and begins another.
create table post (
  post       uuid primary key,
  account    uuid not null references account,
  tenant     integer not null references tenant,
  unit       integer not null,
  dept       text collate "C" not null default '',
  role       text collate "C" not null,
  begins     date not null,
  ends       date,
  created_at timestamptz not null
);
create index post_account on post (account);
create index post_unit on post (tenant, unit);

-- `session` is the SHA-256 of the secret in the cookie: the table alone opens nothing.
create table session (
  session     text collate "C" primary key,
  account     uuid not null references account,
  tenant      integer not null references tenant,
  person      uuid,
  csrf        text collate "C" not null,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null,
  address     text collate "C" not null,
  agent       text collate "C" not null
);
create index session_account on session (account);

create table token (
  token       text collate "C" primary key,
  account     uuid not null references account,
  tenant      integer not null references tenant,
  name        text collate "C" not null,
  scopes      text[] not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz
);

-- Of whom.
create table unit (
  tenant      integer not null references tenant,
  unit        integer not null,
  created_at  timestamptz not null,
  primary key (tenant, unit)
);

-- What a unit was called, and where it stood, from a day on.
create table unit_state (
  tenant      integer not null,
  unit        integer not null,
  begins      date not null,
  ends        date,
  code        text collate "C" not null,
  name        text collate "C" not null,
  kind        text collate "C" not null check (kind in ('province', 'prefecture', 'county', 'zone', 'school')),
  parent      integer,
  host        integer,
  attributes  jsonb not null default '{}',
  -- Order of the register (行政区划 order).
  place       integer not null,
  primary key (tenant, unit, begins),
  foreign key (tenant, unit) references unit (tenant, unit)
);

-- What is asked. `files` holds the joined folder as it was published; the hash is the scheme's own.
create table scheme (
  tenant       integer not null references tenant,
  scheme       text collate "C" not null,
  version      text collate "C" not null,
  year         integer not null,
  hash         text collate "C" not null,
  files        jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (tenant, scheme, version)
);

create table round (
  tenant     integer not null,
  round      text collate "C" not null,
  name       text collate "C" not null,
  direction  text collate "C" not null check (direction in ('upward', 'downward')),
  scheme     text collate "C" not null,
  version    text collate "C" not null,
  year       integer not null,
  as_of      date not null,
  evaluee    integer not null,
  opens      timestamptz not null,
  due        timestamptz not null,
  state      text collate "C" not null check (state in ('collecting', 'locked', 'closed')),
  -- Raised by every change that can move a result; a process answers only after applying changes up to it.
  revision   bigint not null default 0,
  template   text collate "C",
  primary key (tenant, round),
  foreign key (tenant, scheme, version) references scheme (tenant, scheme, version)
);

-- What one unit, or one of its departments, has to answer.
create table task (
  tenant       integer not null,
  round        text collate "C" not null,
  task         uuid not null,
  unit         integer not null,
  dept         text collate "C" not null default '',
  part         text collate "C" not null check (part in ('forms', 'schools')),
  state        text collate "C" not null,
  -- Raised by every write; a write names the edition it saw.
  edition      integer not null default 1,
  due          timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  changed_at   timestamptz not null,
  primary key (tenant, round, task),
  unique (tenant, round, unit, dept, part),
  foreign key (tenant, round) references round (tenant, round),
  foreign key (tenant, unit) references unit (tenant, unit)
);

-- 填报数: the key, and which versions hold. `latest` and `accepted` point into figure_version.
create table figure (
  tenant     integer not null,
  round      text collate "C" not null,
  subject    integer not null,
  item       text collate "C" not null,
  period     text collate "C" not null,
  reporter   integer not null,
  dept       text collate "C" not null default '',
  scope      text collate "C" not null check (scope in ('own', 'whole')),
  task       uuid not null,
  latest     integer not null,
  accepted   integer,
  returned   text collate "C",
  primary key (tenant, round, subject, item, period, reporter, dept, scope),
  foreign key (tenant, round, task) references task (tenant, round, task)
);
create index figure_task on figure (tenant, round, task);

create table figure_version (
  tenant     integer not null,
  round      text collate "C" not null,
  subject    integer not null,
  item       text collate "C" not null,
  period     text collate "C" not null,
  reporter   integer not null,
  dept       text collate "C" not null default '',
  scope      text collate "C" not null,
  version    integer not null,
  -- Again, so that the versions of a task are read without a join, whose plan depends on counts a young table has not.
  task       uuid not null,
  kind       text collate "C" not null check (kind in ('quantity', 'text', 'gap')),
  -- Whole base steps (0.01 元, 0.01 ㎡, 1 人) of the family of `unit`.
  steps      bigint,
  unit       text collate "C",
  words      text collate "C",
  gap        text collate "C",
  -- As the person wrote it.
  typed      text collate "C" not null,
  typed_unit text collate "C",
  nature     text collate "C",
  source     jsonb not null,
  reason     text collate "C",
  author     uuid not null,
  person     text collate "C" not null,
  at         timestamptz not null,
  -- No foreign key to figure, whose row is written by the same statement's neighbour: the check's plan is made once a
  -- connection, while the table is still empty, and scans it for every row from then on (seen: 24 s for 12,000 rows).
  primary key (tenant, round, subject, item, period, reporter, dept, scope, version),
  check ((kind = 'quantity') = (steps is not null and unit is not null)),
  check ((kind = 'text') = (words is not null)),
  check ((kind = 'gap') = (gap is not null))
);
create index figure_version_task on figure_version (tenant, round, task);

-- Rows of 台账; a removed row is a version that says so.
create table ledger_row (
  tenant     integer not null,
  round      text collate "C" not null,
  row        uuid not null,
  version    integer not null,
  ledger     text collate "C" not null,
  unit       integer not null,
  task       uuid not null,
  cells      jsonb not null,
  removed    boolean not null default false,
  -- Whether a later version stands.
  latest     boolean not null default true,
  accepted   boolean not null default false,
  source     jsonb not null,
  author     uuid not null,
  person     text collate "C" not null,
  at         timestamptz not null,
  primary key (tenant, round, row, version),
  foreign key (tenant, round, task) references task (tenant, round, task)
);
create index ledger_row_task on ledger_row (tenant, round, task) where latest;

-- 章节: prose a department writes for a place of the report's template.
create table section (
  tenant     integer not null,
  round      text collate "C" not null,
  section    text collate "C" not null,
  unit       integer not null,
  dept       text collate "C" not null default '',
  version    integer not null,
  state      text collate "C" not null,
  body       jsonb not null,
  author     uuid not null,
  person     text collate "C" not null,
  at         timestamptz not null,
  primary key (tenant, round, section, unit, dept, version),
  foreign key (tenant, round) references round (tenant, round)
);

-- Contents by hash; the bytes lie in the files folder.
create table file (
  tenant     integer not null references tenant,
  sha256     text collate "C" not null,
  size       bigint not null,
  type       text collate "C" not null,
  created_at timestamptz not null,
  primary key (tenant, sha256)
);

create table evidence (
  tenant     integer not null,
  round      text collate "C" not null,
  evidence   uuid not null,
  unit       integer not null,
  dept       text collate "C" not null default '',
  number     text collate "C" not null,
  title      text collate "C" not null,
  doc_number text collate "C",
  issuer     text collate "C",
  dated      text collate "C",
  pages      text collate "C",
  mode       text collate "C" not null check (mode in ('upload', 'pages', 'onsite')),
  sha256     text collate "C",
  file_name  text collate "C",
  state      text collate "C" not null default 'valid' check (state in ('valid', 'expired', 'wanted', 'withdrawn')),
  author     uuid not null,
  person     text collate "C" not null,
  at         timestamptz not null,
  primary key (tenant, round, evidence),
  unique (tenant, round, unit, number),
  foreign key (tenant, round) references round (tenant, round),
  foreign key (tenant, sha256) references file (tenant, sha256),
  -- 现场查阅: a catalogue entry only, nothing is stored.
  check (mode <> 'onsite' or sha256 is null)
);

create table evidence_link (
  tenant   integer not null,
  round    text collate "C" not null,
  evidence uuid not null,
  kind     text collate "C" not null check (kind in ('item', 'indicator')),
  code     text collate "C" not null,
  primary key (tenant, round, evidence, kind, code),
  foreign key (tenant, round, evidence) references evidence (tenant, round, evidence)
);

-- Who agreed to what, and why not.
create table decision (
  tenant   integer not null,
  round    text collate "C" not null,
  decision uuid not null,
  task     uuid not null,
  unit     integer not null,
  verdict  text collate "C" not null,
  -- State before and after.
  was      text collate "C" not null,
  became   text collate "C" not null,
  reason   text collate "C",
  -- Figures of a return or of a single acceptance, field by field.
  fields   jsonb not null default '[]',
  author   uuid not null,
  person   text collate "C" not null,
  at       timestamptz not null,
  primary key (tenant, round, decision),
  foreign key (tenant, round, task) references task (tenant, round, task)
);
create index decision_task on decision (tenant, round, task);

-- What moved results, in order; NOTIFY only wakes, this table says.
create table change (
  tenant   integer not null,
  round    text collate "C" not null,
  revision bigint not null,
  kind     text collate "C" not null,
  about    jsonb not null,
  at       timestamptz not null,
  primary key (tenant, round, revision),
  foreign key (tenant, round) references round (tenant, round)
);

-- The figures and the scheme a report was made from, frozen as files by hash.
create table snapshot (
  tenant   integer not null,
  round    text collate "C" not null,
  snapshot uuid not null,
  revision bigint not null,
  rules    integer not null,
  content  text collate "C" not null,
  results  text collate "C" not null,
  author   uuid not null,
  at       timestamptz not null,
  primary key (tenant, round, snapshot),
  foreign key (tenant, round) references round (tenant, round)
);

-- 责任单位自评, 拟报 and 核定 beside 系统测算; a difference carries reason, basis and person.
create table score (
  tenant    integer not null,
  round     text collate "C" not null,
  unit      integer not null,
  indicator text collate "C" not null,
  owner     text collate "C" not null check (owner in ('stated', 'proposed', 'verified')),
  version   integer not null,
  points    numeric not null,
  reason    text collate "C" not null,
  basis     text collate "C" not null,
  author    uuid not null,
  person    text collate "C" not null,
  at        timestamptz not null,
  primary key (tenant, round, unit, indicator, owner, version),
  foreign key (tenant, round) references round (tenant, round)
);

create table report (
  tenant    integer not null,
  round     text collate "C" not null,
  report    uuid not null,
  version   integer not null,
  kind      text collate "C" not null check (kind in ('composed', 'edited', 'correction')),
  state     text collate "C" not null,
  snapshot  uuid not null,
  template  text collate "C" not null,
  docx      text collate "C" not null,
  html      text collate "C" not null,
  trace     text collate "C" not null,
  findings  jsonb not null,
  filing    jsonb not null default '{}',
  author    uuid not null,
  person    text collate "C" not null,
  at        timestamptz not null,
  primary key (tenant, round, report, version),
  foreign key (tenant, round, snapshot) references snapshot (tenant, round, snapshot)
);

-- Every write in one row, by the action that did it and in its transaction.
create table audit (
  tenant   integer not null references tenant,
  entry    uuid not null,
  at       timestamptz not null,
  account  uuid,
  person   text collate "C" not null,
  action   text collate "C" not null,
  about    text collate "C" not null,
  detail   jsonb not null,
  address  text collate "C" not null,
  primary key (tenant, entry)
);
create index audit_at on audit (tenant, at);

-- The chain over committed rows: hash of the row and of the hash before.
create table audit_seal (
  tenant  integer not null references tenant,
  seq     bigint not null,
  entry   uuid not null,
  hash    text collate "C" not null,
  at      timestamptz not null,
  primary key (tenant, seq),
  unique (tenant, entry)
);

create table job (
  tenant      integer not null references tenant,
  job         uuid not null,
  kind        text collate "C" not null,
  input       jsonb not null,
  state       text collate "C" not null check (state in ('waiting', 'running', 'done', 'failed')),
  due_at      timestamptz not null,
  attempts    integer not null default 0,
  worker      text collate "C",
  taken_until timestamptz,
  outcome     jsonb,
  author      uuid,
  created_at  timestamptz not null,
  primary key (tenant, job)
);
create index job_due on job (state, due_at);

create table notice (
  tenant   integer not null references tenant,
  notice   uuid not null,
  account  uuid not null,
  kind     text collate "C" not null,
  data     jsonb not null,
  at       timestamptz not null,
  read_at  timestamptz,
  primary key (tenant, notice)
);
create index notice_account on notice (tenant, account);

-- Answers of requests that carried an Idempotency-Key: the same request twice is answered once.
create table request (
  tenant   integer not null references tenant,
  account  uuid not null,
  key      text collate "C" not null,
  action   text collate "C" not null,
  input    text collate "C" not null,
  answer   jsonb not null,
  at       timestamptz not null,
  primary key (tenant, account, key)
);
