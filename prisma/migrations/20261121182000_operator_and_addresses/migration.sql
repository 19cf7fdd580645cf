-- The operator's tool works as the role that migrates. It leaves a trace in access logs, and in no other name; where that role is not
-- a superuser, forced row-level security asks it too. Touches no row.
CREATE POLICY "operator leaves trace" ON "access_events" FOR INSERT TO CURRENT_USER
  WITH CHECK (role = 'operator' AND actor_id IS NULL AND action LIKE 'account:%');
-- Nobody else writes in the operator's name. Not told by the role the policy is for: the one that migrates may take the app's role, and
-- is then bound by what binds the app.
CREATE POLICY "operator only" ON "access_events" AS RESTRICTIVE FOR INSERT
  WITH CHECK (role <> 'operator' OR current_user = (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = 'access_events'::regclass));

-- While the change of an address can be undone, the old one is kept for its account: nobody makes an account with it, and nobody
-- changes to it. Asked after the row was written, when any change under way at the same moment has ended and is seen.
CREATE FUNCTION daymark_keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM email_changes c WHERE c.old_email = NEW.email AND c.user_id <> NEW.id AND c.undone_at IS NULL AND c.undo_until > now()) THEN
    RAISE EXCEPTION 'This address is kept for another account' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "users_keep_address" AFTER INSERT OR UPDATE OF "email" ON "users" FOR EACH ROW EXECUTE FUNCTION daymark_keep_address();
