-- The first start of this tenant is under way. One that was cut off leaves it set, and is cleared and begun anew.
alter table tenant add column founding boolean not null default false;
