import { describe, expect, it } from "vitest";
import { groupAlerts, type AlertFacts } from "@/lib/domain/sharing/describe-alerts";
import { DAY_MS } from "@/lib/domain/time";

const NOW = new Date("2026-11-21T12:00:00Z");
const alert = (rest: Partial<AlertFacts>): AlertFacts =>
  ({ checkInId: "a", ruleId: "face-droop", tier: "EMERGENCY", raisedAt: NOW, response: null, respondedAt: null, ...rest });

describe("groupAlerts", () => {
  it("joins the alerts of one check-in under its highest tier and counts the rest", () => {
    expect(groupAlerts([alert({ ruleId: "one" }), alert({ ruleId: "two" }), alert({ ruleId: "three", tier: "SOON" })], NOW))
      .toMatchObject([{ tier: "EMERGENCY", ruleIds: ["one", "two"], foldedCount: 1 }]);
  });
  it("lists the newest first and leaves out check-ins with INFO lines only", () => {
    const older = alert({ checkInId: "b", raisedAt: new Date(NOW.getTime() - DAY_MS) });
    expect(groupAlerts([older, alert({}), alert({ checkInId: "c", tier: "INFO" })], NOW).map(({ checkInId }) => checkInId)).toEqual(["a", "b"]);
  });
  it.each([
    { response: null, isOpen: true }, { response: "not-yet", isOpen: true }, { response: "remind-later", isOpen: true },
    { response: "called", isOpen: false }, { response: "my-usual", isOpen: false },
  ])("with the answer $response it is open: $isOpen", ({ response, isOpen }) => {
    expect(groupAlerts([alert({ response, respondedAt: response ? NOW : null })], NOW)[0]?.isOpen).toBe(isOpen);
  });
  it.each([{ ms: 7 * DAY_MS, isOpen: true }, { ms: 7 * DAY_MS + 1, isOpen: false }])("is open for seven days, both included", ({ ms, isOpen }) => {
    expect(groupAlerts([alert({ raisedAt: new Date(NOW.getTime() - ms) })], NOW)[0]?.isOpen).toBe(isOpen);
  });
  it("keeps an emergency open when only a lower tier of the same check-in was answered", () => {
    expect(groupAlerts([alert({}), alert({ ruleId: "x", tier: "SOON", response: "told-my-team", respondedAt: NOW })], NOW)[0]?.isOpen).toBe(true);
  });
});
