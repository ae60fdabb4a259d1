-- A record that came along with a figure taken over says of which record of which round it is.
alter table evidence add column origin jsonb;
