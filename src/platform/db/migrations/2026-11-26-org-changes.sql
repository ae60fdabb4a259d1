-- What became of units: which unit took over all of one (merge) or a part of it (split), from a day on. States say what
-- a unit was; these links say where its past is to be looked for.
create table unit_succession (
  tenant    integer not null,
  unit      integer not null,
  successor integer not null,
  begins    date not null,
  kind      text collate "C" not null check (kind in ('merge', 'split')),
  -- The document by which it was done.
  basis     text collate "C" not null,
  author    uuid not null,
  person    text collate "C" not null,
  at        timestamptz not null,
  primary key (tenant, unit, successor, begins),
  foreign key (tenant, unit) references unit (tenant, unit),
  foreign key (tenant, successor) references unit (tenant, unit),
  check (unit <> successor)
);
-- The register is for all of a tenant, like unit_state.
alter table unit_succession enable row level security;
alter table unit_succession force row level security;
create policy wall on unit_succession
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer));
grant select, insert on unit_succession to luzhi_app;
