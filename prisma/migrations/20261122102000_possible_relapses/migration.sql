-- A possible relapse that the rules find waits for the person's answer. The worker makes it, and takes it back when no entry raises it
-- any more, as long as nobody has answered. Touches no row.
CREATE INDEX "alerts_possible_relapse_idx" ON "alerts"("diary_id") WHERE rule_id = 'possible-relapse';

-- Made by the rules, and neither answered nor changed since.
CREATE FUNCTION daymark_is_waiting(r relapses) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN r.status = 'possible' AND r.found_by = 'rules' AND r.team_said IS NULL AND r.updated_at = r.created_at;
REVOKE ALL ON FUNCTION daymark_is_waiting(relapses) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_is_waiting(relapses) TO daymark_app;

CREATE POLICY "worker reads" ON "relapses" FOR SELECT USING (diary_id = (SELECT daymark_worker_diary()));
CREATE POLICY "worker adds" ON "relapses" FOR INSERT WITH CHECK (diary_id = (SELECT daymark_worker_diary()) AND daymark_is_waiting(relapses));
CREATE POLICY "worker takes back" ON "relapses" FOR DELETE USING (diary_id = (SELECT daymark_worker_diary()) AND daymark_is_waiting(relapses));
-- What a person told of is marked as removed and never deleted row by row.
CREATE POLICY "worker alone" ON "relapses" AS RESTRICTIVE FOR DELETE USING (diary_id = (SELECT daymark_worker_diary()));
GRANT DELETE ON "relapses" TO daymark_app;

-- What decides which possible relapses wait; null when there is neither an alert of the rule nor one that waits, as for nearly every
-- check-in. It says who asks by itself, so that it is one round trip; row-level security judges every row.
CREATE FUNCTION daymark_relapse_findings(diary uuid) RETURNS json LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('daymark.viewer_kind', 'worker', true), set_config('daymark.worker_diary_id', diary::text, true);
  IF NOT EXISTS (SELECT FROM alerts a WHERE a.diary_id = diary AND a.rule_id = 'possible-relapse')
    AND NOT EXISTS (SELECT FROM relapses r WHERE r.diary_id = diary AND r.removed_at IS NULL AND daymark_is_waiting(r)) THEN
    RETURN NULL;
  END IF;
  RETURN json_build_object(
    'alerts', (
      SELECT coalesce(json_agg(json_build_object('checkInId', c.check_in_id, 'recordedAt', daymark_iso(c.recorded_at), 'receivedAt', daymark_iso(c.received_at),
        'timeZone', c.time_zone, 'evidence', a.evidence) ORDER BY c.recorded_at), '[]'::json)
      FROM alerts a JOIN check_ins c ON c.diary_id = diary AND c.check_in_id = a.check_in_id AND c.revision = a.check_in_revision
      WHERE a.diary_id = diary AND a.rule_id = 'possible-relapse' AND c.superseded_at IS NULL),
    'relapses', (
      SELECT coalesce(json_agg(json_build_object('id', r.relapse_id, 'status', r.status, 'startedAt', daymark_iso(r.started_at), 'startedOn', r.started_on,
        'symptoms', r.symptoms, 'foundBy', r.found_by, 'foundIn', r.found_in, 'updatedAt', daymark_iso(r.updated_at),
        'isWaiting', daymark_is_waiting(r), 'isRemoved', r.removed_at IS NOT NULL) ORDER BY r.started_at, r.relapse_id), '[]'::json)
      FROM relapses r WHERE r.diary_id = diary));
END $$;
