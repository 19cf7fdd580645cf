import { readdirSync } from "node:fs";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Need } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { listAccessEvents } from "@/lib/server/data/access-events";
import { listAlerts, listHistoryAlerts, respondToAlerts } from "@/lib/server/data/alerts";
import { findCheckIn, getRuleContext, listCheckIns, listRemovedCheckIns, listRevisions } from "@/lib/server/data/check-ins";
import { changeProfile, changeTrackers, countWaitingDiaries, findOwnDiary, getSharedDiary, listSharedDiaries, saveDiary } from "@/lib/server/data/diaries";
import { getDiaryExport, listExportRows } from "@/lib/server/data/diary-exports";
import { importDiary, isDiaryEmpty } from "@/lib/server/data/diary-imports";
import { importDays, listImportedDays, listImports, undoImport } from "@/lib/server/data/imported-days";
import { listGrants, revokeGrant } from "@/lib/server/data/grants";
import { listMedicineEvents, putMedicineEvent, removeMedicineEvent } from "@/lib/server/data/medicine-events";
import { findMedicine, listMedicineRecords, listMedicines, planNextDose, putMedicine, removeMedicine } from "@/lib/server/data/medicines";
import { createRelapse, findFirstDay, listRelapses, listSteroidCourses, removeRelapse, updateRelapse } from "@/lib/server/data/relapses";
import { listMeasures, putMeasure, removeMeasure } from "@/lib/server/data/measures";
import { getReminder, saveReminder } from "@/lib/server/data/reminders";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { findNextVisit, findVisit, listVisits, putVisit, removeVisit } from "@/lib/server/data/visits";
import { findNearDays, findNewestDay, listFirstTyped } from "@/lib/server/data/history";
import { searchNotes } from "@/lib/server/data/notes";
import { disconnect } from "@/lib/server/db";
import { NotFoundError } from "@/lib/server/errors";
import { walkBody } from "@/tests/integration/support/measures";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { useTestSettings, withOwner } from "@/tests/integration/support/people";
import { relapseBody, spareRelapse } from "@/tests/integration/support/relapses";
import { daysBody, smallFile, spareImport } from "@/tests/integration/support/small-file";
import { makeScene, mayPass, VIEWER_KINDS, type Scene, type ViewerKind } from "@/tests/integration/support/viewers";

const DAYS = { from: "2000-01-01", to: "2100-01-01" };
const DIARY = { displayName: "Test diary", profile: {}, setUpDone: true };
const ROOT = path.join(import.meta.dirname, "../..");

type Row = { need: Need; writes?: true; call: (viewer: Viewer, scene: Scene) => Promise<unknown> };

/** Functions that open a diary: who may is a scope. */
const GATED: Record<string, Row> = {
  "access-events.listAccessEvents": { need: "owner", call: (viewer, { diaryId }) => listAccessEvents(viewer, diaryId) },
  "alerts.listAlerts": { need: "alerts:read", call: (viewer, { diaryId }) => listAlerts(viewer, { diaryId, ...DAYS }) },
  "alerts.listHistoryAlerts": { need: "owner", call: (viewer, { diaryId, checkInId }) => listHistoryAlerts(viewer, { diaryId, ids: [checkInId], ...DAYS }) },
  "history.findNearDays": { need: "owner", call: (viewer, { diaryId }) => findNearDays(viewer, { diaryId, from: "2026-01-01", to: "2026-01-31" }) },
  "history.findNewestDay": { need: "owner", call: (viewer, { diaryId }) => findNewestDay(viewer, diaryId) },
  "history.listFirstTyped": { need: "owner", call: (viewer, { diaryId, checkInId }) => listFirstTyped(viewer, { diaryId, ids: [checkInId] }) },
  "notes.searchNotes": { need: "owner", call: (viewer, { diaryId }) => searchNotes(viewer, { diaryId, text: "private" }) },
  "alerts.respondToAlerts": { need: "check-ins:write", writes: true, call: (viewer, { diaryId, checkInId }) =>
    respondToAlerts(viewer, diaryId, [{ checkInId, revision: 1, ruleId: "vision-sudden-loss", shownAt: new Date().toISOString() }]) },
  "check-ins.listCheckIns": { need: "check-ins:read", call: (viewer, { diaryId }) => listCheckIns(viewer, { diaryId, ...DAYS }) },
  "check-ins.findCheckIn": { need: "check-ins:read", call: (viewer, { diaryId, checkInId }) => findCheckIn(viewer, { diaryId, id: checkInId }) },
  "check-ins.listRevisions": { need: "owner", call: (viewer, { diaryId, checkInId }) => listRevisions(viewer, { diaryId, id: checkInId }) },
  "check-ins.listRemovedCheckIns": { need: "owner", call: (viewer, { diaryId }) => listRemovedCheckIns(viewer, { diaryId, ...DAYS }) },
  "check-ins.getRuleContext": { need: "owner", call: (viewer, { diaryId }) => getRuleContext(viewer, diaryId) },
  "diaries.saveDiary": { need: "owner", writes: true, call: (viewer, { diaryId }) => saveDiary(viewer, diaryId, DIARY) },
  "diaries.changeProfile": { need: "owner", writes: true, call: (viewer, { diaryId }) => changeProfile(viewer, diaryId, { country: "IE" }) },
  "diaries.changeTrackers": { need: "owner", writes: true, call: (viewer, { diaryId }) => changeTrackers(viewer, diaryId, ["pain"]) },
  "diary-exports.getDiaryExport": { need: "owner", writes: true, call: (viewer, { diaryId }) => getDiaryExport(viewer, diaryId, { readme: [], exportedAt: new Date() }) },
  "diary-exports.listExportRows": { need: "owner", writes: true, call: (viewer, { diaryId }) => listExportRows(viewer, diaryId, ["check_ins"]) },
  "diary-imports.isDiaryEmpty": { need: "owner", call: (viewer, { diaryId }) => isDiaryEmpty(viewer, diaryId) },
  "diary-imports.importDiary": { need: "owner", writes: true, call: (viewer, { diaryId }) => importDiary(viewer, diaryId, smallFile(diaryId)) },
  "imported-days.listImportedDays": { need: "check-ins:read", call: (viewer, { diaryId }) => listImportedDays(viewer, { diaryId, ...DAYS }) },
  "imported-days.listImports": { need: "owner", call: (viewer, { diaryId }) => listImports(viewer, diaryId) },
  "imported-days.importDays": { need: "owner", writes: true, call: (viewer, { diaryId }) => importDays(viewer, diaryId, daysBody()) },
  "imported-days.undoImport": { need: "owner", writes: true, call: async (viewer, { diaryId }) => undoImport(viewer, { diaryId, importId: await spareImport(diaryId) }) },
  "grants.listGrants": { need: "owner", call: (viewer, { diaryId }) => listGrants(viewer, diaryId) },
  "grants.revokeGrant": { need: "owner", writes: true, call: async (viewer, { diaryId, spareGrantId }) => revokeGrant(viewer, diaryId, await spareGrantId()) },
  "measures.listMeasures": { need: "check-ins:read", call: (viewer, { diaryId }) => listMeasures(viewer, { diaryId, ...DAYS }) },
  "measures.putMeasure": { need: "owner", writes: true, call: (viewer, { diaryId }) => putMeasure(viewer, diaryId, walkBody()) },
  "measures.removeMeasure": { need: "owner", writes: true, call: (viewer, { diaryId, measureId }) => removeMeasure(viewer, { diaryId, id: measureId, isRemoved: false }) },
  "medicines.listMedicines": { need: "medicines:read", call: (viewer, { diaryId }) => listMedicines(viewer, diaryId) },
  "medicines.listMedicineRecords": { need: "owner", call: (viewer, { diaryId }) => listMedicineRecords(viewer, { diaryId, today: "2026-03-01" }) },
  "medicines.findMedicine": { need: "owner", call: (viewer, { diaryId }) => findMedicine(viewer, { diaryId, id: uuidv7() }) },
  "medicines.putMedicine": { need: "owner", writes: true, call: (viewer, { diaryId }) => putMedicine(viewer, diaryId, { id: uuidv7(), name: "x" }) },
  "medicines.planNextDose": { need: "owner", writes: true, call: (viewer, { diaryId, medicineId }) => planNextDose(viewer, diaryId, { id: medicineId, nextDoseOn: "2026-03-01" }) },
  "medicines.removeMedicine": { need: "owner", writes: true, call: async (viewer, { diaryId, spareMedicine }) => removeMedicine(viewer, diaryId, (await spareMedicine()).id) },
  "medicine-events.listMedicineEvents": { need: "medicines:read", call: (viewer, { diaryId }) => listMedicineEvents(viewer, { diaryId, ...DAYS }) },
  "medicine-events.putMedicineEvent": { need: "owner", writes: true, call: async (viewer, { diaryId, spareMedicine }) =>
    putMedicineEvent(viewer, { diaryId, medicineId: (await spareMedicine()).id }, { id: uuidv7(), kind: "missed", day: "2026-03-01" }) },
  "medicine-events.removeMedicineEvent": { need: "owner", writes: true, call: async (viewer, { diaryId, spareMedicine }) => {
    const { id, eventId } = await spareMedicine();
    return removeMedicineEvent(viewer, { diaryId, medicineId: id }, eventId);
  } },
  "reminders.getReminder": { need: "owner", call: (viewer, { diaryId }) => getReminder(viewer, diaryId) },
  "reminders.saveReminder": { need: "owner", writes: true, call: async (viewer, { diaryId }) => saveReminder(viewer, diaryId, {
    isOn: false, time: "19:00", weekdays: [1], byMail: true, byPush: false, pausedUntil: null, timeZone: "UTC", updatedAt: (await getReminder(viewer, diaryId)).updatedAt?.toISOString() ?? null }) },
  "relapses.listRelapses": { need: "relapses:read", call: (viewer, { diaryId }) => listRelapses(viewer, diaryId) },
  "relapses.listSteroidCourses": { need: "owner", call: (viewer, { diaryId }) => listSteroidCourses(viewer, diaryId) },
  "relapses.findFirstDay": { need: "owner", call: (viewer, { diaryId }) => findFirstDay(viewer, diaryId) },
  "relapses.createRelapse": { need: "owner", writes: true, call: (viewer, { diaryId }) => createRelapse(viewer, diaryId, relapseBody()) },
  "relapses.updateRelapse": { need: "owner", writes: true, call: async (viewer, scene) => {
    const { id, updatedAt } = await spareRelapse(scene.diaryId);
    return updateRelapse(viewer, scene.diaryId, id, { updatedAt, heat: true });
  } },
  "relapses.removeRelapse": { need: "owner", writes: true, call: async (viewer, { diaryId }) => removeRelapse(viewer, diaryId, (await spareRelapse(diaryId)).id) },
  "trend-records.readTrendRecords": { need: "owner", call: (viewer, { diaryId }) => readTrendRecords(viewer, { diaryId, ...DAYS, usualFrom: DAYS.from, alertsSince: new Date(0), trackers: ["mood"], profile: {} }) },
  "visits.listVisits": { need: "summary:read", call: (viewer, { diaryId }) => listVisits(viewer, diaryId) },
  "visits.findVisit": { need: "summary:read", call: (viewer, { diaryId }) => findVisit(viewer, diaryId, uuidv7()) },
  "visits.findNextVisit": { need: "summary:read", call: (viewer, { diaryId }) => findNextVisit(viewer, diaryId, "2026-01-01") },
  "visits.putVisit": { need: "owner", writes: true, call: (viewer, { diaryId }) => putVisit(viewer, diaryId, { id: uuidv7(), day: "2026-11-24", questions: [] }) },
  "visits.removeVisit": { need: "owner", writes: true, call: (viewer, { diaryId }) => removeVisit(viewer, diaryId, uuidv7()) },
  "store-check-ins.storeCheckIns": { need: "check-ins:write", writes: true, call: (viewer, { diaryId }) => storeCheckIns(viewer, diaryId, [checkInBody()]) },
};

/** Functions about the viewer's own list of diaries: tested one by one below. */
const LISTS = ["diaries.countWaitingDiaries", "diaries.findOwn", "diaries.findOwnDiary", "diaries.listSharedDiaries", "diaries.getSharedDiary"];

/** Functions that touch no diary, with who calls them. */
const WITHOUT_DIARY: Record<string, string> = {
  "account-deletion.askForDeletion": "the viewer's own account", "account-deletion.keepAccount": "the viewer's own account",
  "account-deletion.deleteDueAccounts": "the worker: tested with every table",
  "consents.giveConsent": "the viewer's own consent", "consents.withdrawConsent": "the viewer's own consent: tested with their diary",
  "health.checkHealth": "the health route", "health.beat": "the worker", "health.stopBeating": "the worker",
  "judge-again.judgeNewestAgain": "the worker, by row-level policies of its own", "judge-again.judgeNewest": "the worker, by row-level policies of its own",
  "possible-relapses.settlePossibleRelapses": "the worker, by row-level policies of its own",
  "removed-check-ins.purgeCheckIn": "the worker, by a function that opens for it alone", "removed-check-ins.purgeDue": "the worker",
  "limits.takePoint": "the limits", "limits.clearLimits": "the worker",
  "local-mails.createLocalMail": "the worker, in demo mode", "local-mails.listLocalMails": "the local mailbox page, in demo mode", "local-mails.clearLocalMails": "the worker",
  "old-codes.clearCodes": "the worker",
  "reminders.switchOffReminder": "whoever has the link of a mail", "reminders.followTimeZone": "sign-in",
  "reminder-plans.planReminders": "the worker", "reminder-plans.takeReminder": "the worker", "reminder-plans.releaseMail": "the worker",
  "push-subscriptions.savePushSubscription": "the viewer's own device", "push-subscriptions.removePushSubscription": "the viewer's own device",
  "push-subscriptions.listPushDevices": "the viewer's own devices", "push-subscriptions.findPushDevice": "the worker", "push-subscriptions.notePushSent": "the worker",
  "push-subscriptions.notePushFailed": "the worker", "push-subscriptions.forgetPushDevice": "the worker",
  "sessions.createSession": "sign-in", "sessions.findSessionViewer": "every request", "sessions.findSessionLeaver": "the page of someone who is leaving", "sessions.noteUse": "every request", "sessions.endSession": "sign-out", "sessions.clearSessions": "the worker",
  "own-sessions.listOwnSessions": "the viewer's own sessions", "own-sessions.endOwnSession": "the viewer's own sessions", "own-sessions.endAllOtherSessions": "the viewer's own sessions",
  "known-devices.newDeviceMark": "sign-in", "known-devices.meetDevice": "sign-in", "known-devices.findKnownDevice": "the limits of sign-in", "known-devices.clearDevices": "the worker",
  "sessions.endOtherSessions": "the viewer's own sessions", "sessions.isFresh": "the viewer's own session", "sessions.requireFresh": "the viewer's own session",
  "sessions.confirmSession": "confirming who one is",
  "sign-in-attempts.startAttempt": "sign-in", "sign-in-attempts.findAttempt": "sign-in", "sign-in-attempts.passFirstStep": "sign-in",
  "sign-in-attempts.takeSecondTry": "sign-in", "sign-in-attempts.passSecondStep": "sign-in", "sign-in-attempts.finishSignIn": "sign-in",
  "mail-codes.requestMailCode": "sign-in and confirming who one is", "mail-codes.issueMailCode": "the worker", "mail-codes.markCodeSent": "the worker",
  "mail-codes.useMailCode": "sign-in and confirming who one is",
  "users.mayReceiveCode": "the worker", "users.findOrCreateUser": "sign-in", "users.findDemoUser": "sign-in, in demo mode",
  "sign-up-invitations.checkInvitation": "sign-in", "sign-up-invitations.isInvitationLive": "the worker", "sign-up-invitations.useInvitation": "sign-in",
  "sign-up-invitations.issueInvitation": "the worker", "sign-up-invitations.markInvitationSent": "the worker",
  "account-notices.queueNotice": "changes of one's own account", "account-notices.findUnsentNotice": "the worker", "account-notices.markNoticeSent": "the worker", "account-notices.clearNotices": "the worker",
  "addresses.isAddressFree": "the worker", "addresses.findReservation": "sign-in and the worker", "mail-codes.findMailInsteadOfCode": "the worker",
  "email-changes.requestEmailChange": "the viewer's own account", "email-changes.changeEmail": "the viewer's own account",
  "email-changes.undoEmailChange": "whoever has the code of the mail", "email-changes.findUndo": "the worker", "sessions.requireLive": "the viewer's own account", "sessions.lockAccount": "the viewer's own account",
  "factors.findFactors": "the viewer's own account", "factors.noteFactorChange": "the viewer's own account",
  "totp.beginTotp": "the viewer's own account", "totp.confirmTotp": "the viewer's own account", "totp.removeTotp": "the viewer's own account",
  "totp.useTotp": "sign-in and confirming who one is",
  "recovery-codes.makeRecoveryCodes": "the viewer's own account", "recovery-codes.countRecoveryCodes": "the viewer's own account",
  "recovery-codes.useRecoveryCode": "sign-in and confirming who one is", "recovery-codes.useRecoveryCodeOf": "sign-in",
  "passkey-challenges.createChallenge": "sign-in and the viewer's own session", "passkey-challenges.useChallenge": "sign-in and the viewer's own session",
  "passkeys.listPasskeys": "the viewer's own account", "passkeys.renamePasskey": "the viewer's own account", "passkeys.removePasskey": "the viewer's own account",
  "passkey-adding.createAddOptions": "the viewer's own account", "passkey-adding.addPasskey": "the viewer's own account",
  "passkey-use.createSignInOptions": "sign-in", "passkey-use.createConfirmOptions": "the viewer's own account", "passkey-use.usePasskey": "sign-in and confirming who one is",
  "passkey-use.confirmByPasskey": "the viewer's own account", "passkey-offer.takePasskeyOffer": "the viewer's own account",
  "confirmations.listConfirmMethods": "the viewer's own account", "confirmations.requestConfirmCode": "the viewer's own account",
  "confirmations.confirmByCode": "the viewer's own account",
};

let scene: Scene;
beforeAll(async () => {
  useTestSettings();
  scene = await makeScene();
});
afterAll(() => disconnect());

it("has a row for every exported data function", async () => {
  const folder = path.join(ROOT, "lib/server/data");
  const names: string[] = [];
  for (const file of readdirSync(folder)) {
    const exported: Record<string, unknown> = await import(path.join(folder, file));
    for (const [name, value] of Object.entries(exported)) if (typeof value === "function") names.push(`${file.replace(/\.ts$/, "")}.${name}`);
  }
  expect(names.sort()).toEqual([...Object.keys(GATED), ...LISTS, ...Object.keys(WITHOUT_DIARY)].sort());
});

describe.each(Object.entries(GATED))("%s", (_name, { need, call, writes }) => {
  it.each(VIEWER_KINDS)(`needs ${need}: %s`, async (kind) => {
    const viewer = scene.viewers[kind];
    const before = await eventsOf(viewer);
    if (mayPass(kind, need)) {
      await call(viewer, scene);
      expect(await eventsOf(viewer) - before, "events in the access log").toBe(kind === "owner" && !writes ? 0 : 1);
    } else {
      await expect(call(viewer, scene)).rejects.toBeInstanceOf(NotFoundError);
      expect(await eventsOf(viewer) - before, "events in the access log").toBe(0);
    }
  });
});

const HAS_LIVE_GRANT = (kind: ViewerKind) => kind.startsWith("caregiver") || kind === "clinician";

describe("the viewer's own list of diaries", () => {
  it.each(VIEWER_KINDS)("shows %s what is theirs or shared with them", async (kind) => {
    const viewer = scene.viewers[kind];
    expect((await findOwnDiary(viewer))?.id).toBe(kind === "owner" ? scene.diaryId : undefined);
    expect((await listSharedDiaries(viewer)).map(({ diaryId }) => diaryId)).toEqual(HAS_LIVE_GRANT(kind) ? [scene.diaryId] : []);
    if (HAS_LIVE_GRANT(kind)) await expect(getSharedDiary(viewer, scene.diaryId)).resolves.toMatchObject({ displayName: "Test diary" });
    else await expect(getSharedDiary(viewer, scene.diaryId)).rejects.toBeInstanceOf(NotFoundError);
    expect(await countWaitingDiaries(viewer)).toBe(kind === "clinician without a second factor" ? 1 : 0);
  });
});

describe("notes", () => {
  it("are left out without their scope", async () => {
    const [seen] = await listCheckIns(scene.viewers["caregiver with check-ins:read"], { diaryId: scene.diaryId, ...DAYS });
    expect(seen).toMatchObject({ note: null });
    const entries = await listCheckIns(scene.viewers.clinician, { diaryId: scene.diaryId, ...DAYS });
    expect(entries.map(({ note }) => note)).toContain("a private note");
  });
});

async function eventsOf(viewer: Viewer): Promise<number> {
  return withOwner(async (client) => {
    const { rows: [row] } = await client.query<{ count: number }>("select count(*)::int as count from access_events where actor_id = $1", [viewer.userId]);
    return row?.count ?? 0;
  });
}
