import { describe, expect, it } from "vitest";
import { withPhrase } from "@/components/visits/use-dictation";
import { asDraft, draftOf, emptyDraft, isSame, problemsOf, toInput } from "@/components/visits/visit-draft";
import { wordNearVisit } from "@/components/visits/visit-words";
import { messages } from "@/lib/i18n/messages";
import { visitSchema } from "@/lib/schemas/visit";

const ID = "01920000-0000-7000-8000-000000000001";
const draft = { ...emptyDraft(ID), day: "2026-11-24" };

describe("a visit as it is sent", () => {
  it("leaves empty fields out, and moves questions up into empty places, in their order", () => {
    const input = toInput({ ...draft, questions: ["", " Second ", "Third"], withWhom: "  " }, null);
    expect(input).toEqual({ id: ID, day: "2026-11-24", questions: ["Second", "Third"] });
    expect(visitSchema.safeParse(input).success).toBe(true);
  });
  it("names the state it was loaded with", () => {
    expect(toInput(draft, "2026-11-20T10:00:00.000Z")).toMatchObject({ updatedAt: "2026-11-20T10:00:00.000Z" });
  });
});

describe("problemsOf", () => {
  it("wants a day and no more", () => {
    expect(problemsOf(emptyDraft(ID))).toEqual({ day: "visit.day" });
    expect(problemsOf(draft)).toEqual({});
  });
  it.each([["09:30", false], ["00:00", false], ["23:59", false], ["24:00", true], ["9:30", true]])("of the time %s: %s", (time, isWrong) => {
    expect("time" in problemsOf({ ...draft, time })).toBe(isWrong);
  });
  it("agrees with the server on the length of a question, on both sides of the limit", () => {
    for (const length of [300, 301]) {
      const long = { ...draft, questions: ["a", "x".repeat(length), ""] };
      expect(Object.keys(problemsOf(long)).length === 0).toBe(visitSchema.safeParse(toInput(long, null)).success);
    }
    expect(problemsOf({ ...draft, questions: ["a", "x".repeat(301), ""] })).toEqual({ "questions.1": "visit.questionTooLong" });
  });
});

describe("a draft of the device", () => {
  it("comes back as it was kept", () => {
    const kept = { ...draft, questions: ["a", "b", "c"], mainConcern: "words" };
    expect(asDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
  it.each([[null], ["text"], [{}], [{ ...draft, day: 5 }], [{ ...draft, questions: "a" }], [{ ...draft, questions: [1] }]])("is left aside when it is %j", (kept) => {
    expect(asDraft(kept)).toBeNull();
  });
  it("is no change when only its id differs", () => {
    const visit = { id: ID, day: "2026-11-24", time: null, withWhom: null, questions: [], mainConcern: null, agreed: null };
    expect(isSame(draftOf(visit), { ...draft, id: "other" })).toBe(true);
    expect(isSame(draftOf(visit), { ...draft, agreed: "x" })).toBe(false);
  });
});

describe("withPhrase", () => {
  it.each([["", "Hello", "Hello"], ["  ", "Hello", "Hello"], ["One.", "Two", "One. Two"], ["One. ", "Two", "One. Two"]])("puts after “%s” what was heard", (text, phrase, result) => {
    expect(withPhrase(text, phrase)).toBe(result);
  });
});

describe("wordNearVisit", () => {
  const word = (day: string, questions: string[] = []) => wordNearVisit({ day, questions }, "2026-11-21", messages.visits.today);
  it.each([
    ["2026-11-21", "Your visit is today."], ["2026-11-22", "Your visit is tomorrow."], ["2026-11-24", "Your visit is on Tuesday."],
    ["2026-11-27", "Your visit is on Friday."], ["2026-11-28", "Your visit is on Saturday 28 November."], ["2026-12-05", "Your visit is on Saturday 5 December."],
  ])("says of %s: %s", (day, when) => {
    expect(word(day)).toEqual({ when, what: "Add your questions." });
  });
  it("says how many questions there are, and nothing of a visit that is far or past", () => {
    expect(word("2026-11-24", ["a"])?.what).toBe("You noted 1 question.");
    expect(word("2026-11-24", ["a", "b"])?.what).toBe("You noted 2 questions.");
    expect([word("2026-12-06"), word("2026-11-20")]).toEqual([null, null]);
  });
});
