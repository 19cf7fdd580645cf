import { describe, expect, it } from "vitest";
import { dayToAsk } from "@/lib/domain/check-in/day-over";
import { newDraft, type Step } from "@/lib/domain/check-in/flow";

const zone = "Europe/Dublin";
const now = new Date("2026-11-21T00:10:00Z");
const ask = (more: Partial<ReturnType<typeof newDraft>>, step: Step = "safety", agreed: string | null = null) =>
  dayToAsk({ draft: { ...newDraft("2026-11-20"), ...more }, step }, now, zone, agreed as never);

describe("dayToAsk", () => {
  it("asks about a new one left open past midnight, and not about one of today", () => {
    expect(ask({})).toBe("2026-11-20");
    expect(ask({ day: "2026-11-21" })).toBeNull();
  });
  it("does not ask about a time that was chosen, until it is more than 7 days ago", () => {
    expect(ask({ recordedAt: "2026-11-20T23:59:00Z" })).toBeNull();
    expect(ask({ recordedAt: "2026-11-14T00:10:00Z" })).toBeNull();
    expect(ask({ recordedAt: "2026-11-14T00:09:59Z", day: "2026-11-14" })).toBe("2026-11-14");
  });
  it("asks about an entry that was saved early and never finished", () => {
    const early = { id: "a", recordedAt: "2026-11-20T23:50:00Z" };
    expect(ask(early)).toBe("2026-11-20");
    expect(ask(early, "done")).toBeNull();
    expect(ask({ id: "a", recordedAt: "2026-11-21T00:05:00Z" })).toBeNull();
  });
  it("asks once a day", () => {
    expect(ask({ id: "a", recordedAt: "2026-11-20T23:50:00Z" }, "scores", "2026-11-21")).toBeNull();
    expect(ask({ id: "a", recordedAt: "2026-11-19T23:50:00Z" }, "scores", "2026-11-20")).toBe("2026-11-20");
  });
});
