-- 章节 as figures are: a row that says where it stands and which versions hold, versions that are never changed, and who
-- decided what. A section is written by one department, which the scheme names, so the department is no part of its key.
alter table section rename to section_version;
alter table section_version rename constraint section_pkey to section_version_dept;
alter table section_version drop constraint section_version_dept;
alter table section_version drop column dept, drop column state;
alter table section_version add column source jsonb not null default '{"kind":"form"}';
alter table section_version add primary key (tenant, round, section, unit, version);
revoke update on section_version from luzhi_app;

-- `latest` is worked on, `accepted` stands in reports, `proposed` came back in an edited report and waits for its writer.
create table section (
  tenant       integer not null,
  round        text collate "C" not null,
  section      text collate "C" not null,
  unit         integer not null,
  state        text collate "C" not null,
  edition      integer not null default 0,
  latest       integer not null default 0,
  accepted     integer,
  proposed     integer,
  -- Why it was returned, while it waits for another text.
  returned     text collate "C",
  submitted_by uuid,
  submitted_at timestamptz,
  changed_at   timestamptz not null,
  primary key (tenant, round, section, unit),
  foreign key (tenant, round) references round (tenant, round),
  foreign key (tenant, unit) references unit (tenant, unit)
);

create table section_decision (
  tenant   integer not null,
  round    text collate "C" not null,
  decision uuid not null,
  section  text collate "C" not null,
  unit     integer not null,
  -- The text it was about.
  version  integer not null,
  verdict  text collate "C" not null,
  was      text collate "C" not null,
  became   text collate "C" not null,
  reason   text collate "C",
  author   uuid not null,
  person   text collate "C" not null,
  at       timestamptz not null,
  primary key (tenant, round, decision),
  foreign key (tenant, round, section, unit) references section (tenant, round, section, unit)
);
create index section_decision_of on section_decision (tenant, round, section, unit);

do $$
declare
  held text;
  wall text := 'tenant = (select nullif(current_setting(''luzhi.tenant'', true), '''')::integer)
    and ((select current_setting(''luzhi.units'', true) = ''*'') or unit = any ((select string_to_array(nullif(current_setting(''luzhi.units'', true), ''*''), '','')::integer[])::integer[]))';
begin
  foreach held in array array['section', 'section_decision'] loop
    execute format('alter table %I enable row level security', held);
    execute format('alter table %I force row level security', held);
    execute format('create policy wall on %I using (%s) with check (%s)', held, wall, wall);
  end loop;
end
$$;
grant select, insert, update on section to luzhi_app;
grant select, insert on section_decision to luzhi_app;
