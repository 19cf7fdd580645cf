-- One standing consent to each text, however often it is sent. Touches no row.
CREATE UNIQUE INDEX "consents_standing_key" ON "consents"("user_id", "version") WHERE "withdrawn_at" IS NULL;

-- Deletes the account of whoever asks, with everything that hangs on it, at once. It takes no id, so it can reach nobody else's rows.
-- False when there is nothing to delete, or for a demo account, which many people share.
CREATE FUNCTION daymark_delete_account() RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who uuid := daymark_viewer();
  addresses text[];
  own_sessions uuid[];
  own_attempts uuid[];
  -- Stands where a column must name someone, and the account is gone.
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  PERFORM FROM users WHERE id = who AND demo_role IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  -- Addresses of before count too, but not one that someone else uses by now.
  addresses := ARRAY(
    SELECT u.email FROM users u WHERE u.id = who
    UNION SELECT c.email FROM (SELECT old_email AS email FROM email_changes WHERE user_id = who UNION SELECT new_email FROM email_changes WHERE user_id = who) c
    WHERE NOT EXISTS (SELECT FROM users o WHERE o.email = c.email AND o.id <> who));
  own_sessions := ARRAY(SELECT id FROM sessions WHERE user_id = who);
  own_attempts := ARRAY(SELECT id FROM sign_in_attempts WHERE user_id = who OR email = ANY (addresses));

  -- No session goes first, so that an open page stores nothing more; then the diary, with all that its foreign keys take along.
  DELETE FROM sessions WHERE user_id = who;
  DELETE FROM diaries WHERE owner_id = who;
  -- In other people's diaries: the way in goes, and what was done stays without the name.
  DELETE FROM grants WHERE grantee_id = who;
  UPDATE access_events SET actor_id = NULL WHERE actor_id = who;
  UPDATE check_ins SET entered_by_id = nobody WHERE entered_by_id = who;
  UPDATE alerts SET responded_by_id = nobody WHERE responded_by_id = who;

  DELETE FROM passkey_challenges WHERE session_id = ANY (own_sessions) OR attempt_id = ANY (own_attempts);
  DELETE FROM verification_tokens WHERE session_id = ANY (own_sessions) OR attempt_id = ANY (own_attempts) OR email = ANY (addresses);
  DELETE FROM sign_in_attempts WHERE id = ANY (own_attempts);
  DELETE FROM sign_up_invitations WHERE used_by_id = who OR email = ANY (addresses);
  DELETE FROM account_notices WHERE user_id = who OR email = ANY (addresses);
  DELETE FROM local_mails WHERE "to" = ANY (addresses);
  -- Takes passkeys, authenticators, recovery codes, changes of address, known devices and consents along.
  DELETE FROM users WHERE id = who;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION daymark_delete_account() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_delete_account() TO daymark_app;

-- The function runs as the role that migrates; where that is not a superuser, forced security asks it too.
CREATE POLICY "functions" ON "access_events" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "deletes account" ON "grants" FOR DELETE TO CURRENT_USER USING (grantee_id = (SELECT daymark_viewer()));
CREATE POLICY "deletes account" ON "access_events" FOR UPDATE TO CURRENT_USER USING (actor_id = (SELECT daymark_viewer())) WITH CHECK (actor_id IS NULL);
CREATE POLICY "deletes account" ON "check_ins" FOR UPDATE TO CURRENT_USER USING (entered_by_id = (SELECT daymark_viewer())) WITH CHECK (true);
CREATE POLICY "deletes account" ON "alerts" FOR UPDATE TO CURRENT_USER USING (responded_by_id = (SELECT daymark_viewer())) WITH CHECK (true);
