-- Storing check-ins becomes one statement, and so one transaction by itself: it says who asks, supersedes what is corrected, and
-- adds check-ins, alerts, access event and jobs. Row-level security judges every row against the grants of that very moment.
DROP FUNCTION daymark_store_check_ins(uuid, jsonb, jsonb, jsonb);
CREATE FUNCTION daymark_store_check_ins(viewer uuid, diary uuid, corrected uuid[], new_check_ins jsonb, new_alerts jsonb, event jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('daymark.viewer_id', viewer::text, true), set_config('daymark.viewer_kind', 'user', true);
  IF cardinality(corrected) > 0 THEN
    UPDATE check_ins c SET superseded_at = (new_check_ins->0->>'received_at')::timestamptz
    WHERE c.diary_id = diary AND c.superseded_at IS NULL AND c.check_in_id = ANY (corrected);
  END IF;
  INSERT INTO check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness,
    vision, walking, details, note, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash, superseded_at)
  SELECT diary, c.* FROM jsonb_to_recordset(new_check_ins) AS c(check_in_id uuid, revision smallint, recorded_at timestamptz,
    entered_at timestamptz, received_at timestamptz, day date, time_zone text, fatigue smallint, numbness smallint, vision smallint,
    walking smallint, details jsonb, note text, confirmed_unchanged text[], entered_by_id uuid, rules_version text,
    could_not_check text[], content_hash text, superseded_at timestamptz);
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
