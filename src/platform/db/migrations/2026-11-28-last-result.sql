-- What last year's result was, as the paper that came back says it, for a year that was not kept here. Leaves carry the
-- codes of this round's scheme, whoever states them having found which is which.
create table last_result (
  tenant  integer not null,
  round   text collate "C" not null,
  unit    integer not null,
  version integer not null,
  score   numeric not null,
  grade   text collate "C" not null,
  -- Leaf -> points as decimal text; empty where only the sum is known.
  points  jsonb not null,
  basis   text collate "C" not null,
  author  uuid not null,
  person  text collate "C" not null,
  at      timestamptz not null,
  primary key (tenant, round, unit, version),
  foreign key (tenant, round) references round (tenant, round)
);
alter table last_result enable row level security;
alter table last_result force row level security;
create policy wall on last_result
  using (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer)
    and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])))
  with check (tenant = (select nullif(current_setting('luzhi.tenant', true), '')::integer)
    and ((select current_setting('luzhi.units', true) = '*') or unit = any ((select string_to_array(nullif(current_setting('luzhi.units', true), '*'), ',')::integer[])::integer[])));
grant select, insert on last_result to luzhi_app;
