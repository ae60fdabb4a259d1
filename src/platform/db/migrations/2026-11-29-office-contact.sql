-- Whom people call at the office that conducts the evaluation: versions, appended, never changed; the last one holds.
create table office_contact (
  tenant  integer not null,
  version integer not null,
  name    text collate "C" not null,
  phone   text collate "C" not null,
  place   text collate "C" not null,
  author  uuid not null,
  person  text collate "C" not null,
  at      timestamptz not null,
  primary key (tenant, version)
);
alter table office_contact enable row level security;
alter table office_contact force row level security;
create policy wall on office_contact
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer));
grant select, insert on office_contact to luzhi_app;
