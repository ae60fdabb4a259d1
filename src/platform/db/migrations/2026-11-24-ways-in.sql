-- Until when a one-time password may be used; empty for one its owner chose.
alter table account add column password_until timestamptz;
