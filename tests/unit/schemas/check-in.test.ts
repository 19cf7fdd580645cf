import { describe, expect, it } from "vitest";
import { checkInSchema, scoreSchema, trackerListSchema } from "@/lib/schemas/check-in";
import { checkCodeSchema, requestCodeSchema } from "@/lib/schemas/sign-in";

const body = {
  id: "0195f1d0-0000-7000-8000-000000000000", revision: 1, recordedAt: "2026-03-01T08:00:00Z", enteredAt: "2026-03-01T08:00:00Z", timeZone: "Europe/London",
  scores: { fatigue: 0, numbness: 10, vision: 0, walking: 0 }, confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
};

describe("checkInSchema", () => {
  it("keeps an empty list and an absent one apart", () => {
    expect(checkInSchema.parse({ ...body, answers: { signs: [] } }).answers).toEqual({ signs: [] });
    expect(checkInSchema.parse(body).answers).toEqual({});
  });
  it.each(["", "4", null, undefined, true, 4.5, -1, 11, Number.NaN])("never reads %j as a score", (value) => expect(scoreSchema.safeParse(value).success).toBe(false));
  it.each([0, 10])("takes a score of %d", (value) => expect(scoreSchema.parse(value)).toBe(value));
  it.each(["a\u0000", "\udc00", "\ud83d alone"])("refuses a note that cannot be stored: %j", (note) => expect(checkInSchema.safeParse({ ...body, note }).success).toBe(false));
  it("takes a note in any script", () => expect(checkInSchema.parse({ ...body, note: " \u0928\u092E\u0938\u094D\u0924\u0947 \u{1F600} " }).note).toBe("\u0928\u092E\u0938\u094D\u0924\u0947 \u{1F600}"));
});

describe("trackers", () => {
  const trackersOf = (trackers: unknown) => checkInSchema.safeParse({ ...body, trackers });
  it("keeps what was answered, 0 too, and leaves the rest unknown", () => expect(trackersOf({ pain: 0, heat: 10 }).data?.trackers).toEqual({ pain: 0, heat: 10 }));
  it("are not there when none was sent", () => expect(checkInSchema.parse(body)).not.toHaveProperty("trackers"));
  it.each([{ pain: 11 }, { pain: -1 }, { pain: 2.5 }, { pain: "3" }, { pain: null }, { pain: true }, { sleep: 3 }, [], null])("refuses %j", (trackers) => expect(trackersOf(trackers).success).toBe(false));
  it("lists each once", () => {
    expect(trackerListSchema.safeParse({ trackers: ["mood", "pain"] }).data).toEqual({ trackers: ["mood", "pain"] });
    expect(trackerListSchema.safeParse({ trackers: [] }).success).toBe(true);
  });
  it.each([{ trackers: ["mood", "mood"] }, { trackers: ["sleep"] }, {}, { trackers: ["mood"], more: 1 }])("refuses the list %j", (list) => expect(trackerListSchema.safeParse(list).success).toBe(false));
});

describe("sign-in", () => {
  it("compares addresses in lower case", () => expect(requestCodeSchema.parse({ email: " Some.One@People.Example " })).toEqual({ email: "some.one@people.example" }));
  it.each(["123 456", "123-456", " 123456 "])("takes a code typed as %j", (code) => expect(checkCodeSchema.parse({ code }).code).toBe("123456"));
  it.each(["12345", "1234567", "12345a", ""])("refuses the code %j", (code) => expect(checkCodeSchema.safeParse({ code }).success).toBe(false));
});
