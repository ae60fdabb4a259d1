-- 特殊情况处理: a check that stands although the figure is true. Who fills asks, the scheme's administrator decides; both
-- are appended and never changed.
create table exception_request (
  tenant    integer not null,
  round     text collate "C" not null,
  exception uuid not null,
  task      uuid not null,
  unit      integer not null,
  -- Of the check; the unit and the item it stands at.
  code      text collate "C" not null,
  subject   integer not null,
  item      text collate "C" not null,
  -- As it was found when it was asked.
  finding   jsonb not null,
  -- Every figure it was found in, both years: it holds for exactly these.
  figures   jsonb not null,
  reason    text collate "C" not null,
  document  text collate "C",
  author    uuid not null,
  person    text collate "C" not null,
  at        timestamptz not null,
  primary key (tenant, round, exception),
  foreign key (tenant, round, task) references task (tenant, round, task)
);
create index exception_request_task on exception_request (tenant, round, task);

create table exception_decision (
  tenant    integer not null,
  round     text collate "C" not null,
  exception uuid not null,
  unit      integer not null,
  granted   boolean not null,
  reason    text collate "C" not null,
  author    uuid not null,
  person    text collate "C" not null,
  at        timestamptz not null,
  -- Decided once.
  primary key (tenant, round, exception),
  foreign key (tenant, round, exception) references exception_request (tenant, round, exception)
);

alter table exception_request enable row level security;
alter table exception_request force row level security;
create policy wall on exception_request
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer) and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer) and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])));
alter table exception_decision enable row level security;
alter table exception_decision force row level security;
create policy wall on exception_decision
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer) and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer) and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])));
grant select, insert on exception_request, exception_decision to luzhi_app;
