-- The language a person is written to in: letters, and sentences made for them alone.
alter table account add column language text collate "C" not null default 'zh' check (language in ('zh', 'en'));
