import "server-only";
import { cache } from "react";
import type { Profile, Scores } from "@/lib/domain/check-in/check-in";
import { toTrackerList, type TrackerName } from "@/lib/domain/check-in/trackers";
import type { MsType } from "@/lib/domain/check-in/vocabulary";
import { isLive, type GrantRole, type Scope } from "@/lib/domain/sharing/policy";
import { consentState, type Consent } from "@/lib/domain/account/consent";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import type { DiaryInput, ProfilePatch } from "@/lib/schemas/profile";
import { asViewer, openDiary, readAsViewer } from "@/lib/server/access";
import { fromDayOrNull, toDayOrNull } from "@/lib/server/days";
import { ConflictError, ConsentMissingError, NotFoundError } from "@/lib/server/errors";
import type { Diary, Prisma } from "@/lib/server/generated/client";

export type OwnDiary = {
  id: string;
  displayName: string;
  birthDate: CalendarDay | null;
  msType: MsType | null;
  msYear: number | null;
  profile: Profile;
  /** those switched on, in the order shown */
  trackers: TrackerName[];
  setUpDone: boolean;
  isDemo: boolean;
  createdAt: Date;
};

/** A diary as the people see it with whom it is shared: no birth date, no profile. */
export type SharedDiary = {
  diaryId: string;
  displayName: string;
  role: GrantRole;
  scopes: readonly Scope[];
  grantId: string;
  expiresAt: Date;
  /** the first day that is open; null for the whole diary */
  historyFrom: CalendarDay | null;
  isDemo: boolean;
  country: string | null;
  timeZone: string | null;
  /** the usual scores stand in for a baseline on charts; null when unknown or without `check-ins:read` */
  usualScores: Scores | null;
};

/** What a person has here: a diary, null before the first step of the set-up, and the consent they gave last. */
export type Own = { diary: OwnDiary | null; consent: Consent | null };

/** The viewer's own diary and consent, in one statement. A page and its layouts look them up once between them. */
export const findOwn = cache(async (viewer: Viewer): Promise<Own> => {
  const found = await readAsViewer<StoredOwn>(viewer, { name: "own", text: OWN, values: [] });
  return {
    diary: found?.diary ? { ...found.diary, trackers: toTrackerList(found.diary.trackers), createdAt: new Date(found.diary.createdAt) } : null,
    consent: found?.consent ? toConsent(found.consent) : null,
  };
});

/** The viewer's own diary alone. */
export const findOwnDiary = async (viewer: Viewer): Promise<OwnDiary | null> => (await findOwn(viewer)).diary;

type Stored<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key] };
type StoredOwn = { diary: Stored<OwnDiary> | null; consent: Stored<Consent> | null };

const OWN = `select json_build_object(
  'diary', (select json_build_object('id', diary_id, 'displayName', display_name, 'birthDate', birth_date, 'msType', ms_type, 'msYear', ms_year,
    'profile', profile, 'trackers', trackers, 'setUpDone', set_up_done, 'isDemo', is_demo, 'createdAt', created_at) from diaries where owner_id = $1::uuid),
  'consent', (select json_build_object('version', version, 'givenAt', given_at, 'withdrawnAt', withdrawn_at)
    from consents where user_id = $1::uuid order by given_at desc, id desc limit 1))`;

const toConsent = ({ version, givenAt, withdrawnAt }: Stored<Consent>): Consent =>
  ({ version, givenAt: new Date(givenAt), withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : null });

/**
 * Makes the viewer's diary under the id given by the browser, or replaces what is stored of it. Sending twice is harmless.
 * @throws ConflictError when the viewer has another diary. NotFoundError when the id is someone else's. ConsentMissingError when
 * there is no diary yet and no consent to the text of today.
 */
export async function saveDiary(viewer: Viewer, diaryId: string, input: DiaryInput): Promise<OwnDiary> {
  const own = await findOwnDiary(viewer);
  if (!own) return createDiary(viewer, diaryId, input);
  if (own.id !== diaryId) throw new ConflictError("A person has one diary");
  return openDiary(viewer, diaryId, "owner", async (scope) =>
    toOwnDiary(await scope.db.diary.update({ where: { id: diaryId }, data: { ...toColumns(input), updatedAt: new Date() } })),
  { writes: "diary:write" });
}

/**
 * Replaces the parts of the profile that are given, and keeps the others. Owner only.
 * @returns the whole profile as it is then
 */
export function changeProfile(viewer: Viewer, diaryId: string, patch: ProfilePatch): Promise<Profile> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const [row] = await scope.db.$queryRaw<{ profile: Profile }[]>`
      update diaries set profile = profile || ${JSON.stringify(patch)}::jsonb, updated_at = ${new Date()} where diary_id = ${scope.diaryId}::uuid returning profile`;
    if (!row) throw new NotFoundError();
    return row.profile;
  }, { writes: "diary:write" });
}

/**
 * Switches trackers on and off, and sets their order: the list replaces the stored one. What was logged stays. Owner only.
 * @returns the list as it is then
 */
export function changeTrackers(viewer: Viewer, diaryId: string, trackers: readonly TrackerName[]): Promise<TrackerName[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const row = await scope.db.diary.update({ where: { id: scope.diaryId }, data: { trackers: [...trackers], updatedAt: new Date() }, select: { trackers: true } });
    return toTrackerList(row.trackers);
  }, { writes: "diary:write" });
}

async function createDiary(viewer: Viewer, diaryId: string, input: DiaryInput): Promise<OwnDiary> {
  const now = new Date();
  const data = { ...toColumns(input), id: diaryId, ownerId: viewer.userId, isDemo: viewer.demoRole !== null, createdAt: now, updatedAt: now };
  try {
    return await asViewer(viewer, async (tx) => {
      const made = toOwnDiary(await tx.diary.create({ data })); // before the consent is asked about: someone else's id is answered alike
      const consent = await tx.consent.findFirst({ where: { userId: viewer.userId }, orderBy: [{ givenAt: "desc" }, { id: "desc" }] });
      if (!viewer.demoRole && consentState(consent) !== "current") throw new ConsentMissingError();
      return made;
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "P2002") throw error;
    const own = await findOwnDiary(viewer); // two first saves at once: the later one replaces
    if (own?.id === diaryId) return saveDiary(viewer, diaryId, input);
    throw own ? new ConflictError("A person has one diary") : new NotFoundError();
  }
}

/** The diaries that are shared with the viewer by a live grant, by name. Each is one row, with the grant that opens most. */
export function listSharedDiaries(viewer: Viewer): Promise<SharedDiary[]> {
  return asViewer(viewer, async (tx) => {
    const now = new Date();
    const rows = await tx.diary.findMany({
      where: { ownerId: { not: viewer.userId }, grants: { some: { granteeId: viewer.userId } } },
      include: { grants: { where: { granteeId: viewer.userId } } },
    });
    const shared = rows.flatMap((row) => {
      const [grant] = row.grants
        .filter((each) => isLive(each, now) && (each.role !== "clinician" || viewer.hasSecondFactor))
        .sort((a, b) => b.scopes.length - a.scopes.length || a.id.localeCompare(b.id));
      return grant ? [toSharedDiary(row, grant)] : [];
    });
    return shared.sort((a, b) => a.displayName.localeCompare(b.displayName) || a.diaryId.localeCompare(b.diaryId));
  });
}

/**
 * How many diaries wait for the viewer's second step: a clinician's live grants open with it only. 0 once it was given in this
 * session. A number and nothing more: whose diaries they are is told after that step.
 */
export const countWaitingDiaries = cache(async (viewer: Viewer): Promise<number> =>
  viewer.hasSecondFactor ? 0 : (await readAsViewer<number>(viewer, { name: "waiting-diaries", text: WAITING_DIARIES, values: [] })) ?? 0);

const WAITING_DIARIES = `select count(distinct diary_id)::int from grants where grantee_id = $1::uuid and role = 'clinician'
  and expires_at > now() and (revoked_at is null or revoked_at > now())`;

/**
 * One diary that is shared with the viewer. Any live grant shows its name; its content is opened by each data function.
 * @throws NotFoundError when it is not shared with the viewer, or any more; also for the viewer's own diary.
 */
export async function getSharedDiary(viewer: Viewer, diaryId: string): Promise<SharedDiary> {
  const found = (await listSharedDiaries(viewer)).find((diary) => diary.diaryId === diaryId);
  if (!found) throw new NotFoundError();
  return found;
}

type GrantRow = { id: string; role: string; scopes: string[]; historyFrom: Date | null; expiresAt: Date; revokedAt: Date | null };

function toSharedDiary(row: Diary, grant: GrantRow): SharedDiary {
  const profile = row.profile as Profile;
  const scopes = grant.scopes as Scope[];
  return {
    diaryId: row.id, displayName: row.displayName, role: grant.role as GrantRole, scopes, grantId: grant.id,
    expiresAt: grant.expiresAt, historyFrom: toDayOrNull(grant.historyFrom), isDemo: row.isDemo,
    country: profile.country ?? null, timeZone: profile.timeZone ?? null,
    usualScores: scopes.includes("check-ins:read") ? profile.usual?.scores ?? null : null,
  };
}

function toOwnDiary(row: Diary): OwnDiary {
  return {
    id: row.id, displayName: row.displayName, birthDate: toDayOrNull(row.birthDate), msType: row.msType as MsType | null,
    msYear: row.msYear, profile: row.profile as Profile, trackers: toTrackerList(row.trackers), setUpDone: row.setUpDone, isDemo: row.isDemo, createdAt: row.createdAt,
  };
}

function toColumns(input: DiaryInput) {
  return {
    displayName: input.displayName, birthDate: fromDayOrNull(input.birthDate), msType: input.msType ?? null,
    msYear: input.msYear ?? null, profile: input.profile as Prisma.InputJsonValue, setUpDone: input.setUpDone,
  };
}
