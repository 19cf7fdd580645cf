-- When face or fingerprint was offered after signing in, so that it is offered once. Null for every account of before. Touches no row.
ALTER TABLE "users" ADD COLUMN     "passkey_offered_at" TIMESTAMPTZ(3);

GRANT UPDATE (passkey_offered_at) ON "users" TO daymark_app;
