-- What the workbooks of a tenant are sealed with, so that one that comes back is known as one that went out.
alter table tenant add column workbook_key text collate "C" not null
  default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');

-- Which content was taken over into which task: the same workbook dropped twice is told.
create table workbook_import (
  tenant integer not null,
  round  text collate "C" not null,
  task   uuid not null,
  unit   integer not null,
  sha256 text collate "C" not null,
  author uuid not null,
  person text collate "C" not null,
  at     timestamptz not null,
  primary key (tenant, round, task, sha256),
  foreign key (tenant, round, task) references task (tenant, round, task)
);
alter table workbook_import enable row level security;
alter table workbook_import force row level security;
create policy wall on workbook_import
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer)
    and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer)
    and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])));
grant select, insert on workbook_import to luzhi_app;
