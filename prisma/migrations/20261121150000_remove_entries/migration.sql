-- An entry is removed by a revision that never stands: it is superseded from its first moment, so no read and no rule sees the entry
-- any more, and all its revisions stay readable to the owner. The next revision brings it back. Touches no row.
ALTER TABLE "check_ins" ADD COLUMN "removed_at" TIMESTAMPTZ(3);
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_removed_check" CHECK (removed_at IS NULL OR (superseded_at IS NOT NULL AND revision > 1));

-- When an entry stood is known of its revisions too: one that was removed is in no history, and may come back to its old moment.
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
        'hash', c.content_hash, 'enteredById', c.entered_by_id, 'recordedAt', (date_part('epoch', c.recorded_at) * 1000)::bigint, 'couldNotCheck', c.could_not_check, 'alerts', (
          SELECT coalesce(json_agg(json_strip_nulls(json_build_object('ruleId', a.rule_id, 'ruleVersion', a.rule_version, 'tier', a.tier,
            'evidence', a.evidence, 'shownAt', daymark_iso(a.shown_at), 'raisedAt', daymark_iso(a.raised_at))) ORDER BY a.rule_id), '[]'::json)
          FROM alerts a WHERE a.diary_id = diary AND a.check_in_id = c.check_in_id AND a.check_in_revision = c.revision))), '[]'::json)
      FROM check_ins c WHERE c.diary_id = diary AND c.check_in_id = ANY (wanted)));
END $$;

CREATE OR REPLACE FUNCTION daymark_store_check_ins(viewer uuid, diary uuid, corrected uuid[], new_check_ins jsonb, new_alerts jsonb, event jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('daymark.viewer_id', viewer::text, true), set_config('daymark.viewer_kind', 'user', true);
  IF cardinality(corrected) > 0 THEN
    UPDATE check_ins c SET superseded_at = (new_check_ins->0->>'received_at')::timestamptz
    WHERE c.diary_id = diary AND c.superseded_at IS NULL AND c.check_in_id = ANY (corrected);
  END IF;
  INSERT INTO check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness,
    vision, walking, details, note, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash, superseded_at, removed_at)
  SELECT diary, c.* FROM jsonb_to_recordset(new_check_ins) AS c(check_in_id uuid, revision smallint, recorded_at timestamptz,
    entered_at timestamptz, received_at timestamptz, day date, time_zone text, fatigue smallint, numbness smallint, vision smallint,
    walking smallint, details jsonb, note text, confirmed_unchanged text[], entered_by_id uuid, rules_version text,
    could_not_check text[], content_hash text, superseded_at timestamptz, removed_at timestamptz);
  -- Who removes an entry says that it was not so: its alerts want no answer any more, and one given stays.
  UPDATE alerts a SET response = 'corrected', responded_at = c.received_at, responded_by_id = viewer
  FROM jsonb_to_recordset(new_check_ins) AS c(check_in_id uuid, received_at timestamptz, removed_at timestamptz)
  WHERE c.removed_at IS NOT NULL AND a.diary_id = diary AND a.check_in_id = c.check_in_id AND coalesce(a.response, 'not-yet') IN ('not-yet', 'remind-later');
  IF new_alerts <> '[]' THEN
    INSERT INTO alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at, shown_at)
    SELECT diary, a.* FROM jsonb_to_recordset(new_alerts) AS a(check_in_id uuid, check_in_revision smallint, rule_id text,
      rule_version smallint, tier text, evidence jsonb, found_by text, raised_at timestamptz, shown_at timestamptz);
  END IF;
  IF jsonb_typeof(event) = 'object' THEN
    INSERT INTO access_events (diary_id, event_id, actor_id, role, action, grant_id, at)
    VALUES (diary, (event->>'id')::uuid, (event->>'actorId')::uuid, event->>'role', event->>'action', (event->>'grantId')::uuid, (event->>'at')::timestamptz);
  END IF;
  -- The job learns whether later check-ins may have to be judged again, so that it need not ask for nearly every check-in.
  PERFORM daymark_add_jobs('after-check-in', ARRAY(
    SELECT json_build_object('diaryId', diary, 'checkInId', c->'check_in_id', 'revision', c->'revision', 'judgeLater', c->'judge_later')
    FROM jsonb_array_elements(new_check_ins) AS c));
END $$;

ALTER FUNCTION daymark_rule_input(uuid, jsonb, timestamptz) SET plan_cache_mode = force_generic_plan;
