import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/time";
import type { MedicineInput } from "@/lib/schemas/medicine";
import { listAlerts } from "@/lib/server/data/alerts";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { listMedicineEvents, putMedicineEvent, removeMedicineEvent } from "@/lib/server/data/medicine-events";
import { findMedicine, listMedicineRecords, listMedicines, planNextDose, putMedicine, removeMedicine } from "@/lib/server/data/medicines";
import { createRelapse, removeRelapse } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { disconnect } from "@/lib/server/db";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import { TASKS } from "@/lib/server/jobs/tasks";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { relapseBody } from "@/tests/integration/support/relapses";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const TODAY = dayOf(new Date(), "UTC");
const FEVER = { signs: [], temperatureC: 38.2 };

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

async function someone() {
  const owner = await makePerson();
  const diaryId = await makeDiary(owner);
  const put = (medicine: Partial<MedicineInput> = {}) => putMedicine(owner, diaryId, { id: uuidv7(), name: "Ocrevus", class: "anti-CD20", ...medicine });
  const infusion = (medicineId: string, day: string, id = uuidv7()) => putMedicineEvent(owner, { diaryId, medicineId }, { id, kind: "infusion", day });
  const missed = (medicineId: string, day: string, id = uuidv7()) => putMedicineEvent(owner, { diaryId, medicineId }, { id, kind: "missed", day });
  const stored = async (id: string) => (await findMedicine(owner, { diaryId, id }))!;
  return { owner, diaryId, put, infusion, missed, stored };
}

/** How many jobs wait for a diary; running them is `runJobs`. */
const jobsOf = (diaryId: string) => withOwner(async (client) => (await client.query<{ task: string; payload: unknown }>(
  `select t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.payload->>'diaryId' = $1 order by j.id`, [diaryId])).rows);

/** Runs what the app queued for the diary, as the worker does. */
async function runJobs(diaryId: string): Promise<void> {
  for (const { task, payload } of await jobsOf(diaryId)) await TASKS[task]!(payload);
  await withOwner((client) => client.query("delete from graphile_worker._private_jobs where payload->>'diaryId' = $1", [diaryId]));
}

describe("a medicine", () => {
  it("keeps all that was written, and what was not as null", async () => {
    const { owner, diaryId, put } = await someone();
    const whole = { kind: "regular", dose: "600 mg", reason: "MS", sideEffects: "tired", startedOn: "2025-01-01", lastDoseOn: "2026-01-02", nextDoseOn: "2026-07-02", stoppedOn: "2026-02-01", stopReason: "moved" } as const;
    const { id } = await put(whole);
    const bare = await put({ name: "Vitamin D", class: undefined });
    const records = await listMedicineRecords(owner, { diaryId, today: TODAY });
    expect(records.map((record) => record.id)).toEqual([bare.id, id]);
    expect(records[1]).toMatchObject({ name: "Ocrevus", class: "anti-CD20", ...whole });
    expect(records[0]).toMatchObject({ class: null, kind: "regular", dose: null, reason: null, sideEffects: null, startedOn: null, lastDoseOn: null, nextDoseOn: null, stoppedOn: null, stopReason: null, relapseId: null });
    expect(await listMedicines(owner, diaryId)).toEqual([
      { id: bare.id, name: "Vitamin D" },
      { id, name: "Ocrevus", class: "anti-CD20", startedOn: "2025-01-01", lastDoseOn: "2026-01-02", stoppedOn: "2026-02-01" },
    ]);
  });

  it("is the same after sending it twice, and asks for one judging only", async () => {
    const { diaryId, put } = await someone();
    const id = uuidv7();
    const first = await put({ id, dose: "600 mg" });
    expect(await put({ id, dose: "600 mg", updatedAt: first.updatedAt.toISOString() })).toEqual(first);
    expect(await put({ id, dose: "600 mg" })).toEqual(first);
    expect((await jobsOf(diaryId)).map(({ task }) => task)).toEqual(["judge-newest"]);
  });

  it("is not overwritten by a form that was loaded before a change", async () => {
    const { put, stored } = await someone();
    const { id, updatedAt } = await put();
    const loaded = updatedAt.toISOString();
    await put({ id, dose: "300 mg", updatedAt: loaded });
    await expect(put({ id, dose: "900 mg", updatedAt: loaded })).rejects.toBeInstanceOf(ConflictError);
    expect((await stored(id)).dose).toBe("300 mg");
  });

  it("belongs to a relapse only as a steroid course, and only to one of this diary that stands", async () => {
    const [{ owner, diaryId, put, stored }, other] = [await someone(), await someone()];
    const makeRelapse = async (of: Pick<typeof other, "owner" | "diaryId">) => (await createRelapse(of.owner, of.diaryId, relapseBody())).id;
    const [others, removed, relapseId] = [await makeRelapse(other), await makeRelapse({ owner, diaryId }), await makeRelapse({ owner, diaryId })];
    await removeRelapse(owner, diaryId, removed);
    for (const not of [others, removed, uuidv7()]) {
      await expect(put({ name: "Prednisone", class: "steroid-course", relapseId: not })).rejects.toMatchObject({ fields: { relapseId: "medicine.noRelapse" } });
    }
    for (const is of ["anti-CD20", undefined] as const) await expect(put({ class: is, relapseId })).rejects.toMatchObject({ fields: { class: "medicine.notSteroids" } });
    const { id } = await put({ name: "Prednisone", class: "steroid-course", relapseId });
    expect((await stored(id)).relapseId).toBe(relapseId);
  });

  it("asks for no judging when only words changed that no rule reads", async () => {
    const { diaryId, put } = await someone();
    const { id, updatedAt } = await put();
    await runJobs(diaryId);
    const { updatedAt: next } = await put({ id, dose: "300 mg", sideEffects: "none", updatedAt: updatedAt.toISOString() });
    expect(await jobsOf(diaryId)).toEqual([]);
    await put({ id, dose: "300 mg", sideEffects: "none", stoppedOn: "2026-01-01", updatedAt: next.toISOString() });
    expect(await jobsOf(diaryId)).toHaveLength(1);
  });

  it("that was removed is read by nothing, and comes back as it was", async () => {
    const { owner, diaryId, put, missed, stored } = await someone();
    const { id } = await put();
    await missed(id, "2026-01-01");
    const seen = async () => [
      (await listMedicines(owner, diaryId)).length, (await listMedicineRecords(owner, { diaryId, today: TODAY })).length, (await listMedicineEvents(owner, { diaryId, ...ALL })).length,
      (await getRuleContext(owner, diaryId)).medications.length, (await readTrendRecords(owner, { diaryId, ...ALL, usualFrom: "2000-01-01", alertsSince: new Date(0), trackers: [], profile: {} })).medicines.length,
    ];
    expect(await seen()).toEqual([1, 1, 1, 1, 1]);
    const { updatedAt } = await removeMedicine(owner, diaryId, id);
    expect(await seen()).toEqual([0, 0, 0, 0, 0]);
    expect((await stored(id)).isRemoved).toBe(true);
    expect((await removeMedicine(owner, diaryId, id)).updatedAt).toEqual(updatedAt);
    await expect(missed(id, "2026-01-02")).rejects.toBeInstanceOf(NotFoundError);
    await put({ id, updatedAt: updatedAt.toISOString() });
    expect(await seen()).toEqual([1, 1, 1, 1, 1]);
  });
});

describe("what happened on a day", () => {
  it("is stored once, taken back and brought back, and a day of one kind is one", async () => {
    const { owner, diaryId, put, missed } = await someone();
    const { id: medicineId } = await put({ name: "Aubagio", class: "teriflunomide" });
    const days = async () => (await listMedicineEvents(owner, { diaryId, ...ALL })).map(({ kind, day }) => [kind, day]);
    const id = uuidv7();
    await missed(medicineId, "2026-01-02", id);
    await missed(medicineId, "2026-01-02", id);
    expect((await missed(medicineId, "2026-01-02")).id).toBe(id);
    await missed(medicineId, "2026-01-01");
    expect(await days()).toEqual([["missed", "2026-01-01"], ["missed", "2026-01-02"]]);
    await removeMedicineEvent(owner, { diaryId, medicineId }, id);
    await removeMedicineEvent(owner, { diaryId, medicineId }, id);
    expect(await days()).toEqual([["missed", "2026-01-01"]]);
    await missed(medicineId, "2026-01-02", id);
    expect(await days()).toHaveLength(2);
  });

  it("taken as needed counts as often as it is tapped", async () => {
    const { owner, diaryId, put } = await someone();
    const { id: medicineId } = await put({ name: "Ibuprofen", class: undefined, kind: "as-needed" });
    for (let times = 0; times < 2; times += 1) await putMedicineEvent(owner, { diaryId, medicineId }, { id: uuidv7(), kind: "taken", day: TODAY });
    expect(await listMedicineEvents(owner, { diaryId, from: TODAY, to: TODAY })).toHaveLength(2);
    expect(await listMedicineEvents(owner, { diaryId, from: addDays(TODAY, 1), to: addDays(TODAY, 2) })).toEqual([]);
  });

  it("cannot be of a day to come, nor of another medicine", async () => {
    const { owner, diaryId, put, missed } = await someone();
    const { id: medicineId } = await put();
    const other = await put({ name: "Tysabri", class: "natalizumab" });
    await expect(async () => missed(medicineId, addDays(TODAY, 2))).rejects.toBeInstanceOf(InvalidError);
    const event = await missed(medicineId, TODAY);
    await expect(removeMedicineEvent(owner, { diaryId, medicineId: other.id }, event.id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(missed(other.id, TODAY, event.id)).rejects.toBeInstanceOf(ConflictError);
    await expect(missed(uuidv7(), TODAY)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is shown to others from the first day of their grant on", async () => {
    const { diaryId, put, missed } = await someone();
    const reader = await makePerson();
    await makeGrant(diaryId, reader, { scopes: ["medicines:read"], historyFrom: "2026-01-02" });
    const { id } = await put();
    for (const day of ["2026-01-01", "2026-01-02"]) await missed(id, day);
    expect((await listMedicineEvents(reader, { diaryId, ...ALL })).map(({ day }) => day)).toEqual(["2026-01-02"]);
  });
});

describe("infusions", () => {
  it("make the newest of them the last dose that the rules read, in whatever order they are written down", async () => {
    const { owner, diaryId, put, infusion } = await someone();
    const { id } = await put();
    const last = async () => (await getRuleContext(owner, diaryId)).medications[0]?.lastDoseOn;
    await infusion(id, "2026-01-10");
    expect(await last()).toBe("2026-01-10");
    await infusion(id, "2025-07-10");
    expect(await last()).toBe("2026-01-10");
    const newest = await infusion(id, "2026-02-01");
    expect(await last()).toBe("2026-02-01");
    await removeMedicineEvent(owner, { diaryId, medicineId: id }, newest.id);
    expect(await last()).toBe("2026-01-10");
  });

  it("leave a last dose that was typed before as it was, when a later one is taken back", async () => {
    const { owner, diaryId, put, infusion, stored } = await someone();
    const { id } = await put({ lastDoseOn: "2025-09-01" });
    const event = await infusion(id, "2026-01-10");
    await removeMedicineEvent(owner, { diaryId, medicineId: id }, event.id);
    expect((await stored(id)).lastDoseOn).toBe("2025-09-01");
    const { updatedAt } = await stored(id);
    await put({ id, lastDoseOn: "2026-02-02", updatedAt: updatedAt.toISOString() });
    expect((await listMedicineEvents(owner, { diaryId, ...ALL })).map(({ kind, day }) => [kind, day])).toEqual([["infusion", "2025-09-01"], ["infusion", "2026-02-02"]]);
  });

  it("have a next date that follows at once, needs no newest copy, and makes a form of before stale", async () => {
    const { owner, diaryId, put, infusion, stored } = await someone();
    const { id, updatedAt } = await put({ nextDoseOn: "2026-01-10" });
    await infusion(id, "2026-01-10");
    const planned = await planNextDose(owner, diaryId, { id, nextDoseOn: "2026-07-10" });
    expect(planned).toMatchObject({ lastDoseOn: "2026-01-10", nextDoseOn: "2026-07-10", class: "anti-CD20" });
    expect(await planNextDose(owner, diaryId, { id, nextDoseOn: "2026-07-10" })).toEqual(planned);
    await expect(put({ id, nextDoseOn: "2026-01-10", updatedAt: updatedAt.toISOString() })).rejects.toBeInstanceOf(ConflictError);
    await planNextDose(owner, diaryId, { id, nextDoseOn: null });
    expect((await stored(id)).nextDoseOn).toBeNull();
    await removeMedicine(owner, diaryId, id);
    await expect(planNextDose(owner, diaryId, { id, nextDoseOn: "2026-07-10" })).rejects.toBeInstanceOf(NotFoundError);
  });

  it("are not hidden by a form that names an older last dose, or none", async () => {
    const { put, infusion, stored } = await someone();
    const { id } = await put();
    await infusion(id, "2026-01-10");
    for (const lastDoseOn of ["2025-01-01", undefined]) {
      await put({ id, lastDoseOn, updatedAt: (await stored(id)).updatedAt.toISOString() });
      expect((await stored(id)).lastDoseOn).toBe("2026-01-10");
    }
  });
});

describe("the rules after a change of medicines", () => {
  const rulesOf = async (owner: Parameters<typeof listAlerts>[0], diaryId: string) => (await listAlerts(owner, { diaryId, ...ALL })).map(({ ruleId, checkInId }) => [ruleId, checkInId]);

  it("judge the newest entry again: a fever becomes urgent when an anti-CD20 is added, and the next one is from the start", async () => {
    const { owner, diaryId, put } = await someone();
    const old = checkInBody({ recordedAt: hoursAgo(30), answers: FEVER });
    const newest = checkInBody({ recordedAt: hoursAgo(3), answers: FEVER });
    await storeCheckIns(owner, diaryId, [old, newest]);
    await runJobs(diaryId);
    expect((await rulesOf(owner, diaryId)).filter(([ruleId]) => ruleId === "fever-immunosuppressed")).toEqual([]);
    await put();
    await runJobs(diaryId);
    expect((await rulesOf(owner, diaryId)).filter(([ruleId]) => ruleId === "fever-immunosuppressed")).toEqual([["fever-immunosuppressed", newest.id]]);
    const next = checkInBody({ answers: FEVER });
    const [result] = await storeCheckIns(owner, diaryId, [next]);
    expect(result).toMatchObject({ status: "stored", alerts: expect.arrayContaining([expect.objectContaining({ ruleId: "fever-immunosuppressed" })]) });
  });

  it.each([[14 * 24 - 1, 1], [14 * 24 + 1, 0]])("look back 14 days: entry %s hours old, alerts %s", async (hours, count) => {
    const { owner, diaryId, put } = await someone();
    await storeCheckIns(owner, diaryId, [checkInBody({ recordedAt: hoursAgo(hours), answers: FEVER })]);
    await put();
    await runJobs(diaryId);
    expect((await rulesOf(owner, diaryId)).filter(([ruleId]) => ruleId === "fever-immunosuppressed")).toHaveLength(count);
  });

  it("count a window from an infusion that is written down later", async () => {
    const { owner, diaryId, put, infusion } = await someone();
    await storeCheckIns(owner, diaryId, [checkInBody({ recordedAt: hoursAgo(3), answers: FEVER })]);
    const { id } = await put({ lastDoseOn: addDays(TODAY, -400), stoppedOn: addDays(TODAY, -10) });
    await runJobs(diaryId);
    expect(await rulesOf(owner, diaryId)).not.toContainEqual(["fever-immunosuppressed", expect.anything()]);
    await infusion(id, addDays(TODAY, -360));
    await runJobs(diaryId);
    expect(await rulesOf(owner, diaryId)).toContainEqual(["fever-immunosuppressed", expect.anything()]);
  });

  it("keep an alert that was raised when the medicine turns out to be a mistake", async () => {
    const { owner, diaryId, put } = await someone();
    const { id } = await put();
    await storeCheckIns(owner, diaryId, [checkInBody({ answers: FEVER })]);
    const before = await rulesOf(owner, diaryId);
    expect(before).toContainEqual(["fever-immunosuppressed", expect.anything()]);
    await removeMedicine(owner, diaryId, id);
    await runJobs(diaryId);
    expect(await rulesOf(owner, diaryId)).toEqual(before);
    const [result] = await storeCheckIns(owner, diaryId, [checkInBody({ answers: FEVER })]);
    expect(JSON.stringify(result)).not.toContain("fever-immunosuppressed");
  });
});
