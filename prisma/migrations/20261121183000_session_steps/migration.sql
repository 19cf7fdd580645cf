-- How a session was begun, for "where I am signed in", and on which known device, so that ending it forgets the device. Unknown for
-- sessions of before. Touches no row.
ALTER TABLE "sessions" ADD COLUMN     "device_hash" TEXT,
ADD COLUMN     "first_step" TEXT,
ADD COLUMN     "second_step" TEXT;

ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_first_step_check" CHECK (first_step IN ('mail-code', 'recovery-code', 'passkey')),
  ADD CONSTRAINT "sessions_second_step_check" CHECK (second_step IN ('totp', 'recovery-code')),
  ADD CONSTRAINT "sessions_second_after_first_check" CHECK (second_step IS NULL OR first_step IS NOT NULL),
  -- On a shared device nothing is remembered.
  ADD CONSTRAINT "sessions_shared_device_check" CHECK (NOT (is_shared AND device_hash IS NOT NULL));
