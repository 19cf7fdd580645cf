import { expect, it } from "vitest";
import { entriesFile } from "@/lib/offline/entries-file";
import { anEntry } from "@/tests/unit/offline/device";

it("is a file a person can read, with everything they wrote and nothing about how it was sent", () => {
  const entry = anEntry("ann", "a", "refused");
  const late = { ...entry, checkIn: { ...entry.checkIn, recordedAt: "2026-03-10T23:30:00.000Z", timeZone: "Europe/Berlin" } };
  const { name, text } = entriesFile([late], "About this file.", new Date("2026-03-12T08:00:00Z"));
  expect(name).toBe("daymark-unsent-2026-03-12.json");
  expect(text.split("\n")[1]).toBe('  "about": "About this file.",');
  expect(JSON.parse(text)).toEqual({
    about: "About this file.", savedAt: "2026-03-12T08:00:00.000Z",
    entries: [{
      day: "2026-03-11", recordedAt: "2026-03-10T23:30:00.000Z", timeZone: "Europe/Berlin", scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 },
      note: "private", answers: {}, id: "a", revision: 1, diaryId: "d",
    }],
  });
});

it("holds answers to alerts that wait too, when there are any", () => {
  const response = { checkInId: "a", revision: 1, ruleId: "chest-pain", response: "called" as const, respondedAt: "2026-03-10T20:01:00.000Z" };
  const answer = { key: "a:1:chest-pain", order: 1, diaryId: "d", userId: "ann", state: "waiting" as const, response };
  const { text } = entriesFile([], "About this file.", new Date("2026-03-12T08:00:00Z"), [answer]);
  expect(JSON.parse(text)).toEqual({ about: "About this file.", savedAt: "2026-03-12T08:00:00.000Z", entries: [], answersToAlerts: [{ ...response, diaryId: "d" }] });
});
