-- What was found in a record and its content when it was filed stays with it, for who looks at it later. Numbers never stand here.
alter table evidence add column findings jsonb not null default '[]';
