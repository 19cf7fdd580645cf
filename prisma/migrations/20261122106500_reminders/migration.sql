-- Reminders: what was sent, how many in a row no entry followed, and since when the zone is known. Touches no row: none exist yet.
ALTER TABLE "reminders" ADD COLUMN     "last_sent_on" DATE,
ADD COLUMN     "mailed_on" DATE,
ADD COLUMN     "missed" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "zone_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- A device is told only while it is signed in: with its session goes what it subscribed to.
ALTER TABLE "push_subscriptions" ADD COLUMN     "session_id" UUID NOT NULL;
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "push_subscriptions_session_id_idx" ON "push_subscriptions"("session_id");

ALTER TABLE "reminders" ADD CONSTRAINT "reminders_missed_check" CHECK (missed BETWEEN 0 AND 3),
  ADD CONSTRAINT "reminders_asked_check" CHECK ((quiet_since IS NULL) = (asked_at IS NULL));
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_words_check"
  CHECK (char_length(endpoint) <= 1000 AND char_length(p256dh) <= 120 AND char_length(auth) <= 60 AND char_length(device) <= 80);

-- Whose reminder is to be looked at: due at a moment, or to be planned anew. Nobody who is leaving, whose account is closed, whose consent
-- does not stand, nor a demo account. Ids alone; what they hold is read as the worker of each diary.
CREATE FUNCTION daymark_due_reminders(moment timestamptz) RETURNS TABLE (diary_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = public, pg_temp AS $$
    SELECT r.diary_id FROM reminders r JOIN diaries d ON d.diary_id = r.diary_id JOIN users u ON u.id = d.owner_id
    WHERE r.is_on AND r.quiet_since IS NULL AND (r.next_at IS NULL OR r.next_at <= moment)
      AND u.disabled_at IS NULL AND u.delete_after IS NULL AND u.demo_role IS NULL
      AND coalesce((SELECT c.withdrawn_at IS NULL FROM consents c WHERE c.user_id = u.id ORDER BY c.given_at DESC, c.id DESC LIMIT 1), false)
    ORDER BY r.next_at NULLS FIRST LIMIT 500
  $$;
REVOKE ALL ON FUNCTION daymark_due_reminders(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_due_reminders(timestamptz) TO daymark_app;

-- The zone follows the person: their own newest entry tells it. It runs with the rights of who stores the entry, so a caregiver's device
-- moves nothing; and an entry that was typed before the zone became known, and arrives late, neither.
CREATE FUNCTION daymark_follow_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE reminders SET time_zone = NEW.time_zone, zone_at = least(NEW.entered_at, now()), next_at = NULL
  WHERE diary_id = NEW.diary_id AND time_zone <> NEW.time_zone AND zone_at < NEW.entered_at;
  RETURN NULL;
END $$;
CREATE TRIGGER "check_ins_follow_zone" AFTER INSERT ON "check_ins" FOR EACH ROW EXECUTE FUNCTION daymark_follow_zone();

-- Whom the worker reminds: of the diary it opened the owner's id and address, and nothing of the diary itself. None when they are leaving,
-- or their account is closed.
CREATE FUNCTION daymark_whom_to_remind() RETURNS TABLE (id uuid, email text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = public, pg_temp AS $$
    SELECT u.id, u.email FROM diaries d JOIN users u ON u.id = d.owner_id
    WHERE d.diary_id = daymark_worker_diary() AND u.delete_after IS NULL AND u.disabled_at IS NULL
  $$;
REVOKE ALL ON FUNCTION daymark_whom_to_remind() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_whom_to_remind() TO daymark_app;

-- The worker plans the reminder of the diary it opened.
CREATE POLICY "worker reads" ON "reminders" FOR SELECT USING (diary_id = (SELECT daymark_worker_diary()));
CREATE POLICY "worker plans" ON "reminders" FOR UPDATE USING (diary_id = (SELECT daymark_worker_diary()));
CREATE POLICY "functions" ON "reminders" FOR SELECT TO CURRENT_USER USING (true);
