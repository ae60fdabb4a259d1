-- A record of evidence says which state of it was looked at, so that nobody writes over what they have not seen.
alter table evidence add column version integer not null default 1;
