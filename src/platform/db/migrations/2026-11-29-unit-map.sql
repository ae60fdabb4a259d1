-- Outlines of units as the administrator gave them: versions, appended, never changed; the last one holds, and an empty one shows no map.
create table unit_map (
  tenant   integer not null,
  version  integer not null,
  -- Name of the file it was read from.
  file     text collate "C" not null,
  -- Code of the unit -> GeoJSON geometry.
  outlines jsonb not null,
  author   uuid not null,
  person   text collate "C" not null,
  at       timestamptz not null,
  primary key (tenant, version)
);
alter table unit_map enable row level security;
alter table unit_map force row level security;
create policy wall on unit_map
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer));
grant select, insert on unit_map to luzhi_app;
