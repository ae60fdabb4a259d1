-- Whether counties may be put in order of their verified scores: off until the scheme's owner allows it, and each turn kept.
create table score_order (
  tenant    integer not null,
  round     text collate "C" not null,
  version   integer not null,
  permitted boolean not null,
  reason    text collate "C" not null,
  author    uuid not null,
  person    text collate "C" not null,
  at        timestamptz not null,
  primary key (tenant, round, version),
  foreign key (tenant, round) references round (tenant, round)
);
alter table score_order enable row level security;
alter table score_order force row level security;
create policy wall on score_order
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer));
grant select, insert on score_order to luzhi_app;
