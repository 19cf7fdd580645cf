-- Whoever asks for the deletion of their account has seven days to come back. The account is deleted afterwards, by the worker: the
-- app's role no longer deletes one at once, only one whose time has come. Touches no row.
DROP FUNCTION daymark_leave(uuid);
REVOKE ALL ON FUNCTION daymark_delete_account() FROM daymark_app;

-- Deletes one account whose time has come, with everything that hangs on it. False when there is none. Two workers at once take two.
CREATE FUNCTION daymark_delete_due_account() RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who uuid;
BEGIN
  SELECT id INTO who FROM users WHERE delete_after <= now() ORDER BY delete_after LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('daymark.viewer_id', who::text, true), set_config('daymark.viewer_kind', 'user', true);
  RETURN daymark_delete_account();
END $$;
REVOKE ALL ON FUNCTION daymark_delete_due_account() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_delete_due_account() TO daymark_app;

-- The one path that looks its session up in the database: who is leaving stores nothing.
CREATE OR REPLACE FUNCTION daymark_open_session(session uuid, diary uuid) RETURNS json
  LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who record;
BEGIN
  SELECT s.user_id, s.last_used_at, s.strong_at, s.is_shared, u.name, u.email, u.demo_role INTO who
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = session AND s.expires_at > now() AND u.disabled_at IS NULL AND u.delete_after IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN json_build_object('userId', who.user_id, 'lastUsedAt', (date_part('epoch', who.last_used_at) * 1000)::bigint, 'name', who.name,
    'email', who.email, 'demoRole', who.demo_role, 'hasSecondFactor', who.strong_at IS NOT NULL, 'isShared', who.is_shared,
    'opened', daymark_open(who.user_id, diary));
END $$;
