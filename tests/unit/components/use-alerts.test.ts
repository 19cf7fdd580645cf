import { describe, expect, it } from "vitest";
import { openAlertOf, type TodayCard } from "@/components/diary/open-alerts";
import { goesOnAtScores, staysOnScreen } from "@/components/diary/use-alerts";
import { ALERT_RESPONSES } from "@/lib/domain/alerts/alert";
import { newDraft, type Step } from "@/lib/domain/check-in/flow";
import { HOUR, NOW, told } from "@/tests/unit/domain/alerts/told";

describe("an answered alert", () => {
  it("stays on the screen only as an emergency, after not yet and my usual", () => {
    expect(ALERT_RESPONSES.filter((response) => staysOnScreen({ tier: "EMERGENCY" }, response))).toEqual(["not-yet", "my-usual"]);
    expect(ALERT_RESPONSES.filter((response) => staysOnScreen({ tier: "URGENT" }, response))).toEqual([]);
  });
});

const draft = { ...newDraft("2026-11-21"), id: "own", scores: { fatigue: 3 } };
const alarm = (checkInId: string) =>
  openAlertOf({ tier: "URGENT", checkInId, revision: 1, alerts: [told("leg-clot", "URGENT", HOUR, { checkInId })] }, { history: [], draft }, NOW);

describe("before a draft goes on", () => {
  const card = (checkInId: string, more: Partial<TodayCard> = {}): TodayCard => ({ tier: "URGENT", state: "open", response: null, isCompact: false, alert: alarm(checkInId), ...more });
  it.each<[string, Step, TodayCard[], boolean]>([
    ["an open alarm", "safety", [card("other")], true],
    ["an open alarm, in the follow-ups", "follow-up", [card("other", { tier: "EMERGENCY" })], true],
    ["no alert", "safety", [], false],
    ["its own alarm", "safety", [card("own")], false],
    ["an answered alarm", "safety", [card("other", { state: "answered" })], false],
    ["a SOON", "safety", [card("other", { tier: "SOON" })], false],
    ["an open alarm, at the scores", "scores", [card("other")], false],
    ["an open alarm, when it is done", "done", [card("other")], false],
  ])("a kept draft goes on at the scores, below the cards: %s", (_name, step, cards, isSo) => {
    expect(goesOnAtScores({ step, draft }, cards)).toBe(isSo);
  });
});
