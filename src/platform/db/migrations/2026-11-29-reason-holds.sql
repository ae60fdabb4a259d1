-- The version a task was handed in with, and, of a number corrected beside an explanation that was handed in, whether who
-- corrected it said that the explanation still holds.
alter table figure add column submitted integer;
alter table figure_version add column reason_holds boolean not null default false;
