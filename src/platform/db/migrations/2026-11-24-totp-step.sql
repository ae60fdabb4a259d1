-- The time step of the last one-time code an account used: a code opens once (RFC 6238 5.2).
alter table account add column totp_step bigint;
