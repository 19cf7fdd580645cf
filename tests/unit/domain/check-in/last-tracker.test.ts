import { describe, expect, it } from "vitest";
import { lastTracker } from "@/lib/domain/check-in/last-tracker";

const entry = (id: string, day: string, trackers?: object, time = "08:00") => ({ id, day, recordedAt: `${day}T${time}:00.000Z`, ...(trackers && { trackers }) });
const now = { id: "now", day: "2026-11-20", recordedAt: "2026-11-20T09:00:00.000Z" };

describe("lastTracker", () => {
  it("finds the newest answer, past entries that did not answer it", () => {
    const history = [entry("a", "2026-11-18", { pain: 4 }), entry("b", "2026-11-17", { pain: 9 }), entry("c", "2026-11-19", { mood: 2 }), entry("d", "2026-11-19")];
    expect(lastTracker(history, "pain", now)).toEqual({ value: 4, day: "2026-11-18", daysBack: 2 });
  });
  it("takes 0 for an answer", () => {
    expect(lastTracker([entry("a", "2026-11-18", { pain: 4 }), entry("b", "2026-11-19", { pain: 0 })], "pain", now)?.value).toBe(0);
  });
  it.each([["2026-11-17", 3], ["2026-11-16", undefined]])("looks back three days: %s", (day, daysBack) => {
    expect(lastTracker([entry("a", day, { pain: 4 })], "pain", now)?.daysBack).toBe(daysBack);
  });
  it("leaves out the entry itself and what came after it", () => {
    expect(lastTracker([entry("now", "2026-11-20", { pain: 4 }), entry("b", "2026-11-20", { pain: 5 }, "10:00")], "pain", now)).toBeNull();
  });
  it("finds an earlier one of the same day", () => {
    expect(lastTracker([entry("b", "2026-11-20", { pain: 5 }, "07:00")], "pain", now)).toEqual({ value: 5, day: "2026-11-20", daysBack: 0 });
  });
});
