-- Accounts whose time to come back is over go one by one and by their id, so that one that cannot be deleted never holds up the others.
-- Touches no row.
CREATE FUNCTION daymark_due_accounts() RETURNS TABLE (id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id FROM users u WHERE u.delete_after <= now() ORDER BY u.delete_after, u.id
  $$;
REVOKE ALL ON FUNCTION daymark_due_accounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_due_accounts() TO daymark_app;

-- Deletes that account if it is due. False when it is not, is gone already, or another worker holds it.
CREATE FUNCTION daymark_delete_due_account(who uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id = who AND delete_after <= now() FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('daymark.viewer_id', who::text, true), set_config('daymark.viewer_kind', 'user', true);
  RETURN daymark_delete_account();
END $$;
REVOKE ALL ON FUNCTION daymark_delete_due_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_delete_due_account(uuid) TO daymark_app;

DROP FUNCTION daymark_delete_due_account();
