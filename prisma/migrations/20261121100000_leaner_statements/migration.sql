-- The same functions, leaner; who may call them and what they may see does not change.

-- Bodies of this kind are bound to their tables when they are made, so no search path has to be set at each call: that cost more
-- than the question itself, and these are asked several times in each request.
CREATE OR REPLACE FUNCTION daymark_own_diary() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT d.diary_id FROM diaries d WHERE d.owner_id = daymark_viewer();
  END;
CREATE OR REPLACE FUNCTION daymark_granted(wanted text) RETURNS TABLE (diary_id uuid, history_from date)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
  BEGIN ATOMIC
    SELECT g.diary_id, g.history_from FROM grants g
    WHERE g.grantee_id = daymark_viewer() AND g.expires_at > now() AND (g.revoked_at IS NULL OR g.revoked_at > now())
      AND (wanted IS NULL OR wanted = ANY (g.scopes));
  END;

CREATE OR REPLACE FUNCTION daymark_rule_input(diary uuid, ids jsonb, since timestamptz) RETURNS json
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted uuid[] := ARRAY(SELECT value::uuid FROM jsonb_array_elements_text(ids));
  first_read timestamptz := least(since, (
    SELECT min(r.started_at) - interval '4320 hours' FROM relapses r WHERE r.diary_id = diary AND r.ended_at IS NULL AND r.status LIKE 'confirmed%'));
BEGIN
  IF NOT coalesce(diary = daymark_own_diary(), false) AND NOT coalesce(diary = daymark_worker_diary(), false)
    AND NOT EXISTS (SELECT FROM daymark_granted('check-ins:write') g WHERE g.diary_id = diary) THEN
    RETURN NULL;
  END IF;
  RETURN json_build_object(
    'profile', (SELECT d.profile FROM diaries d WHERE d.diary_id = diary),
    'medications', (
      SELECT coalesce(json_agg(json_strip_nulls(json_build_object('name', m.name, 'class', m.class, 'startedOn', m.started_on,
        'lastDoseOn', m.last_dose_on, 'stoppedOn', m.stopped_on)) ORDER BY m.medicine_id), '[]'::json)
      FROM medicines m WHERE m.diary_id = diary),
    'relapses', (
      SELECT coalesce(json_agg(json_build_object('startedAt', (date_part('epoch', r.started_at) * 1000)::bigint,
        'endedAt', (date_part('epoch', r.ended_at) * 1000)::bigint) ORDER BY r.started_at), '[]'::json)
      FROM relapses r WHERE r.diary_id = diary AND r.status LIKE 'confirmed%'),
    -- One list a column: a list a row costs three times as much to build. In any order.
    'history', (
      SELECT json_build_object('ids', json_agg(CASE WHEN c.check_in_id = ANY (wanted) THEN c.check_in_id END),
        'recordedAt', json_agg((date_part('epoch', c.recorded_at) * 1000)::bigint), 'timeZone', json_agg(c.time_zone), 'day', json_agg(c.day),
        'fatigue', json_agg(c.fatigue), 'numbness', json_agg(c.numbness), 'vision', json_agg(c.vision), 'walking', json_agg(c.walking),
        'details', json_agg(c.details))
      FROM check_ins c WHERE c.diary_id = diary AND c.superseded_at IS NULL AND c.recorded_at >= first_read),
    'existing', (
      SELECT coalesce(json_agg(json_build_object('id', c.check_in_id, 'revision', c.revision, 'isNewest', c.superseded_at IS NULL,
        'hash', c.content_hash, 'enteredById', c.entered_by_id, 'couldNotCheck', c.could_not_check, 'alerts', (
          SELECT coalesce(json_agg(json_strip_nulls(json_build_object('ruleId', a.rule_id, 'ruleVersion', a.rule_version, 'tier', a.tier,
            'evidence', a.evidence, 'shownAt', daymark_iso(a.shown_at), 'raisedAt', daymark_iso(a.raised_at))) ORDER BY a.rule_id), '[]'::json)
          FROM alerts a WHERE a.diary_id = diary AND a.check_in_id = c.check_in_id AND a.check_in_revision = c.revision))), '[]'::json)
      FROM check_ins c WHERE c.diary_id = diary AND c.check_in_id = ANY (wanted)));
END $$;

-- Each runs with other ids but the same shape, so one plan fits all: without this they are planned anew at each call, which costs
-- more than running them.
ALTER FUNCTION daymark_open(uuid, uuid) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION daymark_rule_input(uuid, jsonb, timestamptz) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION daymark_store_check_ins(uuid, jsonb, jsonb, jsonb) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION daymark_add_jobs(text, json[]) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION daymark_newest_before(uuid, uuid, int) SET plan_cache_mode = force_generic_plan;
