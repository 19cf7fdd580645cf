import "server-only";
import type { AlertResponse, ToldAlert } from "@/lib/domain/alerts/alert";
import { isRunField } from "@/lib/domain/alerts/same-run";
import { standingAlerts } from "@/lib/domain/alerts/standing";
import type { Answers, CheckIn, ImportedScores, Profile } from "@/lib/domain/check-in/check-in";
import { isGone, undoUntil, UNDO_MS } from "@/lib/domain/check-in/removal";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Evidence, Tier } from "@/lib/domain/red-flags/rule";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { DAY_MS, dayOf, type CalendarDay } from "@/lib/domain/time";
import { MOST_REVISIONS } from "@/lib/schemas/check-in";
import type { CheckInWire, RuleContextWire, ToldAlertWire } from "@/lib/schemas/rule-context";
import { openDiary, type DiaryScope } from "@/lib/server/access";
import { readDayWalks } from "@/lib/server/day-walks";
import { fromDay, toDay } from "@/lib/server/days";
import { env } from "@/lib/server/env";
import type { Alert } from "@/lib/server/generated/client";

/** How far the device looks back when it runs the rules. */
export const CONTEXT_DAYS = 400;
/** Of older alerts no screen is drawn: of their evidence only the runs are read, which say what was told before. */
const FULL_EVIDENCE_DAYS = 21;

type CheckInQuery = { diaryId: string; from: CalendarDay; to: CalendarDay };

/**
 * A superseded revision is kept for the owner; `supersededAt` is null for the one that stands. One with `removedAt` took the entry out;
 * on the newest, `undoUntil` says how long it can be put back.
 */
export type CheckInRevision = CheckIn & { supersededAt: Date | null; removedAt: Date | null; undoUntil: Date | null };

/**
 * Check-ins between two days, both included, oldest first, at their newest revision. Notes are null unless the viewer may read them.
 * @throws NotFoundError when the viewer may not read this diary: the same answer as when there is none.
 */
export function listCheckIns(viewer: Viewer, { diaryId, from, to }: CheckInQuery): Promise<CheckIn[]> {
  return openDiary(viewer, diaryId, "check-ins:read", async (scope) => {
    const rows = await scope.db.checkIn.findMany({
      where: { AND: [visibleIn(scope), { day: { gte: fromDay(from), lte: fromDay(to) } }] },
      select: columns(scope), orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => toCheckIn(row, scope));
  });
}

/** One check-in at its newest revision; null when there is none, or a grant does not reach back to it. */
export function findCheckIn(viewer: Viewer, { diaryId, id }: { diaryId: string; id: string }): Promise<CheckIn | null> {
  return openDiary(viewer, diaryId, "check-ins:read", async (scope) => {
    const row = await scope.db.checkIn.findFirst({ where: { AND: [visibleIn(scope), { id }] }, select: columns(scope) });
    return row && toCheckIn(row, scope);
  });
}

/** Every revision of one check-in, newest first; empty when there is none, or a day has passed since it was removed. Owner only. */
export function listRevisions(viewer: Viewer, { diaryId, id }: { diaryId: string; id: string }): Promise<CheckInRevision[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const rows = await scope.db.checkIn.findMany({
      where: { diaryId: scope.diaryId, id }, select: { ...columns(scope), supersededAt: true, removedAt: true }, orderBy: { revision: "desc" },
    });
    const removal = rows[0]?.removedAt ? await scope.db.removedCheckIn.findUnique({ where: { diaryId_checkInId: { diaryId: scope.diaryId, checkInId: id } } }) : null;
    if (removal && isGone(removal.removedAt, new Date())) return [];
    return rows.map((row, place) => ({
      ...toCheckIn(row, scope), supersededAt: row.supersededAt, removedAt: row.removedAt, undoUntil: place === 0 && removal ? undoUntil(removal.removedAt) : null,
    }));
  });
}

/** The entries between two days, both included, that the owner removed and can still put back, oldest first. Owner only. */
export function listRemovedCheckIns(viewer: Viewer, { diaryId, from, to }: CheckInQuery): Promise<Pick<CheckIn, "id" | "day" | "recordedAt" | "timeZone">[]> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const where = { diaryId: scope.diaryId };
    const waiting = await scope.db.removedCheckIn.findMany({
      where: { ...where, purgedAt: null, removedAt: { gt: new Date(Date.now() - UNDO_MS) } }, select: { checkInId: true },
    });
    if (waiting.length === 0) return [];
    const rows = await scope.db.checkIn.findMany({
      where: { ...where, id: { in: waiting.map(({ checkInId }) => checkInId) }, removedAt: { not: null }, day: { gte: fromDay(from), lte: fromDay(to) } },
      select: { id: true, day: true, recordedAt: true, timeZone: true }, orderBy: [{ recordedAt: "asc" }, { revision: "asc" }],
    });
    return [...new Map(rows.map((row) => [row.id, { ...row, day: toDay(row.day) }])).values()];
  });
}

/**
 * What the device needs to run the rules, to mark "your usual" and to show alerts once: the last 400 days, without notes. Alerts are
 * those of the newest revisions; without any when alerts are switched off. Owner only.
 */
export function getRuleContext(viewer: Viewer, diaryId: string): Promise<RuleContextWire> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const where = { diaryId: scope.diaryId };
    const diary = await scope.db.diary.findUniqueOrThrow({ where: { id: diaryId }, select: { profile: true } });
    const medicines = await scope.db.medicine.findMany({ where: { ...where, removedAt: null }, orderBy: { id: "asc" } });
    const relapses = await scope.db.relapse.findMany({
      where: { ...where, status: { startsWith: "confirmed" }, removedAt: null }, select: { startedAt: true, endedAt: true }, orderBy: { startedAt: "asc" },
    });
    const since = new Date(Date.now() - CONTEXT_DAYS * DAY_MS);
    const rows = await scope.db.checkIn.findMany({
      where: { AND: [visibleIn(scope), { recordedAt: { gte: since } }] },
      select: { ...columns(scope), note: false }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    });
    const removed = await scope.db.checkIn.findMany({
      where: { ...where, removedAt: { not: null }, recordedAt: { gte: since } }, select: { id: true, revision: true }, orderBy: { revision: "asc" },
    });
    const walks = await readDayWalks(scope, new Date());
    const imported = await scope.db.importedDay.findMany({
      where: { ...where, day: { gte: fromDay(dayOf(since, "UTC")) } }, select: { day: true, fatigue: true, numbness: true, vision: true, walking: true }, orderBy: [{ day: "asc" }, { id: "asc" }],
    });
    const deleted = await scope.db.removedCheckIn.findMany({ where: { ...where, purgedAt: { not: null }, removedAt: { gte: since } }, select: { checkInId: true } });
    const alerts = env().DAYMARK_ALERTS ? await scope.db.alert.findMany({ where: { ...where, raisedAt: { gte: since } }, orderBy: [{ raisedAt: "asc" }, { ruleId: "asc" }] }) : [];
    return {
      diaryId, ownerId: scope.ownerId, profile: diary.profile as Profile,
      medications: medicines.map((row) => ({
        name: row.name,
        ...(row.class && { class: row.class as NonNullable<RuleContextWire["medications"][number]["class"]> }),
        ...(row.startedOn && { startedOn: toDay(row.startedOn) }),
        ...(row.lastDoseOn && { lastDoseOn: toDay(row.lastDoseOn) }),
        ...(row.stoppedOn && { stoppedOn: toDay(row.stoppedOn) }),
      })),
      relapses: relapses.map((row) => ({ startedAt: row.startedAt.toISOString(), ...(row.endedAt && { endedAt: row.endedAt.toISOString() }) })),
      history: rows.map(toWire),
      ...(imported.length > 0 && { importedDays: imported.map(toImportedScores) }),
      ...(walks.length > 0 && { walks }),
      // Of what is deleted for good no revision is left: a device drops whichever it kept.
      removed: Object.fromEntries([...removed.map(({ id, revision }) => [id, revision]), ...deleted.map(({ checkInId }) => [checkInId, MOST_REVISIONS])]),
      alerts: standingAlerts(alerts.map(toToldAlert), rows).map((alert) => toToldWire(alert, new Date())),
    };
  });
}

/** Every query in this file starts here, so none can forget whose diary it reads, or how far back a grant goes. */
const visibleIn = (scope: DiaryScope) => ({
  diaryId: scope.diaryId, supersededAt: null, ...(scope.historyFrom && { day: { gte: fromDay(scope.historyFrom) } }),
});

const columns = (scope: DiaryScope) => ({
  id: true, revision: true, recordedAt: true, enteredAt: true, day: true, timeZone: true, fatigue: true, numbness: true,
  vision: true, walking: true, details: true, trackers: true, confirmedUnchanged: true, enteredById: true, note: scope.may("notes:read"),
}) as const;

type Row = {
  id: string; revision: number; recordedAt: Date; enteredAt: Date; day: Date; timeZone: string; fatigue: number; numbness: number;
  vision: number; walking: number; details: unknown; trackers: unknown; confirmedUnchanged: string[]; enteredById: string; note?: string | null;
};

function toCheckIn(row: Row, scope: DiaryScope): CheckIn {
  return {
    ...(row.details as Answers),
    id: row.id, revision: row.revision, recordedAt: row.recordedAt, enteredAt: row.enteredAt, day: toDay(row.day),
    timeZone: row.timeZone, scores: { fatigue: row.fatigue, numbness: row.numbness, vision: row.vision, walking: row.walking },
    confirmedUnchanged: row.confirmedUnchanged as ScoreName[], trackers: row.trackers as Trackers, note: row.note ?? null,
    enteredBy: row.enteredById === scope.ownerId ? "owner" : "caregiver",
  };
}

type ImportedRow = { day: Date } & Record<ScoreName, number | null>;

/** Only the scores that the other diary held. */
const toImportedScores = ({ day, ...scores }: ImportedRow): ImportedScores =>
  ({ day: toDay(day), scores: Object.fromEntries(SCORE_NAMES.flatMap((name) => (scores[name] === null ? [] : [[name, scores[name]]]))) });

function toToldAlert(row: Alert): Omit<ToldAlert, "recordedAt"> {
  return {
    checkInId: row.checkInId, revision: row.checkInRevision, ruleId: row.ruleId, ruleVersion: row.ruleVersion, tier: row.tier as Tier,
    evidence: row.evidence as Evidence[], raisedAt: row.raisedAt, shownAt: row.shownAt, response: row.response as AlertResponse | null, respondedAt: row.respondedAt,
  };
}

function toToldWire(alert: ToldAlert, now: Date): ToldAlertWire {
  const isOld = now.getTime() - alert.raisedAt.getTime() > FULL_EVIDENCE_DAYS * DAY_MS;
  return {
    ...alert, evidence: isOld ? alert.evidence.filter(({ field }) => isRunField(field)) : alert.evidence, recordedAt: alert.recordedAt.toISOString(),
    raisedAt: alert.raisedAt.toISOString(), shownAt: alert.shownAt?.toISOString() ?? null, respondedAt: alert.respondedAt?.toISOString() ?? null,
  };
}

function toWire(row: Omit<Row, "note">): CheckInWire {
  return {
    id: row.id, revision: row.revision, recordedAt: row.recordedAt.toISOString(), timeZone: row.timeZone, day: toDay(row.day),
    scores: { fatigue: row.fatigue, numbness: row.numbness, vision: row.vision, walking: row.walking },
    confirmedUnchanged: row.confirmedUnchanged as ScoreName[], answers: row.details as Answers,
    ...(Object.keys(row.trackers as Trackers).length > 0 && { trackers: row.trackers as Trackers }),
  };
}
