-- Deletes the account of whoever asks, and queues the one mail that tells of it, in the same transaction. Of the account the notice
-- holds the address alone, and it goes when the mail has left. It runs with the rights of whoever calls: deleting asks for more by itself.
CREATE FUNCTION daymark_leave(notice uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  address text;
BEGIN
  SELECT email INTO address FROM users WHERE id = daymark_viewer() FOR UPDATE;
  IF NOT daymark_delete_account() THEN
    RETURN false;
  END IF;
  INSERT INTO account_notices (id, user_id, email, kind, details, created_at) VALUES (notice, NULL, address, 'account-deleted', '{}', now());
  PERFORM daymark_add_job('send-account-notice', json_build_object('noticeId', notice));
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION daymark_leave(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_leave(uuid) TO daymark_app;
