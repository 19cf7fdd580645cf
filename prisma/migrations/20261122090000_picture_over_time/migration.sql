-- The picture over time: trackers, relapses as told, medicines with their doses, measures, visits, days out of other diaries, deleted
-- entries, reminders, and an account that waits seven days before it goes.
--
-- Large tables: the new columns have constant defaults, so no row is written anew; the CHECK on check_ins.trackers reads each row once.

-- DropForeignKey
ALTER TABLE "alerts" DROP CONSTRAINT "alerts_diary_id_check_in_id_check_in_revision_fkey";

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "delete_after" TIMESTAMPTZ(3),
ADD COLUMN     "deletion_asked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "diaries" ADD COLUMN     "trackers" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "check_ins" ADD COLUMN     "trackers" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "alerts" ADD COLUMN     "entry_deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "relapses" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "days_off_work" SMALLINT,
ADD COLUMN     "end_precision" TEXT,
ADD COLUMN     "felt_recovery" TEXT,
ADD COLUMN     "found_by" TEXT NOT NULL DEFAULT 'person',
ADD COLUMN     "found_in" UUID,
ADD COLUMN     "heat" BOOLEAN,
ADD COLUMN     "infection" BOOLEAN,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "sides" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "start_precision" TEXT NOT NULL DEFAULT 'day',
ADD COLUMN     "team_said" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "medicines" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "dose" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'regular',
ADD COLUMN     "next_dose_on" DATE,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "relapse_id" UUID,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "side_effects" TEXT,
ADD COLUMN     "stop_reason" TEXT;

-- CreateTable
CREATE TABLE "medicine_events" (
    "diary_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "medicine_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "medicine_events_pkey" PRIMARY KEY ("diary_id","event_id")
);

-- CreateTable
CREATE TABLE "measures" (
    "diary_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "details" JSONB NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "measures_pkey" PRIMARY KEY ("diary_id","measure_id")
);

-- CreateTable
CREATE TABLE "visits" (
    "diary_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "time" TEXT,
    "with_whom" TEXT,
    "questions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "main_concern" TEXT,
    "agreed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "visits_pkey" PRIMARY KEY ("diary_id","visit_id")
);

-- CreateTable
CREATE TABLE "imports" (
    "diary_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("diary_id","import_id")
);

-- CreateTable
CREATE TABLE "imported_days" (
    "diary_id" UUID NOT NULL,
    "imported_day_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "fatigue" SMALLINT,
    "numbness" SMALLINT,
    "vision" SMALLINT,
    "walking" SMALLINT,
    "trackers" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_days_pkey" PRIMARY KEY ("diary_id","imported_day_id")
);

-- CreateTable
CREATE TABLE "removed_check_ins" (
    "diary_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "removed_check_ins_pkey" PRIMARY KEY ("diary_id","check_in_id")
);

-- CreateTable
CREATE TABLE "reminders" (
    "diary_id" UUID NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "minute_of_day" SMALLINT NOT NULL,
    "weekdays" SMALLINT[],
    "by_push" BOOLEAN NOT NULL,
    "by_mail" BOOLEAN NOT NULL,
    "paused_until" DATE,
    "time_zone" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "quiet_since" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("diary_id")
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "device" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "medicine_events_diary_id_day_idx" ON "medicine_events"("diary_id", "day");

-- CreateIndex
CREATE INDEX "measures_diary_id_kind_day_idx" ON "measures"("diary_id", "kind", "day");

-- CreateIndex
CREATE INDEX "visits_diary_id_day_idx" ON "visits"("diary_id", "day");

-- CreateIndex
CREATE INDEX "imported_days_diary_id_day_idx" ON "imported_days"("diary_id", "day");

-- CreateIndex
CREATE INDEX "reminders_next_at_idx" ON "reminders"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_user_id_idx" ON "push_subscriptions"("user_id");

-- AddForeignKey
ALTER TABLE "medicine_events" ADD CONSTRAINT "medicine_events_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_days" ADD CONSTRAINT "imported_days_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removed_check_ins" ADD CONSTRAINT "removed_check_ins_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything below is written by hand: it is what schema.prisma cannot say.

-- CHECKs.
CREATE FUNCTION daymark_are_trackers(given jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN jsonb_typeof(given) = 'object' AND NOT EXISTS (
    SELECT FROM jsonb_each(given) AS t(name, value)
    WHERE name NOT IN ('thinking', 'pain', 'bladder', 'mood', 'spasms', 'heat') OR value::text !~ '^([0-9]|10)$');
ALTER TABLE "diaries" ADD CONSTRAINT "diaries_trackers_check"
  CHECK (trackers IS NOT NULL AND trackers <@ ARRAY['thinking', 'pain', 'bladder', 'mood', 'spasms', 'heat']);
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_trackers_check" CHECK (daymark_are_trackers(trackers));
ALTER TABLE "users" ADD CONSTRAINT "users_deletion_check" CHECK ((deletion_asked_at IS NULL) = (delete_after IS NULL) AND delete_after > deletion_asked_at);
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_entry_deleted_check" CHECK (entry_deleted_at IS NULL OR evidence = '[]');
ALTER TABLE "relapses"
  ADD CONSTRAINT "relapses_precision_check" CHECK (start_precision IN ('day', 'month') AND end_precision IN ('day', 'month')),
  ADD CONSTRAINT "relapses_month_check" CHECK (start_precision = 'day' OR started_on = date_trunc('month', started_on)::date),
  ADD CONSTRAINT "relapses_end_month_check" CHECK (end_precision IS DISTINCT FROM 'month' OR ended_on = (date_trunc('month', ended_on) + interval '1 month - 1 day')::date),
  ADD CONSTRAINT "relapses_end_precision_check" CHECK (end_precision IS NULL OR ended_on IS NOT NULL),
  ADD CONSTRAINT "relapses_sides_check" CHECK (sides IS NOT NULL AND sides <@ ARRAY['left', 'right']),
  ADD CONSTRAINT "relapses_regions_check" CHECK (regions IS NOT NULL AND regions <@ ARRAY['eyes', 'face', 'arms', 'hands', 'legs', 'feet', 'trunk', 'balance', 'bladder', 'other']),
  ADD CONSTRAINT "relapses_days_off_work_check" CHECK (days_off_work BETWEEN 0 AND 3660),
  ADD CONSTRAINT "relapses_felt_recovery_check" CHECK (felt_recovery IN ('full', 'mostly', 'partly', 'not')),
  ADD CONSTRAINT "relapses_note_check" CHECK (char_length(note) <= 2000),
  ADD CONSTRAINT "relapses_team_said_check" CHECK (team_said IN ('relapse', 'not-a-relapse', 'not-sure')),
  ADD CONSTRAINT "relapses_found_by_check" CHECK (found_by IN ('person', 'rules'));
ALTER TABLE "medicines"
  ADD CONSTRAINT "medicines_kind_check" CHECK (kind IN ('regular', 'as-needed', 'other')),
  ADD CONSTRAINT "medicines_words_check"
    CHECK (char_length(dose) <= 120 AND char_length(reason) <= 500 AND char_length(side_effects) <= 1000 AND char_length(stop_reason) <= 500);
ALTER TABLE "medicine_events"
  ADD CONSTRAINT "medicine_events_kind_check" CHECK (kind IN ('missed', 'taken', 'infusion')),
  ADD CONSTRAINT "medicine_events_note_check" CHECK (char_length(note) <= 500);
ALTER TABLE "measures"
  ADD CONSTRAINT "measures_kind_check" CHECK (kind IN ('timed-walk', 'edss', 'nine-hole-peg', 'sdmt', 'lab', 'mri')),
  ADD CONSTRAINT "measures_value_check" CHECK (value >= 0 AND value < 1000000),
  ADD CONSTRAINT "measures_details_check" CHECK (jsonb_typeof(details) = 'object');
ALTER TABLE "visits"
  ADD CONSTRAINT "visits_time_check" CHECK (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "visits_questions_check" CHECK (questions IS NOT NULL AND cardinality(questions) <= 3),
  ADD CONSTRAINT "visits_words_check" CHECK (char_length(with_whom) <= 120 AND char_length(main_concern) <= 1000 AND char_length(agreed) <= 2000);
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind_check" CHECK (kind IN ('json', 'daylio', 'bearable', 'flaredown', 'spreadsheet'));
ALTER TABLE "imported_days"
  ADD CONSTRAINT "imported_days_source_check" CHECK (source IN ('daylio', 'bearable', 'flaredown', 'spreadsheet')),
  ADD CONSTRAINT "imported_days_scores_check" CHECK (fatigue BETWEEN 0 AND 10 AND numbness BETWEEN 0 AND 10 AND vision BETWEEN 0 AND 10 AND walking BETWEEN 0 AND 10),
  ADD CONSTRAINT "imported_days_trackers_check" CHECK (daymark_are_trackers(trackers)),
  ADD CONSTRAINT "imported_days_note_check" CHECK (char_length(note) <= 2000);
ALTER TABLE "reminders"
  ADD CONSTRAINT "reminders_minute_check" CHECK (minute_of_day BETWEEN 0 AND 1439),
  ADD CONSTRAINT "reminders_weekdays_check" CHECK (weekdays IS NOT NULL AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]);

-- What the rules read: without removed medicines and relapses, and with the days out of other diaries.
CREATE OR REPLACE FUNCTION daymark_rule_input(diary uuid, ids jsonb, since timestamptz) RETURNS json
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted uuid[] := ARRAY(SELECT value::uuid FROM jsonb_array_elements_text(ids));
  first_read timestamptz := least(since, (
    SELECT min(r.started_at) - interval '4320 hours' FROM relapses r WHERE r.diary_id = diary AND r.ended_at IS NULL AND r.status LIKE 'confirmed%' AND r.removed_at IS NULL));
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
      FROM medicines m WHERE m.diary_id = diary AND m.removed_at IS NULL),
    'relapses', (
      SELECT coalesce(json_agg(json_build_object('startedAt', (date_part('epoch', r.started_at) * 1000)::bigint,
        'endedAt', (date_part('epoch', r.ended_at) * 1000)::bigint) ORDER BY r.started_at), '[]'::json)
      FROM relapses r WHERE r.diary_id = diary AND r.status LIKE 'confirmed%' AND r.removed_at IS NULL),
    -- Days out of other diaries: the usual alone reads them. A day more than the entries, since theirs have no hour.
    'importedDays', (
      SELECT json_agg(json_build_array(i.day, i.fatigue, i.numbness, i.vision, i.walking) ORDER BY i.day, i.imported_day_id)
      FROM imported_days i WHERE i.diary_id = diary AND i.day >= (first_read AT TIME ZONE 'UTC')::date - 1
        AND coalesce(i.fatigue, i.numbness, i.vision, i.walking) IS NOT NULL),
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
ALTER FUNCTION daymark_rule_input(uuid, jsonb, timestamptz) SET plan_cache_mode = force_generic_plan;

-- Trackers are stored with their check-in.
CREATE OR REPLACE FUNCTION daymark_store_check_ins(viewer uuid, diary uuid, corrected uuid[], new_check_ins jsonb, new_alerts jsonb, event jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('daymark.viewer_id', viewer::text, true), set_config('daymark.viewer_kind', 'user', true);
  IF cardinality(corrected) > 0 THEN
    UPDATE check_ins c SET superseded_at = (new_check_ins->0->>'received_at')::timestamptz
    WHERE c.diary_id = diary AND c.superseded_at IS NULL AND c.check_in_id = ANY (corrected);
  END IF;
  INSERT INTO check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness,
    vision, walking, details, trackers, note, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash, superseded_at, removed_at)
  SELECT diary, c.check_in_id, c.revision, c.recorded_at, c.entered_at, c.received_at, c.day, c.time_zone, c.fatigue, c.numbness,
    c.vision, c.walking, c.details, coalesce(c.trackers, '{}'), c.note, c.confirmed_unchanged, c.entered_by_id, c.rules_version, c.could_not_check,
    c.content_hash, c.superseded_at, c.removed_at
  FROM jsonb_to_recordset(new_check_ins) AS c(check_in_id uuid, revision smallint, recorded_at timestamptz,
    entered_at timestamptz, received_at timestamptz, day date, time_zone text, fatigue smallint, numbness smallint, vision smallint,
    walking smallint, details jsonb, trackers jsonb, note text, confirmed_unchanged text[], entered_by_id uuid, rules_version text,
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

-- Jobs that the app may ask for. One may be asked for at a later moment, by a key of its own, so that asking again moves it.
CREATE OR REPLACE FUNCTION daymark_add_jobs(task text, payloads json[]) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF task NOT IN ('after-check-in', 'send-sign-in-code', 'send-account-notice', 'send-invitation', 'judge-newest') THEN
    RAISE EXCEPTION 'The app may not add a job of this kind';
  END IF;
  RETURN (SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT (task, payload, NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec FROM unnest(payloads) AS payload)));
END $$;
CREATE FUNCTION daymark_add_job_at(task text, payload json, run_at timestamptz, job_key text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF task NOT IN ('purge-check-in', 'delete-account', 'send-reminder') THEN
    RAISE EXCEPTION 'The app may not add a job of this kind';
  END IF;
  PERFORM graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at, job_key => task || ':' || job_key);
END $$;
REVOKE ALL ON FUNCTION daymark_add_job_at(text, json, timestamptz, text), daymark_are_trackers(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_add_job_at(text, json, timestamptz, text), daymark_are_trackers(jsonb) TO daymark_app;

-- Row-level security.
ALTER TABLE "medicine_events" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "measures" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "visits" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "imported_days" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "removed_check_ins" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY "owner" ON "medicine_events" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "measures" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "visits" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "imports" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "imported_days" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "removed_check_ins" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "reminders" USING (diary_id = (SELECT daymark_own_diary()));

-- People it is shared with: what a live grant opens, from its first day on, and nothing that was removed.
CREATE POLICY "granted" ON "medicine_events" FOR SELECT USING (removed_at IS NULL AND EXISTS (
  SELECT FROM daymark_granted('medicines:read') g WHERE g.diary_id = medicine_events.diary_id AND (g.history_from IS NULL OR medicine_events.day >= g.history_from)));
CREATE POLICY "granted" ON "measures" FOR SELECT USING (removed_at IS NULL AND EXISTS (
  SELECT FROM daymark_granted('check-ins:read') g WHERE g.diary_id = measures.diary_id AND (g.history_from IS NULL OR measures.day >= g.history_from)));
CREATE POLICY "granted" ON "visits" FOR SELECT USING (removed_at IS NULL AND EXISTS (
  SELECT FROM daymark_granted('summary:read') g WHERE g.diary_id = visits.diary_id AND (g.history_from IS NULL OR visits.day >= g.history_from)));
CREATE POLICY "granted" ON "imported_days" FOR SELECT USING (EXISTS (
  SELECT FROM daymark_granted('check-ins:read') g WHERE g.diary_id = imported_days.diary_id AND (g.history_from IS NULL OR imported_days.day >= g.history_from)));
ALTER POLICY "granted" ON "relapses" USING (removed_at IS NULL AND EXISTS (
  SELECT FROM daymark_granted('relapses:read') g WHERE g.diary_id = relapses.diary_id AND (g.history_from IS NULL OR relapses.ended_on IS NULL OR relapses.ended_on >= g.history_from)));
ALTER POLICY "granted" ON "medicines" USING (removed_at IS NULL AND diary_id IN (SELECT g.diary_id FROM daymark_granted('medicines:read') g));

-- The functions that run as the role that migrates; where that is not a superuser, forced security asks it too.
CREATE POLICY "functions" ON "imported_days" FOR SELECT TO CURRENT_USER USING (true);

-- Grants: what the app does, and no more.
GRANT UPDATE (deletion_asked_at, delete_after) ON "users" TO daymark_app;
GRANT UPDATE (trackers) ON "diaries" TO daymark_app;
GRANT INSERT, UPDATE ON "relapses" TO daymark_app;
GRANT SELECT, INSERT, UPDATE ON "medicine_events", "measures", "visits", "removed_check_ins", "reminders" TO daymark_app;
GRANT SELECT, INSERT, DELETE ON "imports", "imported_days" TO daymark_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "push_subscriptions" TO daymark_app;
