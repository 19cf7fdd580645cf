import { describe, expect, it } from "vitest";
import { wordingOf } from "@/lib/domain/alerts/wording";
import { ago, DAY, NOW } from "@/tests/unit/domain/alerts/told";

describe("wordingOf", () => {
  it.each([[0, false], [DAY, false], [DAY + 1, true], [8 * DAY, true]])("an entry %s ms old is late: %s", (ms, isLate) => {
    expect(wordingOf({ recordedAt: ago(ms), now: NOW, reader: "owner" }).isLate).toBe(isLate);
  });
  it("speaks to who reads", () => {
    expect(wordingOf({ recordedAt: NOW, now: NOW, reader: "caregiver" }).speaksTo).toBe("caregiver");
  });
});
