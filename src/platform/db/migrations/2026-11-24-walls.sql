-- The second wall. The first is in the code: one place per stage says who may. Should it ever be passed by, a
-- transaction still sees only the tenant it named, and of rows about a unit only those of the units it may reach
-- (`luzhi.units`: `*`, or numbers joined by commas). Unset means no rows.
do $$
declare
  held record;
  tenant_wall text := 'tenant = (select nullif(current_setting(''luzhi.tenant'', true), '''')::integer)';
  unit_wall text;
begin
  for held in
    select c.relname as name,
           (select a.attname from pg_attribute a
             where a.attrelid = c.oid and a.attname in ('subject', 'unit') and not a.attisdropped
             order by a.attname limit 1) as about
      from pg_class c
      join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant' and not t.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       -- Reference tables are the same for all; the register and the scheme are for all of a tenant.
       and c.relname not in ('tenant', 'post', 'session', 'token')
  loop
    unit_wall := '';
    if held.about is not null and held.name not in ('unit', 'unit_state') then
      unit_wall := format(
        ' and ((select current_setting(''luzhi.units'', true) = ''*'') or %I = any ((select string_to_array(nullif(current_setting(''luzhi.units'', true), ''*''), '','')::integer[])::integer[]))',
        held.about);
    end if;
    execute format('alter table %I enable row level security', held.name);
    execute format('alter table %I force row level security', held.name);
    execute format('create policy wall on %I using (%s%s) with check (%s%s)',
      held.name, tenant_wall, unit_wall, tenant_wall, unit_wall);
  end loop;
end
$$;

-- A link is seen with its evidence.
create policy wall_of_evidence on evidence_link as restrictive
  using (exists (select 1 from evidence e
    where e.tenant = evidence_link.tenant and e.round = evidence_link.round and e.evidence = evidence_link.evidence));

grant usage on schema public to luzhi_app;
grant select, insert, update on all tables in schema public to luzhi_app;
grant delete on session, request, job, notice, evidence_link, figure to luzhi_app;
-- What was said stays said.
revoke update on figure_version, decision, change, snapshot, audit, audit_seal, score, file, scheme from luzhi_app;
