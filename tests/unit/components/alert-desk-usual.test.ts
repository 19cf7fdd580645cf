import { describe, expect, it } from "vitest";
import { openAlertOf } from "@/components/diary/open-alerts";
import { HOUR, NOW, told } from "@/tests/unit/domain/alerts/told";
import { desk, draft, usePage } from "./desk";

usePage();

describe("my usual", () => {
  const evidence = [{ field: "signs", value: ["chest-pain"] }];
  const alert = openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [told("chest-pain", "EMERGENCY", HOUR, { evidence })] }, { history: [], draft }, NOW);
  it("is offered and added to the profile, and answers nothing", async () => {
    const { desk: made, saved, sent } = desk([], { profile: { usual: { signs: ["faint"] } } });
    expect(made.offerOf(alert)?.added).toEqual(evidence);
    expect(await made.addUsual(alert)).toBe("saved");
    expect(saved).toEqual([{ usual: { signs: ["faint", "chest-pain"] } }]);
    expect(sent).toEqual([]);
  });
  it("is saved already where it is usual by then", async () => {
    const { desk: made, saved } = desk([], { profile: { usual: { signs: ["chest-pain"] } } });
    expect(await made.addUsual(alert)).toBe("saved");
    expect(saved).toEqual([]);
  });
});
