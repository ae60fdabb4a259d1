-- A token of a shared account is of the person who made it, and ends with them.
alter table token add column person uuid;
