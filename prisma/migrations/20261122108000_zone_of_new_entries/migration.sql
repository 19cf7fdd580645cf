-- A correction keeps the zone in which its entry was made, and so does a removal, wherever the person is by then. So they tell nothing of
-- where reminders go by the clock: only a new entry does. Touches no row.
DROP TRIGGER "check_ins_follow_zone" ON "check_ins";
CREATE TRIGGER "check_ins_follow_zone" AFTER INSERT ON "check_ins" FOR EACH ROW WHEN (NEW.revision = 1) EXECUTE FUNCTION daymark_follow_zone();
