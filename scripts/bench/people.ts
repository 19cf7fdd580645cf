import { encode } from "next-auth/jwt";
import type { Pool } from "pg";
import { v7 as uuidv7 } from "uuid";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import { addDays, dayOf } from "@/lib/domain/time";
import { DEMO_DIARIES } from "@/prisma/demo/cast";
import { diaryRows } from "@/prisma/demo/rows";
import type { Call } from "./load";

export type BenchOwner = { userId: string; diaryId: string; cookie: string };

const TIME_ZONE = "Europe/London";
const HISTORY_DAYS = 90;
const SESSION_MS = 86_400_000;

/** Owners with the same believable 90 days, each signed in. Spread over many, a run of writes hardly lengthens one history. */
export async function createOwners(pool: Pool, secret: string, count: number): Promise<BenchOwner[]> {
  const today = dayOf(new Date(), TIME_ZONE);
  const relapsing = DEMO_DIARIES[0];
  if (!relapsing) throw new Error("There is no demo diary to take the history from.");
  const rows = diaryRows(relapsing, today);
  const history = rows.check_ins.filter(({ day }) => String(day) >= addDays(today, -HISTORY_DAYS));
  const owners = Array.from({ length: count }, () => ({ userId: uuidv7(), diaryId: uuidv7(), sessionId: uuidv7() }));
  const column = (key: "userId" | "diaryId" | "sessionId") => owners.map((owner) => owner[key]);
  const expires = new Date(Date.now() + SESSION_MS);
  await pool.query("insert into users (id, email, name, created_at) select id, id || '@example.org', 'Bench owner', now() from unnest($1::uuid[]) id", [column("userId")]);
  await pool.query("insert into consents (id, user_id, version, given_at) select gen_random_uuid(), u, $2, now() from unnest($1::uuid[]) u", [column("userId"), CONSENT_VERSION]);
  await pool.query("insert into sessions (id, user_id, created_at, last_used_at, expires_at, ends_at) select s, u, now(), now(), $3, $3 from unnest($1::uuid[], $2::uuid[]) as t(s, u)", [column("sessionId"), column("userId"), expires]);
  await pool.query(
    `insert into diaries (diary_id, owner_id, display_name, profile, set_up_done, is_demo, created_at, updated_at)
     select d, u, 'Bench owner', $3, true, false, now(), now() from unnest($1::uuid[], $2::uuid[]) as t(d, u)`,
    [column("diaryId"), column("userId"), rows.diaries[0]?.profile]);
  await pool.query(
    `insert into check_ins select (jsonb_populate_record(null::check_ins, to_jsonb(h) || jsonb_build_object('diary_id', d, 'entered_by_id', u))).*
     from unnest($1::uuid[], $2::uuid[]) as t(d, u) cross join jsonb_populate_recordset(null::check_ins, $3::jsonb) as h`,
    [column("diaryId"), column("userId"), JSON.stringify(history)]);
  await pool.query("analyze");
  return Promise.all(owners.map(async ({ userId, diaryId, sessionId }) => ({
    userId, diaryId, cookie: `daymark.session=${await encode({ token: { sid: sessionId }, secret, maxAge: SESSION_MS / 1000 })}`,
  })));
}

/** A check-in as the browser sends it; its sign raises one alert. */
export function checkInBody(count = 1): string {
  const checkIns = Array.from({ length: count }, (_, index) => {
    const moment = new Date(Date.now() - index * 60_000).toISOString();
    return {
      id: uuidv7(), revision: 1, recordedAt: moment, enteredAt: moment, timeZone: TIME_ZONE,
      scores: { fatigue: 4, numbness: 2, vision: 1, walking: 3 }, confirmedUnchanged: [], answers: { signs: ["chest-pain"] },
      rulesVersion: "bench", deviceAlerts: [], deviceCouldNotCheck: [],
    };
  });
  return JSON.stringify({ checkIns });
}

/** Takes the owners in turn. */
export function inTurn(owners: readonly BenchOwner[]): () => BenchOwner {
  let index = 0;
  return () => owners[index++ % owners.length]!;
}

const JSON_TYPE = { "content-type": "application/json" };

export const checkInCall = (origin: string, next: () => BenchOwner, count = 1) => (): Call => {
  const { diaryId, cookie } = next();
  return { method: "POST", path: `/api/diaries/${diaryId}/check-ins`, headers: { ...JSON_TYPE, cookie, origin }, body: checkInBody(count) };
};

export const floorCall = (route: "parse" | "insert", next: () => BenchOwner) => (): Call =>
  ({ method: "POST", path: `/${route}?diary=${next().diaryId}`, headers: JSON_TYPE, body: checkInBody() });
