import { describe, expect, it } from "vitest";
import { countDays, isGivenAsInfusion, isPast, nextDoseOf, tapOf, type MedicineRecord } from "@/lib/domain/medicines/medicine";

const TODAY = "2026-03-30";
const medicine: MedicineRecord = {
  id: "m", name: "Aubagio", class: "teriflunomide", kind: "regular", dose: null, reason: null, sideEffects: null, startedOn: null, lastDoseOn: null,
  nextDoseOn: null, stoppedOn: null, stopReason: null, relapseId: null, createdAt: new Date(0), updatedAt: new Date(0),
};
const on = (...days: string[]) => days.map((day) => ({ day }));

describe("countDays", () => {
  it.each([
    ["the first of 30 days", "2026-03-01", 1], ["the day before it", "2026-02-28", 0], ["today", TODAY, 1], ["tomorrow", "2026-03-31", 0],
  ])("counts %s: %s", (_what, day, days) => expect(countDays(on(day), { startedOn: null, today: TODAY })).toEqual({ days, of: 30, isSinceStart: false }));
  it("counts a day once", () => expect(countDays(on(TODAY, TODAY, "2026-03-29"), { startedOn: null, today: TODAY })?.days).toBe(2));
  it.each([
    ["2026-03-30", { days: 1, of: 1, isSinceStart: true }], ["2026-03-21", { days: 1, of: 10, isSinceStart: true }],
    ["2026-03-02", { days: 1, of: 29, isSinceStart: true }], ["2026-03-01", { days: 1, of: 30, isSinceStart: false }], ["2020-01-01", { days: 1, of: 30, isSinceStart: false }],
  ])("rests on the days since a start on %s", (startedOn, count) => expect(countDays(on(TODAY), { startedOn, today: TODAY })).toEqual(count));
  it("leaves out what lies before the start", () => expect(countDays(on("2026-03-20"), { startedOn: "2026-03-21", today: TODAY })?.days).toBe(0));
  it("has nothing to count before the start", () => expect(countDays([], { startedOn: "2026-03-31", today: TODAY })).toBeNull());
});

describe("nextDoseOf", () => {
  const next = (dates: Partial<MedicineRecord>) => nextDoseOf({ ...medicine, ...dates }, TODAY);
  it.each([
    [{}, { kind: "none" }],
    [{ nextDoseOn: "2026-03-31" }, { kind: "planned", on: "2026-03-31" }],
    [{ nextDoseOn: TODAY }, { kind: "today", on: TODAY }],
    [{ nextDoseOn: "2026-03-29" }, { kind: "passed", on: "2026-03-29" }],
    [{ nextDoseOn: "2026-03-29", lastDoseOn: "2026-03-28" }, { kind: "passed", on: "2026-03-29" }],
    [{ nextDoseOn: "2026-03-29", lastDoseOn: "2026-03-29" }, { kind: "none" }],
    [{ nextDoseOn: "2026-03-29", lastDoseOn: TODAY }, { kind: "none" }],
    [{ nextDoseOn: "2026-04-10", stoppedOn: "2026-04-10" }, { kind: "none" }],
    [{ nextDoseOn: "2026-04-10", stoppedOn: "2026-04-11" }, { kind: "planned", on: "2026-04-10" }],
  ])("reads %j as %j", (dates, expected) => expect(next(dates)).toEqual(expected));
});

describe("tapOf", () => {
  const tap = (part: Partial<MedicineRecord>) => tapOf({ ...medicine, ...part }, [], TODAY);
  it.each([
    [{}, "missed"], [{ kind: "as-needed" }, "taken"], [{ kind: "other" }, null], [{ name: "Ocrevus" }, "infusion"], [{ name: "Ocrevus", kind: "other" }, "infusion"],
    [{ nextDoseOn: "2026-05-01" }, "infusion"], [{ class: "hsct", name: "HSCT" }, null], [{ class: "baclofen-pump", name: "Baclofen pump" }, null],
    [{ stoppedOn: TODAY }, null], [{ stoppedOn: "2026-03-31" }, "missed"], [{ startedOn: "2026-03-31" }, null], [{ startedOn: TODAY }, "missed"],
  ] as [Partial<MedicineRecord>, string | null][])("offers for %j: %s", (part, expected) => expect(tap(part)).toBe(expected));
  it("takes what has an infusion written down for one", () =>
    expect(isGivenAsInfusion(medicine, [{ kind: "infusion" }])).toBe(true));
});

it("calls a medicine past from the day it was stopped", () => {
  expect([null, "2026-03-29", TODAY, "2026-03-31"].map((stoppedOn) => isPast({ stoppedOn }, TODAY))).toEqual([false, true, true, false]);
});
