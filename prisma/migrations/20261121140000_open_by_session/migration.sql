-- The gate for storing check-ins also looks the session up, so that a request asks once for both. Null when the session ended,
-- expired, or its account is closed; then nobody is named as the viewer and row-level security shows nothing.
CREATE FUNCTION daymark_open_session(session uuid, diary uuid) RETURNS json
  LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who record;
BEGIN
  SELECT s.user_id, s.last_used_at, u.name, u.email, u.demo_role INTO who
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = session AND s.expires_at > now() AND u.disabled_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN json_build_object('userId', who.user_id, 'lastUsedAt', (date_part('epoch', who.last_used_at) * 1000)::bigint, 'name', who.name,
    'email', who.email, 'demoRole', who.demo_role, 'opened', daymark_open(who.user_id, diary));
END $$;
