-- Templates people bind by hand: the plain file, each decision as it was taken, each file that came of them.
create table template (
  tenant   integer not null references tenant,
  template uuid not null,
  name     text collate "C" not null,
  sha256   text collate "C" not null,
  author   uuid not null,
  person   text collate "C" not null,
  at       timestamptz not null,
  primary key (tenant, template)
);
create table template_decision (
  tenant   integer not null,
  template uuid not null,
  blank    text collate "C" not null,
  version  integer not null,
  -- null: taken back.
  decision jsonb,
  author   uuid not null,
  person   text collate "C" not null,
  at       timestamptz not null,
  primary key (tenant, template, blank, version),
  foreign key (tenant, template) references template (tenant, template)
);
create table template_edition (
  tenant   integer not null,
  template uuid not null,
  edition  integer not null,
  -- The scheme its expressions name.
  scheme   text collate "C" not null,
  sha256   text collate "C" not null,
  slots    integer not null,
  author   uuid not null,
  person   text collate "C" not null,
  at       timestamptz not null,
  primary key (tenant, template, edition),
  foreign key (tenant, template) references template (tenant, template)
);

-- What was said beside a report: a remark on words or on a figure, answers to it, its closing. Never changed.
create table report_remark (
  tenant     integer not null,
  round      text collate "C" not null,
  report     uuid not null,
  remark     uuid not null,
  -- The remark it answers or closes; null for one that begins.
  about      uuid,
  kind       text collate "C" not null check (kind in ('remark', 'answer', 'close', 'reopen')),
  -- Where it stands, of one that begins.
  version    integer not null,
  paragraph  integer,
  slot       text collate "C",
  occurrence integer,
  quote      text collate "C" not null default '',
  words      text collate "C" not null,
  author     uuid not null,
  person     text collate "C" not null,
  at         timestamptz not null,
  primary key (tenant, round, report, remark),
  foreign key (tenant, round) references round (tenant, round)
);

-- Counted when a version is filed, for lists: title, words, figures, findings by severity.
alter table report add column summary jsonb not null default '{}';

do $$
declare held text;
begin
  foreach held in array array['template', 'template_decision', 'template_edition', 'report_remark'] loop
    execute format('alter table %I enable row level security', held);
    execute format('alter table %I force row level security', held);
    execute format('create policy wall on %I using (%s) with check (%s)', held,
      'tenant = (select nullif(current_setting(''luzhi.tenant'', true), '''')::integer)',
      'tenant = (select nullif(current_setting(''luzhi.tenant'', true), '''')::integer)');
    execute format('grant select, insert on %I to luzhi_app', held);
  end loop;
end
$$;
