import { describe, expect, it } from "vitest";
import { decideReminder, type ReminderFacts } from "@/lib/domain/reminders/decide";

const DUE = new Date("2026-11-21T18:30:00Z");
const late = (ms: number) => new Date(DUE.getTime() + ms);
const FACTS: ReminderFacts = { dueAt: DUE, now: late(20_000), loggedToday: false, loggedSinceLast: false, missed: 0, canSend: true };
const decide = (facts: Partial<ReminderFacts>) => decideReminder({ ...FACTS, ...facts });

describe("a reminder that is due", () => {
  it("is sent when nothing was logged today, and counts as one in a row", () => expect(decide({})).toEqual({ send: "reminder", missed: 1 }));
  it("is not sent when something was logged today, and the count begins anew", () => expect(decide({ loggedToday: true, missed: 2 })).toEqual({ send: null, missed: 0 }));
  it("is sent up to two hours late, and not a moment later", () => {
    expect(decide({ now: late(7_200_000) })).toEqual({ send: "reminder", missed: 1 });
    expect(decide({ now: late(7_200_001), missed: 2 })).toEqual({ send: null, missed: 2 });
  });
  it("is a third one in a row, and then the question", () => {
    expect(decide({ missed: 2 })).toEqual({ send: "reminder", missed: 3 });
    expect(decide({ missed: 3 })).toEqual({ send: "question", missed: 3 });
  });
  it("is no question once something was logged after the last one", () => expect(decide({ missed: 3, loggedSinceLast: true })).toEqual({ send: "reminder", missed: 1 }));
  it("is no question when it is late", () => expect(decide({ missed: 3, now: late(7_200_001) })).toEqual({ send: null, missed: 3 }));
  it("does not count when there is nowhere to send it", () => expect(decide({ canSend: false, missed: 3 })).toEqual({ send: null, missed: 3 }));
});
