import { describe, expect, it } from "vitest";
import { nextReminder, timeOfDay, weekdayOf, WEEKDAYS, type ReminderPlan } from "@/lib/domain/reminders/reminder";

const EVENING: ReminderPlan = { minuteOfDay: 19 * 60 + 30, weekdays: WEEKDAYS, pausedUntil: null, timeZone: "Europe/Berlin" };
const next = (plan: Partial<ReminderPlan>, after: string, lastSentOn: string | null = null) => nextReminder({ ...EVENING, ...plan }, new Date(after), lastSentOn)?.toISOString() ?? null;

describe("weekdayOf", () => {
  it.each([["2026-11-23", 1], ["2026-11-28", 6], ["2026-11-29", 7]] as const)("knows that %s is weekday %i", (day, weekday) => expect(weekdayOf(day)).toBe(weekday));
});

describe("timeOfDay", () => {
  it.each([[0, "00:00"], [450, "07:30"], [1439, "23:59"]] as const)("shows minute %i as %s", (minute, time) => expect(timeOfDay(minute)).toBe(time));
});

describe("the next reminder", () => {
  it("is today when its time is still to come, by a minute", () => expect(next({}, "2026-11-21T18:29:00Z")).toBe("2026-11-21T18:30:00.000Z"));
  it("is tomorrow at the very moment, and after it", () => {
    expect(next({}, "2026-11-21T18:30:00Z")).toBe("2026-11-22T18:30:00.000Z");
    expect(next({}, "2026-11-21T18:31:00Z")).toBe("2026-11-22T18:30:00.000Z");
  });
  it("never falls on a day that had one, also when it was moved to a later hour", () =>
    expect(next({ minuteOfDay: 22 * 60 }, "2026-11-21T18:31:00Z", "2026-11-21")).toBe("2026-11-22T21:00:00.000Z"));
  it("waits for a chosen weekday, a week long when only today's is chosen and it is over", () => {
    expect(next({ weekdays: [1] }, "2026-11-21T10:00:00Z")).toBe("2026-11-23T18:30:00.000Z");
    expect(next({ weekdays: [6] }, "2026-11-21T18:30:00Z")).toBe("2026-11-28T18:30:00.000Z");
    expect(next({ weekdays: [6] }, "2026-11-21T10:00:00Z", "2026-11-21")).toBe("2026-11-28T18:30:00.000Z");
  });
  it("is none without a weekday", () => expect(next({ weekdays: [] }, "2026-11-21T10:00:00Z")).toBeNull());
  it("begins again on the day that a pause ends, not a day before", () => {
    expect(next({ pausedUntil: "2026-12-24" }, "2026-11-21T10:00:00Z")).toBe("2026-12-24T18:30:00.000Z");
    expect(next({ pausedUntil: "2026-11-21" }, "2026-11-21T10:00:00Z")).toBe("2026-11-21T18:30:00.000Z");
    expect(next({ pausedUntil: "2026-11-20" }, "2026-11-21T10:00:00Z")).toBe("2026-11-21T18:30:00.000Z");
  });
  it("goes by the clock where the person is", () => {
    expect(next({ timeZone: "America/New_York" }, "2026-11-21T10:00:00Z")).toBe("2026-11-22T00:30:00.000Z");
    expect(next({ timeZone: "Asia/Kathmandu" }, "2026-11-21T10:00:00Z")).toBe("2026-11-21T13:45:00.000Z");
  });
});

describe("on a night when the clock changes", () => {
  it("keeps the hour by the clock before and after", () => {
    expect(next({}, "2026-10-24T10:00:00Z")).toBe("2026-10-24T17:30:00.000Z");
    expect(next({}, "2026-10-24T18:00:00Z")).toBe("2026-10-25T18:30:00.000Z");
    expect(next({}, "2026-03-28T19:00:00Z")).toBe("2026-03-29T17:30:00.000Z");
  });
  it("comes after the gap when the clock skips its time", () =>
    expect(next({ minuteOfDay: 150 }, "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:30:00.000Z"));
  it("comes once, the first time, when the clock shows its time twice", () => {
    expect(next({ minuteOfDay: 150 }, "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:30:00.000Z");
    expect(next({ minuteOfDay: 150 }, "2026-10-25T00:30:00Z")).toBe("2026-10-26T01:30:00.000Z");
    expect(next({ minuteOfDay: 150 }, "2026-10-25T00:45:00Z", "2026-10-25")).toBe("2026-10-26T01:30:00.000Z");
  });
});
