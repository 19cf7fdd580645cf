import { describe, expect, it } from "vitest";
import { stageVignette } from "@/lib/domain/red-flags/vignette";
import { parseVignette } from "@/lib/schemas/vignette";

const scores = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const vignette = (rest: Record<string, unknown> = {}) => ({ id: "x-01", title: "A test", now: "2026-03-10T20:00:00Z", checkIn: { scores }, history: [], medications: [], profile: {}, relapses: [], expect: { tier: "none" }, source: "test", ...rest });

function staged(rest: Record<string, unknown>) {
  const parsed = parseVignette(vignette(rest), 1);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return stageVignette(parsed.vignette);
}
const times = (rest: Record<string, unknown>) => staged(rest).context.history.map(({ recordedAt }) => recordedAt.toISOString().slice(0, 16));

describe("the vignette format", () => {
  it("places a check-in by its instant, else by its age, in 24-hour days", () => {
    const history = [
      { recordedAt: "2026-03-01T09:30:00+01:00", daysAgo: 5, scores }, { daysAgo: 1.5, scores }, { hoursAgo: 24, minutesAgo: 30, scores }, { daysAgo: 1, hoursAgo: -1, scores },
    ];
    expect(times({ history })).toEqual(["2026-03-01T08:30", "2026-03-09T08:00", "2026-03-09T19:30", "2026-03-09T21:00"]);
    expect(staged({}).checkIn.recordedAt.toISOString()).toBe("2026-03-10T20:00:00.000Z");
    expect(staged({ checkIn: { hoursAgo: 30, scores } }).checkIn.recordedAt.toISOString()).toBe("2026-03-09T14:00:00.000Z");
  });

  it("repeats, oldest first, every so many days, shifted by hours", () => {
    expect(times({ history: [{ repeat: { days: 3, scores } }] })).toEqual(["2026-03-07T20:00", "2026-03-08T20:00", "2026-03-09T20:00"]);
    expect(times({ history: [{ repeat: { days: 3, endDaysAgo: 10, every: 2, shiftHours: -3, scores } }] })).toEqual(["2026-02-24T17:00", "2026-02-26T17:00", "2026-02-28T17:00"]);
  });

  it("takes the fields of the pattern in turn", () => {
    const { context } = staged({ history: [{ repeat: { days: 3, scores, triggers: ["heat"], pattern: [{ scores: { ...scores, vision: 5 } }, { triggers: ["stress"] }] } }] });
    expect(context.history.map((x) => [x.scores.vision, x.triggers])).toEqual([[5, ["heat"]], [1, ["stress"]], [5, ["heat"]]]);
  });

  it("takes the zone of the check-in, then of the profile, then London", () => {
    const day = (checkIn: object, profile: object) => { const { timeZone, day } = staged({ checkIn: { scores, ...checkIn }, profile }).checkIn; return [timeZone, day]; };
    expect(day({ timeZone: "Asia/Tokyo" }, { timeZone: "America/New_York" })).toEqual(["Asia/Tokyo", "2026-03-11"]);
    expect(day({}, { timeZone: "Asia/Kathmandu" })).toEqual(["Asia/Kathmandu", "2026-03-11"]);
    expect(day({}, {})).toEqual(["Europe/London", "2026-03-10"]);
  });

  it("places relapses by days, hours or instants", () => {
    const { relapses } = staged({ relapses: [{ startedDaysAgo: 1.5 }, { startedHoursAgo: 6, endedDaysAgo: 0.1 }, { startedAt: "2026-02-01T00:00:00Z", endedAt: "2026-02-20T00:00:00Z" }] }).context;
    expect(relapses.map(({ startedAt, endedAt }) => [startedAt.toISOString(), endedAt?.toISOString()])).toEqual([
      ["2026-03-09T08:00:00.000Z", undefined], ["2026-03-10T14:00:00.000Z", "2026-03-10T17:36:00.000Z"], ["2026-02-01T00:00:00.000Z", "2026-02-20T00:00:00.000Z"],
    ]);
  });

  it.each([
    ["an unknown field", { checkin: {} }, "checkin"],
    ["an unknown answer", { checkIn: { scores, mood: 3 } }, "checkIn.mood"],
    ["a score out of range", { checkIn: { scores: { ...scores, vision: 11 } } }, "checkIn.scores.vision"],
    ["a missing score", { checkIn: { scores: { fatigue: 1, numbness: 1, vision: 1 } } }, "checkIn.scores.walking"],
    ["a wrong word", { checkIn: { scores, vision: { loss: "total" } } }, "checkIn.vision.loss"],
    ["a moment without a zone", { now: "2026-03-10T20:00:00" }, "now"],
    ["a wrong entry of the history", { history: [{ scores }, { hoursAgo: "24", scores }] }, "history[1].hoursAgo"],
    ["an entry of the history that is not an object", { history: [7] }, "history[0]"],
    ["a repeat without days", { history: [{ repeat: { scores } }] }, "history[0].repeat.days"],
    ["a repeat without scores", { history: [{ repeat: { days: 2, scores: { fatigue: 1 } } }] }, "history[0].repeat.scores.numbness"],
    ["a wrong pattern", { history: [{ repeat: { days: 2, scores, pattern: [{}, { scores: { vision: -1 } }] } }] }, "history[0].repeat.pattern[1].scores.vision"],
    ["something beside a repeat", { history: [{ repeat: { days: 2, scores }, hoursAgo: 2 }] }, "history[0].hoursAgo"],
    ["an unknown medicine class", { medications: [{ class: "ocrelizumab" }] }, "medications[0].class"],
    ["an unknown profile field", { profile: { usual: { hearing: "none" } } }, "profile.usual.hearing"],
    ["a relapse without a start", { relapses: [{ endedDaysAgo: 3 }] }, "relapses[0].startedDaysAgo"],
    ["an unknown zone", { checkIn: { scores, timeZone: "Europe/Atlantis" } }, "checkIn.timeZone"],
  ])("refuses %s and names it", (_name, rest, field) => {
    const parsed = parseVignette(vignette(rest), 1);
    expect(parsed).toMatchObject({ ok: false, problem: { vignette: "x-01", field } });
  });

  it("names a vignette without an id by its position", () => {
    const { id: _id, ...nameless } = vignette();
    expect(parseVignette(nameless, 3)).toMatchObject({ ok: false, problem: { vignette: "number 3", field: "id" } });
    expect(parseVignette("nonsense", 2)).toMatchObject({ ok: false, problem: { vignette: "number 2" } });
  });

  it("lets a vignette claim that a never-discounted sign is usual: that is what it tests", () => {
    expect(parseVignette(vignette({ profile: { usual: { signs: ["self-harm-danger"] } } }), 1).ok).toBe(true);
  });
});
