-- An entry that was removed can be put back for a day. Then every revision of it is deleted; its alerts keep the rule, the time and the
-- response, and lose the answers. Its id stays, so that a copy that is sent late cannot bring it back.

-- Pages of the history are read by day.
CREATE INDEX IF NOT EXISTS "check_ins_diary_id_day_idx" ON "check_ins"("diary_id", "day");

-- Entries that were removed before this day count from now on, so that nobody finds less time than was told. Touches the rows of
-- entries that stand removed; running it twice changes nothing.
INSERT INTO removed_check_ins (diary_id, check_in_id, removed_at)
SELECT c.diary_id, c.check_in_id, now() FROM check_ins c
WHERE c.removed_at IS NOT NULL AND NOT EXISTS (
  SELECT FROM check_ins n WHERE n.diary_id = c.diary_id AND n.check_in_id = c.check_in_id AND (n.superseded_at IS NULL OR n.revision > c.revision))
ON CONFLICT DO NOTHING;

-- However a revision is stored, what follows of it is noted here: what is removed is deleted a day later, what comes back is not.
CREATE FUNCTION daymark_note_removal() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Of several revisions in one statement the highest counts.
  IF EXISTS (SELECT FROM check_ins c WHERE c.diary_id = NEW.diary_id AND c.check_in_id = NEW.check_in_id AND c.revision > NEW.revision) THEN
    RETURN NULL;
  END IF;
  IF NEW.removed_at IS NULL THEN
    DELETE FROM removed_check_ins r WHERE r.diary_id = NEW.diary_id AND r.check_in_id = NEW.check_in_id;
    RETURN NULL;
  END IF;
  INSERT INTO removed_check_ins AS r (diary_id, check_in_id, removed_at) VALUES (NEW.diary_id, NEW.check_in_id, NEW.removed_at)
  ON CONFLICT (diary_id, check_in_id) DO UPDATE SET removed_at = EXCLUDED.removed_at;
  PERFORM daymark_add_job_at('purge-check-in', json_build_object('diaryId', NEW.diary_id, 'checkInId', NEW.check_in_id),
    NEW.removed_at + interval '24 hours', NEW.check_in_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER note_removal AFTER INSERT ON check_ins FOR EACH ROW WHEN (NEW.removed_at IS NOT NULL OR NEW.revision > 1)
  EXECUTE FUNCTION daymark_note_removal();

-- Nothing is stored under the id of an entry that was deleted for good. Who was told that it can be finds out at a second look, as with
-- any other row that came between: the code of the error is that of a row that is there already. The lock makes a deletion wait.
CREATE FUNCTION daymark_refuse_deleted() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM removed_check_ins r WHERE r.diary_id = NEW.diary_id AND r.check_in_id = NEW.check_in_id FOR SHARE;
  IF FOUND AND EXISTS (SELECT FROM removed_check_ins r WHERE r.diary_id = NEW.diary_id AND r.check_in_id = NEW.check_in_id AND r.purged_at IS NOT NULL) THEN
    RAISE unique_violation USING MESSAGE = 'This entry was deleted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_deleted BEFORE INSERT ON check_ins FOR EACH ROW EXECUTE FUNCTION daymark_refuse_deleted();

-- Which of these entries were removed, and when, for whoever may write in the diary.
CREATE FUNCTION daymark_removed_of(diary uuid, ids jsonb) RETURNS json
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF NOT coalesce(diary = daymark_own_diary(), false) AND NOT EXISTS (SELECT FROM daymark_granted('check-ins:write') g WHERE g.diary_id = diary) THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT coalesce(json_agg(json_build_object('id', r.check_in_id, 'removedAt', (date_part('epoch', r.removed_at) * 1000)::bigint,
      'isPurged', r.purged_at IS NOT NULL)), '[]'::json)
    FROM removed_check_ins r WHERE r.diary_id = diary AND r.check_in_id = ANY (ARRAY(SELECT value::uuid FROM jsonb_array_elements_text(ids))));
END $$;

-- For the worker: deletes one entry whose day is over by `moment`. False when there is nothing to delete: it was put back, it is not
-- time, or it was done before.
CREATE FUNCTION daymark_purge_check_in(diary uuid, entry uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF diary IS DISTINCT FROM daymark_worker_diary() THEN
    RETURN false;
  END IF;
  UPDATE removed_check_ins r SET purged_at = moment
  WHERE r.diary_id = diary AND r.check_in_id = entry AND r.purged_at IS NULL AND r.removed_at <= moment - interval '24 hours'
    AND NOT EXISTS (SELECT FROM check_ins c WHERE c.diary_id = diary AND c.check_in_id = entry AND c.superseded_at IS NULL);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM check_ins c WHERE c.diary_id = diary AND c.check_in_id = entry;
  UPDATE alerts a SET evidence = '[]', entry_deleted_at = moment WHERE a.diary_id = diary AND a.check_in_id = entry;
  RETURN true;
END $$;

-- For the worker's sweep: entries whose day is over by `moment` and that are still there, whatever became of their jobs.
CREATE FUNCTION daymark_due_purges(moment timestamptz) RETURNS TABLE (diary_id uuid, check_in_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT r.diary_id, r.check_in_id FROM removed_check_ins r
    WHERE current_setting('daymark.viewer_kind', true) = 'worker' AND r.purged_at IS NULL AND r.removed_at <= moment - interval '24 hours'
    ORDER BY r.removed_at LIMIT 1000
  $$;
CREATE INDEX "removed_check_ins_removed_at_idx" ON "removed_check_ins"("removed_at") WHERE purged_at IS NULL;

REVOKE ALL ON FUNCTION daymark_note_removal(), daymark_refuse_deleted(), daymark_removed_of(uuid, jsonb),
  daymark_purge_check_in(uuid, uuid, timestamptz), daymark_due_purges(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_removed_of(uuid, jsonb), daymark_purge_check_in(uuid, uuid, timestamptz), daymark_due_purges(timestamptz) TO daymark_app;

-- The functions run as the role that migrates; where that is not a superuser, forced security asks it too.
CREATE POLICY "functions" ON "removed_check_ins" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY "deletes entry" ON "check_ins" FOR DELETE TO CURRENT_USER USING (diary_id = (SELECT daymark_worker_diary()));
CREATE POLICY "deletes entry" ON "alerts" FOR UPDATE TO CURRENT_USER USING (diary_id = (SELECT daymark_worker_diary())) WITH CHECK (entry_deleted_at IS NOT NULL);
