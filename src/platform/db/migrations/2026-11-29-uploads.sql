-- Who sent which content: its hash stands for it in requests of the same account, and of nobody else.
create table upload (
  tenant  integer not null,
  account uuid not null,
  sha256  text collate "C" not null,
  at      timestamptz not null,
  primary key (tenant, account, sha256)
);
alter table upload enable row level security;
alter table upload force row level security;
create policy wall on upload
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer));
grant select, insert on upload to luzhi_app;
