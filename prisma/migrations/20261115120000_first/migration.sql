-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "demo_role" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" TEXT,
    "attempts_left" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_mails" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "local_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "id" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "diaries" (
    "diary_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "birth_date" DATE,
    "ms_type" TEXT,
    "ms_year" SMALLINT,
    "profile" JSONB NOT NULL,
    "set_up_done" BOOLEAN NOT NULL,
    "is_demo" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "diaries_pkey" PRIMARY KEY ("diary_id")
);

-- CreateTable
CREATE TABLE "check_ins" (
    "diary_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "revision" SMALLINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "fatigue" SMALLINT NOT NULL,
    "numbness" SMALLINT NOT NULL,
    "vision" SMALLINT NOT NULL,
    "walking" SMALLINT NOT NULL,
    "details" JSONB NOT NULL,
    "note" TEXT,
    "confirmed_unchanged" TEXT[],
    "entered_by_id" UUID NOT NULL,
    "rules_version" TEXT NOT NULL,
    "could_not_check" TEXT[],
    "content_hash" TEXT NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_ins_pkey" PRIMARY KEY ("diary_id","check_in_id","revision")
);

-- CreateTable
CREATE TABLE "alerts" (
    "diary_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "check_in_revision" SMALLINT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "rule_version" SMALLINT NOT NULL,
    "tier" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "found_by" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "response" TEXT,
    "responded_at" TIMESTAMPTZ(3),
    "responded_by_id" UUID,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("diary_id","check_in_id","check_in_revision","rule_id")
);

-- CreateTable
CREATE TABLE "relapses" (
    "diary_id" UUID NOT NULL,
    "relapse_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "symptoms" TEXT[],

    CONSTRAINT "relapses_pkey" PRIMARY KEY ("diary_id","relapse_id")
);

-- CreateTable
CREATE TABLE "medicines" (
    "diary_id" UUID NOT NULL,
    "medicine_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "class" TEXT,
    "started_on" DATE,
    "last_dose_on" DATE,
    "stopped_on" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "medicines_pkey" PRIMARY KEY ("diary_id","medicine_id")
);

-- CreateTable
CREATE TABLE "grants" (
    "diary_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "grantee_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scopes" TEXT[],
    "history_from" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "grants_pkey" PRIMARY KEY ("diary_id","grant_id")
);

-- CreateTable
CREATE TABLE "access_events" (
    "diary_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "actor_id" UUID,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "grant_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_events_pkey" PRIMARY KEY ("diary_id","event_id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "verification_tokens_email_created_at_idx" ON "verification_tokens"("email", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "diaries_owner_id_key" ON "diaries"("owner_id");

-- CreateIndex
CREATE INDEX "check_ins_diary_id_recorded_at_idx" ON "check_ins"("diary_id", "recorded_at");

-- CreateIndex
CREATE INDEX "alerts_diary_id_raised_at_idx" ON "alerts"("diary_id", "raised_at");

-- CreateIndex
CREATE INDEX "grants_grantee_id_idx" ON "grants"("grantee_id");

-- CreateIndex
CREATE INDEX "access_events_diary_id_at_idx" ON "access_events"("diary_id", "at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diaries" ADD CONSTRAINT "diaries_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_diary_id_check_in_id_check_in_revision_fkey" FOREIGN KEY ("diary_id", "check_in_id", "check_in_revision") REFERENCES "check_ins"("diary_id", "check_in_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relapses" ADD CONSTRAINT "relapses_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "medicines" ADD CONSTRAINT "medicines_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_grantee_id_fkey" FOREIGN KEY ("grantee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_events" ADD CONSTRAINT "access_events_diary_id_fkey" FOREIGN KEY ("diary_id") REFERENCES "diaries"("diary_id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Everything below is written by hand: it is what schema.prisma cannot say.

-- One newest revision of each check-in.
CREATE UNIQUE INDEX "check_ins_newest_key" ON "check_ins"("diary_id", "check_in_id") WHERE "superseded_at" IS NULL;

-- CHECKs. Lists of words that grow with the vocabulary (details, rule ids) are checked by zod alone.
ALTER TABLE "users"
  ADD CONSTRAINT "users_email_check" CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
  ADD CONSTRAINT "users_demo_role_check" CHECK (demo_role IN ('owner', 'caregiver', 'clinician'));
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_expires_check" CHECK (expires_at > created_at);
ALTER TABLE "verification_tokens"
  ADD CONSTRAINT "verification_tokens_attempts_check" CHECK (attempts_left BETWEEN 0 AND 5),
  ADD CONSTRAINT "verification_tokens_expires_check" CHECK (expires_at > created_at);
ALTER TABLE "diaries"
  ADD CONSTRAINT "diaries_display_name_check" CHECK (char_length(display_name) BETWEEN 1 AND 80),
  ADD CONSTRAINT "diaries_birth_date_check" CHECK (birth_date BETWEEN '1900-01-01' AND '2100-12-31'),
  ADD CONSTRAINT "diaries_ms_type_check" CHECK (ms_type IN ('relapsing-remitting', 'secondary-progressive', 'primary-progressive', 'first-episode')),
  ADD CONSTRAINT "diaries_ms_year_check" CHECK (ms_year BETWEEN 1920 AND 2100),
  ADD CONSTRAINT "diaries_profile_check" CHECK (jsonb_typeof(profile) = 'object');
ALTER TABLE "check_ins"
  ADD CONSTRAINT "check_ins_revision_check" CHECK (revision >= 1),
  ADD CONSTRAINT "check_ins_fatigue_check" CHECK (fatigue BETWEEN 0 AND 10),
  ADD CONSTRAINT "check_ins_numbness_check" CHECK (numbness BETWEEN 0 AND 10),
  ADD CONSTRAINT "check_ins_vision_check" CHECK (vision BETWEEN 0 AND 10),
  ADD CONSTRAINT "check_ins_walking_check" CHECK (walking BETWEEN 0 AND 10),
  ADD CONSTRAINT "check_ins_details_check" CHECK (jsonb_typeof(details) = 'object'),
  ADD CONSTRAINT "check_ins_note_check" CHECK (char_length(note) <= 2000),
  ADD CONSTRAINT "check_ins_confirmed_unchanged_check"
    CHECK (confirmed_unchanged IS NOT NULL AND confirmed_unchanged <@ ARRAY['fatigue', 'numbness', 'vision', 'walking']),
  ADD CONSTRAINT "check_ins_could_not_check_check" CHECK (could_not_check IS NOT NULL),
  -- An hour counts as an hour whatever the zone does, so the seven days are given in hours.
  ADD CONSTRAINT "check_ins_recorded_at_check"
    CHECK (recorded_at >= entered_at - interval '168 hours' AND recorded_at <= entered_at + interval '15 minutes'),
  -- The exact day is worked out by the app with its own zone data, which may be newer than this server's; no zone is further away.
  ADD CONSTRAINT "check_ins_day_check"
    CHECK (day BETWEEN (recorded_at AT TIME ZONE 'UTC')::date - 1 AND (recorded_at AT TIME ZONE 'UTC')::date + 1);
ALTER TABLE "alerts"
  ADD CONSTRAINT "alerts_rule_version_check" CHECK (rule_version >= 1),
  ADD CONSTRAINT "alerts_tier_check" CHECK (tier IN ('EMERGENCY', 'URGENT', 'SOON', 'INFO')),
  ADD CONSTRAINT "alerts_evidence_check" CHECK (jsonb_typeof(evidence) = 'array'),
  ADD CONSTRAINT "alerts_found_by_check" CHECK (found_by IN ('device', 'server', 'both')),
  ADD CONSTRAINT "alerts_response_check"
    CHECK (response IN ('called', 'got-help', 'not-yet', 'my-usual', 'corrected', 'told-my-team', 'remind-later')),
  ADD CONSTRAINT "alerts_responded_together_check"
    CHECK ((response IS NULL) = (responded_at IS NULL) AND (response IS NULL) = (responded_by_id IS NULL));
ALTER TABLE "relapses"
  ADD CONSTRAINT "relapses_status_check" CHECK (status IN ('possible', 'confirmed-by-me', 'confirmed-by-team', 'not-a-relapse')),
  ADD CONSTRAINT "relapses_end_check" CHECK (ended_on >= started_on AND ended_at >= started_at),
  ADD CONSTRAINT "relapses_ended_together_check" CHECK ((ended_on IS NULL) = (ended_at IS NULL)),
  ADD CONSTRAINT "relapses_symptoms_check" CHECK (symptoms IS NOT NULL);
ALTER TABLE "medicines"
  ADD CONSTRAINT "medicines_name_check" CHECK (char_length(name) BETWEEN 1 AND 120),
  ADD CONSTRAINT "medicines_class_check" CHECK (class IN (
    'anti-CD20', 'natalizumab', 'S1P-modulator', 'fumarate', 'cladribine', 'alemtuzumab', 'teriflunomide', 'interferon',
    'glatiramer', 'other-immunosuppressant', 'hsct', 'steroid-course', 'baclofen-pump', 'anticoagulant')),
  ADD CONSTRAINT "medicines_stopped_on_check" CHECK (stopped_on >= started_on);
ALTER TABLE "grants"
  ADD CONSTRAINT "grants_role_check" CHECK (role IN ('caregiver', 'clinician')),
  ADD CONSTRAINT "grants_scopes_check" CHECK (scopes IS NOT NULL AND scopes <@ ARRAY[
    'check-ins:read', 'notes:read', 'alerts:read', 'relapses:read', 'medicines:read', 'summary:read', 'check-ins:write', 'alerts:notify']),
  ADD CONSTRAINT "grants_expires_check" CHECK (expires_at > created_at);
ALTER TABLE "access_events"
  ADD CONSTRAINT "access_events_role_check" CHECK (role IN ('owner', 'caregiver', 'clinician')),
  ADD CONSTRAINT "access_events_action_check" CHECK (char_length(action) BETWEEN 1 AND 64);

-- The role every connection of the app takes: it owns nothing and cannot pass row-level security.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'daymark_app') THEN
    CREATE ROLE daymark_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- made meanwhile, through another database of this server
END $$;
GRANT USAGE ON SCHEMA public TO daymark_app;

-- Who is asking: settings that live as long as the transaction, set by lib/server/access.ts.
CREATE FUNCTION daymark_viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('daymark.viewer_kind', true) = 'user' THEN nullif(current_setting('daymark.viewer_id', true), '')::uuid END;
CREATE FUNCTION daymark_worker_diary() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('daymark.viewer_kind', true) = 'worker' THEN nullif(current_setting('daymark.worker_diary_id', true), '')::uuid END;

-- The policies of one table need rows of another (whose diary, which grants). Asked through functions of the tables' owner, the
-- policies of those rows are not asked in turn, which would go round in circles. Each answers about the viewer only.
CREATE FUNCTION daymark_own_diary() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT diary_id FROM diaries WHERE owner_id = daymark_viewer() $$;
-- Live grants of the viewer that hold the scope (any scope for null), with the first day that each opens.
CREATE FUNCTION daymark_granted(wanted text) RETURNS TABLE (diary_id uuid, history_from date)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = public, pg_temp
  AS $$
    SELECT g.diary_id, g.history_from FROM grants g
    WHERE g.grantee_id = daymark_viewer() AND g.expires_at > now() AND (g.revoked_at IS NULL OR g.revoked_at > now())
      AND (wanted IS NULL OR wanted = ANY (g.scopes))
  $$;

-- The gate in one round trip: says who asks for the rest of the transaction, then returns whose diary it is with the viewer's
-- grants on it. Null when row-level security shows no such diary.
CREATE FUNCTION daymark_open(viewer uuid, diary uuid) RETURNS json LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('daymark.viewer_id', viewer::text, true), set_config('daymark.viewer_kind', 'user', true);
  RETURN (
    SELECT json_build_object('ownerId', d.owner_id, 'grants', CASE WHEN d.owner_id = viewer THEN '[]'::json ELSE (
      SELECT coalesce(json_agg(json_build_object('id', g.grant_id, 'role', g.role, 'scopes', g.scopes, 'historyFrom', g.history_from,
        'expiresAt', g.expires_at, 'revokedAt', g.revoked_at)), '[]'::json)
      FROM grants g WHERE g.diary_id = d.diary_id AND g.grantee_id = viewer) END)
    FROM diaries d WHERE d.diary_id = diary);
END $$;

-- What the rules read of a diary, for whoever may write in it: a caregiver who logs without reading must be warned like the
-- owner, so this does not go through the reader's policies. It never holds notes or names. Besides: what is stored of `ids`.
CREATE FUNCTION daymark_rule_input(diary uuid, ids jsonb, since timestamptz) RETURNS json
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
      SELECT coalesce(json_agg(json_build_object('startedAt', (extract(epoch FROM r.started_at) * 1000)::bigint,
        'endedAt', (extract(epoch FROM r.ended_at) * 1000)::bigint) ORDER BY r.started_at), '[]'::json)
      FROM relapses r WHERE r.diary_id = diary AND r.status LIKE 'confirmed%'),
    'history', (
      SELECT coalesce(json_agg(json_build_array(CASE WHEN c.check_in_id = ANY (wanted) THEN c.check_in_id END,
        (extract(epoch FROM c.recorded_at) * 1000)::bigint, c.time_zone, c.day, c.fatigue, c.numbness, c.vision, c.walking, c.details)
        ORDER BY c.recorded_at), '[]'::json)
      FROM check_ins c WHERE c.diary_id = diary AND c.superseded_at IS NULL AND c.recorded_at >= first_read),
    'existing', (
      SELECT coalesce(json_agg(json_build_object('id', c.check_in_id, 'revision', c.revision, 'isNewest', c.superseded_at IS NULL,
        'hash', c.content_hash, 'enteredById', c.entered_by_id, 'couldNotCheck', c.could_not_check, 'alerts', (
          SELECT coalesce(json_agg(json_strip_nulls(json_build_object('ruleId', a.rule_id, 'ruleVersion', a.rule_version, 'tier', a.tier,
            'evidence', a.evidence, 'shownAt', daymark_iso(a.shown_at), 'raisedAt', daymark_iso(a.raised_at))) ORDER BY a.rule_id), '[]'::json)
          FROM alerts a WHERE a.diary_id = diary AND a.check_in_id = c.check_in_id AND a.check_in_revision = c.revision))), '[]'::json)
      FROM check_ins c WHERE c.diary_id = diary AND c.check_in_id = ANY (wanted)));
END $$;
CREATE FUNCTION daymark_iso(moment timestamptz) RETURNS text LANGUAGE sql STABLE
  RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- Jobs. The queue's tables belong to graphile-worker and are closed to the app; these are the tasks it may ask for.
CREATE FUNCTION daymark_add_jobs(task text, payloads json[]) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF task NOT IN ('after-check-in', 'send-sign-in-code') THEN
    RAISE EXCEPTION 'The app may not add a job of this kind';
  END IF;
  RETURN (SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT (task, payload, NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec FROM unnest(payloads) AS payload)));
END $$;
CREATE FUNCTION daymark_add_job(task text, payload json) RETURNS bigint LANGUAGE sql VOLATILE
  RETURN daymark_add_jobs(task, ARRAY[payload]);

-- Check-ins with their alerts, the access event and a job each, in one round trip. Row-level security judges every row.
CREATE FUNCTION daymark_store_check_ins(diary uuid, new_check_ins jsonb, new_alerts jsonb, event jsonb) RETURNS bigint
  LANGUAGE plpgsql VOLATILE AS $$
BEGIN
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
  RETURN daymark_add_jobs('after-check-in', ARRAY(
    SELECT json_build_object('diaryId', diary, 'checkInId', c->>'check_in_id', 'revision', (c->>'revision')::int)
    FROM jsonb_array_elements(new_check_ins) AS c));
END $$;

-- For the worker, in one round trip: the newest check-in, when it was stored before the one named here (which is then a late entry
-- or a correction) and so was judged without it. Null otherwise, as it is for nearly every check-in.
CREATE FUNCTION daymark_newest_before(diary uuid, changed uuid, changed_revision int) RETURNS json LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('daymark.viewer_kind', 'worker', true), set_config('daymark.worker_diary_id', diary::text, true);
  RETURN (
    SELECT json_build_object('id', n.check_in_id, 'revision', n.revision, 'recordedAt', daymark_iso(n.recorded_at))
    FROM (SELECT * FROM check_ins c WHERE c.diary_id = diary AND c.superseded_at IS NULL ORDER BY c.recorded_at DESC, c.check_in_id DESC LIMIT 1) n
    JOIN check_ins c ON c.diary_id = diary AND c.check_in_id = changed AND c.revision = changed_revision
    WHERE n.check_in_id <> changed AND n.received_at < c.received_at);
END $$;

REVOKE ALL ON FUNCTION daymark_own_diary(), daymark_granted(text), daymark_rule_input(uuid, jsonb, timestamptz), daymark_add_jobs(text, json[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_own_diary(), daymark_granted(text), daymark_rule_input(uuid, jsonb, timestamptz), daymark_add_jobs(text, json[]) TO daymark_app;

-- Row-level security. `(SELECT f())` is worked out once in a statement, not once for each row.
ALTER TABLE "diaries" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "check_ins" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "alerts" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "relapses" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "medicines" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "grants" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "access_events" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- The owner of a diary: everything in it.
CREATE POLICY "owner" ON "diaries" USING (owner_id = (SELECT daymark_viewer()));
CREATE POLICY "owner" ON "check_ins" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "alerts" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "relapses" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "medicines" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "grants" USING (diary_id = (SELECT daymark_own_diary()));
CREATE POLICY "owner" ON "access_events" USING (diary_id = (SELECT daymark_own_diary()));

-- People it is shared with: what a live grant opens, from its first day on.
CREATE POLICY "granted" ON "diaries" FOR SELECT USING (diary_id IN (SELECT g.diary_id FROM daymark_granted(NULL) g));
CREATE POLICY "granted" ON "grants" FOR SELECT USING (grantee_id = (SELECT daymark_viewer()));
CREATE POLICY "granted" ON "check_ins" FOR SELECT USING (EXISTS (
  SELECT FROM daymark_granted('check-ins:read') g WHERE g.diary_id = check_ins.diary_id AND (g.history_from IS NULL OR check_ins.day >= g.history_from)));
CREATE POLICY "granted" ON "alerts" FOR SELECT USING (EXISTS (
  SELECT FROM daymark_granted('alerts:read') g WHERE g.diary_id = alerts.diary_id AND (g.history_from IS NULL OR alerts.raised_at >= g.history_from::timestamp AT TIME ZONE 'UTC')));
CREATE POLICY "granted" ON "relapses" FOR SELECT USING (EXISTS (
  SELECT FROM daymark_granted('relapses:read') g WHERE g.diary_id = relapses.diary_id AND (g.history_from IS NULL OR relapses.ended_on IS NULL OR relapses.ended_on >= g.history_from)));
CREATE POLICY "granted" ON "medicines" FOR SELECT USING (diary_id IN (SELECT g.diary_id FROM daymark_granted('medicines:read') g));

-- A caregiver who may log: adds check-ins under their own name, sees and corrects those, and answers the diary's alerts.
CREATE POLICY "logs" ON "check_ins" FOR INSERT WITH CHECK (
  entered_by_id = (SELECT daymark_viewer()) AND diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g));
CREATE POLICY "sees logged" ON "check_ins" FOR SELECT USING (
  entered_by_id = (SELECT daymark_viewer()) AND diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g));
CREATE POLICY "corrects logged" ON "check_ins" FOR UPDATE USING (
  entered_by_id = (SELECT daymark_viewer()) AND diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g));
CREATE POLICY "logs" ON "alerts" FOR INSERT WITH CHECK (diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g));
CREATE POLICY "sees answered" ON "alerts" FOR SELECT USING (diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g));
CREATE POLICY "answers" ON "alerts" FOR UPDATE USING (diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g))
  WITH CHECK (responded_by_id IS NULL OR responded_by_id = (SELECT daymark_viewer()) OR diary_id IN (SELECT g.diary_id FROM daymark_granted('check-ins:write') g));

-- Whoever looks leaves a trace in their own name.
CREATE POLICY "leaves trace" ON "access_events" FOR INSERT WITH CHECK (
  actor_id = (SELECT daymark_viewer()) AND diary_id IN (SELECT g.diary_id FROM daymark_granted(NULL) g));

-- The worker: judges check-ins of the diary it opened again.
CREATE POLICY "worker" ON "check_ins" FOR SELECT USING (diary_id = (SELECT daymark_worker_diary()));
CREATE POLICY "worker reads" ON "alerts" FOR SELECT USING (diary_id = (SELECT daymark_worker_diary()));
CREATE POLICY "worker adds" ON "alerts" FOR INSERT WITH CHECK (diary_id = (SELECT daymark_worker_diary()));

-- The functions above run as the role that migrates; where that is not a superuser, forced security asks it too.
CREATE POLICY "functions" ON "diaries" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "functions" ON "grants" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "functions" ON "check_ins" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "functions" ON "alerts" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "functions" ON "relapses" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "functions" ON "medicines" FOR SELECT TO CURRENT_USER USING (true);

-- Grants: what the app does today, and no more. Access events are append-only.
GRANT SELECT, INSERT, UPDATE (display_name, birth_date, ms_type, ms_year, profile, set_up_done, updated_at) ON "diaries" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (superseded_at) ON "check_ins" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (shown_at, response, responded_at, responded_by_id) ON "alerts" TO daymark_app;
GRANT SELECT ON "relapses" TO daymark_app;
GRANT SELECT, INSERT, UPDATE ON "medicines" TO daymark_app;
GRANT SELECT, UPDATE (revoked_at) ON "grants" TO daymark_app;
GRANT SELECT, INSERT ON "access_events" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (name) ON "users" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (last_used_at, expires_at), DELETE ON "sessions" TO daymark_app;
GRANT SELECT, INSERT, UPDATE (code_hash, attempts_left, sent_at, used_at), DELETE ON "verification_tokens" TO daymark_app;
GRANT SELECT, INSERT, DELETE ON "local_mails" TO daymark_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "worker_heartbeats", "rate_limits" TO daymark_app;
