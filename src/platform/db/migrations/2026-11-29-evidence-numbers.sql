-- Numbers a record of evidence had before: a number means one paper for ever, also after it was given another.
alter table evidence add column former_numbers text[] collate "C" not null default '{}';
