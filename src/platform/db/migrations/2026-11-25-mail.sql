-- When a notice went out by mail; each goes at most once.
alter table notice add column mailed_at timestamptz;

-- Reminders of a due time that were given: one for each time before it, however many processes look.
create table reminder (
  tenant integer not null,
  round  text collate "C" not null,
  task   uuid not null,
  due    timestamptz not null,
  -- Whole days before the due time; 0 once it has passed.
  ahead  integer not null,
  at     timestamptz not null,
  primary key (tenant, round, task, due, ahead),
  foreign key (tenant, round, task) references task (tenant, round, task)
);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy wall on reminder
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer));
grant select, insert on reminder to luzhi_app;
