-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "device" TEXT,
ADD COLUMN     "ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "strong_at" TIMESTAMPTZ(3);

-- Sessions of before get the absolute limit that new ones have. Touches every session, a few for each account; running it again changes nothing.
UPDATE "sessions" SET "ends_at" = greatest("expires_at", "created_at" + interval '180 days') WHERE "ends_at" IS NULL;
UPDATE "sessions" s SET "strong_at" = s."created_at" FROM "users" u WHERE u."id" = s."user_id" AND u."demo_role" = 'clinician' AND s."strong_at" IS NULL;
ALTER TABLE "sessions" ALTER COLUMN "ends_at" SET NOT NULL;

-- AlterTable
ALTER TABLE "verification_tokens" ADD COLUMN     "attempt_id" UUID,
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'sign-in',
ADD COLUMN     "session_id" UUID;

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" UUID NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "email" TEXT,
    "user_id" UUID,
    "invitation_id" UUID,
    "first_step" TEXT,
    "second_step" TEXT,
    "needs_second_step" BOOLEAN NOT NULL DEFAULT false,
    "tries_left" SMALLINT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "time_zone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "is_synced" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenges" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "attempt_id" UUID,
    "session_id" UUID,
    "challenge" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp_secrets" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,

    CONSTRAINT "totp_secrets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "old_email" TEXT NOT NULL,
    "new_email" TEXT NOT NULL,
    "undo_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undo_until" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_up_invitations" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,

    CONSTRAINT "sign_up_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_devices" (
    "user_id" UUID NOT NULL,
    "device_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_devices_pkey" PRIMARY KEY ("user_id","device_hash")
);

-- CreateTable
CREATE TABLE "account_notices" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_in_attempts_created_at_idx" ON "sign_in_attempts"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");

-- CreateIndex
CREATE INDEX "passkeys_user_id_idx" ON "passkeys"("user_id");

-- CreateIndex
CREATE INDEX "passkey_challenges_attempt_id_idx" ON "passkey_challenges"("attempt_id");

-- CreateIndex
CREATE INDEX "passkey_challenges_session_id_idx" ON "passkey_challenges"("session_id");

-- CreateIndex
CREATE INDEX "totp_secrets_user_id_idx" ON "totp_secrets"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_code_hash_key" ON "recovery_codes"("code_hash");

-- CreateIndex
CREATE INDEX "recovery_codes_user_id_idx" ON "recovery_codes"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_changes_undo_hash_key" ON "email_changes"("undo_hash");

-- CreateIndex
CREATE INDEX "email_changes_user_id_idx" ON "email_changes"("user_id");

-- CreateIndex
CREATE INDEX "email_changes_old_email_idx" ON "email_changes"("old_email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_up_invitations_code_hash_key" ON "sign_up_invitations"("code_hash");

-- CreateIndex
CREATE INDEX "account_notices_user_id_idx" ON "account_notices"("user_id");

-- CreateIndex
CREATE INDEX "consents_user_id_given_at_idx" ON "consents"("user_id", "given_at");

-- CreateIndex
CREATE INDEX "verification_tokens_attempt_id_created_at_idx" ON "verification_tokens"("attempt_id", "created_at");

-- CreateIndex
CREATE INDEX "verification_tokens_session_id_created_at_idx" ON "verification_tokens"("session_id", "created_at");

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp_secrets" ADD CONSTRAINT "totp_secrets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Everything below is written by hand: it is what schema.prisma cannot say.

-- One authenticator a person.
CREATE UNIQUE INDEX "totp_secrets_confirmed_key" ON "totp_secrets"("user_id") WHERE "confirmed_at" IS NOT NULL;

ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_ends_check" CHECK (ends_at > created_at AND expires_at <= ends_at),
  ADD CONSTRAINT "sessions_device_check" CHECK (char_length(device) <= 80),
  ADD CONSTRAINT "sessions_place_check" CHECK (char_length(place) <= 64);
ALTER TABLE "sign_in_attempts"
  ADD CONSTRAINT "sign_in_attempts_first_step_check" CHECK (first_step IN ('mail-code', 'recovery-code', 'passkey')),
  ADD CONSTRAINT "sign_in_attempts_second_step_check" CHECK (second_step IN ('totp', 'recovery-code')),
  ADD CONSTRAINT "sign_in_attempts_tries_check" CHECK (tries_left BETWEEN 0 AND 5),
  ADD CONSTRAINT "sign_in_attempts_expires_check" CHECK (expires_at > created_at),
  ADD CONSTRAINT "sign_in_attempts_first_together_check" CHECK ((first_step IS NULL) = (user_id IS NULL)),
  -- The wall behind the code: nothing is finished without a first step, nor without a second where one is needed; and a
  -- recovery code stands in for one step, never for both.
  ADD CONSTRAINT "sign_in_attempts_finished_check"
    CHECK (finished_at IS NULL OR (first_step IS NOT NULL AND (NOT needs_second_step OR second_step IS NOT NULL))),
  ADD CONSTRAINT "sign_in_attempts_one_recovery_check" CHECK (NOT (coalesce(first_step, '') = 'recovery-code' AND coalesce(second_step, '') = 'recovery-code')),
  ADD CONSTRAINT "sign_in_attempts_used_check" CHECK (used_at IS NULL OR finished_at IS NOT NULL);
ALTER TABLE "verification_tokens"
  ADD CONSTRAINT "verification_tokens_purpose_check" CHECK (
    CASE purpose WHEN 'sign-in' THEN session_id IS NULL WHEN 'confirm' THEN session_id IS NOT NULL WHEN 'change-email' THEN session_id IS NOT NULL ELSE false END);
ALTER TABLE "passkeys"
  ADD CONSTRAINT "passkeys_name_check" CHECK (char_length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT "passkeys_transports_check" CHECK (transports IS NOT NULL);
ALTER TABLE "passkey_challenges"
  ADD CONSTRAINT "passkey_challenges_purpose_check" CHECK (
    CASE purpose WHEN 'sign-in' THEN attempt_id IS NOT NULL WHEN 'add' THEN session_id IS NOT NULL WHEN 'confirm' THEN session_id IS NOT NULL ELSE false END),
  ADD CONSTRAINT "passkey_challenges_expires_check" CHECK (expires_at > created_at);
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_email_check"
  CHECK (old_email = lower(old_email) AND new_email = lower(new_email) AND old_email <> new_email);
ALTER TABLE "sign_up_invitations"
  ADD CONSTRAINT "sign_up_invitations_email_check" CHECK (email = lower(email)),
  ADD CONSTRAINT "sign_up_invitations_used_check" CHECK (used_by_id IS NULL OR used_at IS NOT NULL);
ALTER TABLE "consents" ADD CONSTRAINT "consents_withdrawn_check" CHECK (withdrawn_at >= given_at);
-- What the operator does to an account stands in the access log of the diaries it touches.
ALTER TABLE "access_events" DROP CONSTRAINT "access_events_role_check",
  ADD CONSTRAINT "access_events_role_check" CHECK (role IN ('owner', 'caregiver', 'clinician', 'operator'));

-- The gate tells besides whether the session had a second factor and whether its device is shared.
CREATE OR REPLACE FUNCTION daymark_open_session(session uuid, diary uuid) RETURNS json
  LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who record;
BEGIN
  SELECT s.user_id, s.last_used_at, s.strong_at, s.is_shared, u.name, u.email, u.demo_role INTO who
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = session AND s.expires_at > now() AND u.disabled_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN json_build_object('userId', who.user_id, 'lastUsedAt', (date_part('epoch', who.last_used_at) * 1000)::bigint, 'name', who.name,
    'email', who.email, 'demoRole', who.demo_role, 'hasSecondFactor', who.strong_at IS NOT NULL, 'isShared', who.is_shared,
    'opened', daymark_open(who.user_id, diary));
END $$;

CREATE OR REPLACE FUNCTION daymark_add_jobs(task text, payloads json[]) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF task NOT IN ('after-check-in', 'send-sign-in-code', 'send-account-notice', 'send-invitation') THEN
    RAISE EXCEPTION 'The app may not add a job of this kind';
  END IF;
  RETURN (SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT (task, payload, NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec FROM unnest(payloads) AS payload)));
END $$;

-- Grants: what the app does, and no more.
GRANT UPDATE (strong_at, confirmed_at) ON "sessions" TO daymark_app;
GRANT UPDATE (email) ON "users" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (user_id, email, invitation_id, first_step, second_step, needs_second_step, tries_left, finished_at, used_at), DELETE ON "sign_in_attempts" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (name, counter, is_synced, last_used_at), DELETE ON "passkeys" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON "passkey_challenges" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (confirmed_at, last_step), DELETE ON "totp_secrets" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON "recovery_codes" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (undo_hash, undone_at), DELETE ON "email_changes" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (code_hash, sent_at, used_at, used_by_id), DELETE ON "sign_up_invitations" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (last_seen_at), DELETE ON "known_devices" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (sent_at), DELETE ON "account_notices" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON "consents" TO daymark_app;
