import { describe, expect, it, vi } from "vitest";
import { openAlertOf } from "@/components/diary/open-alerts";
import { DAY, HOUR, NOW, raised, told } from "@/tests/unit/domain/alerts/told";
import { desk, draft, input, stored, usePage } from "./desk";

const here = usePage();

describe("what the page did not know", () => {
  it("opens when the engine has come: emergencies without an answer, and what nobody saw", () => {
    const { desk: made, screens, sent } = desk([told("chest-pain", "EMERGENCY", DAY), told("leg-clot", "URGENT", HOUR, { shownAt: null }), told("head-injury", "URGENT", DAY)]);
    made.start([]);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"], ["URGENT", "full", "leg-clot"]]);
    expect(sent).toEqual([]);
  });
  it("does not open twice what opened with the page", () => {
    const alert = told("chest-pain", "EMERGENCY", DAY, { checkInId: "a", shownAt: null });
    const opening = [openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [alert] }, { history: [], draft }, NOW)];
    const { desk: made, screens, sent } = desk([alert], { opening });
    made.start([]);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"]]);
    expect(sent).toEqual([]);
  });
  it.each([["EMERGENCY", "chest-pain"], ["URGENT", "leg-clot"], ["SOON", "shingles"]] as const)("opens %s that only the server found, when its answer comes", (tier, rule) => {
    const { arrive, screens, finish, sent, onScreen } = desk([]);
    finish([raised("watch-24h", "INFO")], "a");
    arrive(input("a"), [stored(rule, tier), stored("watch-24h", "INFO")]);
    expect(screens()).toEqual([[tier, "full", rule]]);
    onScreen();
    expect(sent).toMatchObject([{ checkInId: "a", revision: 1, ruleId: rule, shownAt: NOW.toISOString() }]);
    arrive(input("a"), [stored(rule, tier)]);
    expect(screens()).toHaveLength(1);
  });
  it("keeps a SOON of the server folded under the alarm of the device, and a repetition quiet", () => {
    const { arrive, finish, screens, cards } = desk([told("possible-uti", "SOON", HOUR)]);
    finish([raised("leg-clot", "URGENT")], "a");
    arrive(input("a"), [stored("leg-clot", "URGENT"), stored("shingles", "SOON")]);
    expect(screens()).toEqual([["URGENT", "full", "leg-clot"]]);
    arrive(input("b"), [stored("possible-uti", "SOON")]);
    expect(screens()).toHaveLength(1);
    expect(cards().map(([tier]) => tier)).toEqual(["URGENT", "SOON"]);
  });
  it("asks again after a late entry for what judging the newest again has found", async () => {
    const { desk: made, arrive, screens } = desk([], { later: [told("leg-clot", "URGENT", 0, { shownAt: null })] });
    arrive({ ...input("a"), recordedAt: new Date(NOW.getTime() - DAY).toISOString() }, []);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(screens()).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(screens()).toEqual([["URGENT", "full", "leg-clot"]]);
    made.stop();
  });
});

describe("what was raised elsewhere while the page was open", () => {
  const later = [told("chest-pain", "EMERGENCY", 0), told("leg-clot", "URGENT", HOUR)];
  it.each(["visibilitychange", "online"])("is taken up at %s: its screen opens, and its card stands", async (event) => {
    const { screens, cards, desk: made } = desk([], { later });
    made.start([]);
    expect(cards()).toEqual([]);
    here.page.dispatchEvent(new Event(event));
    await vi.advanceTimersByTimeAsync(0);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"]]);
    expect(cards()).toHaveLength(2);
  });
  it("is left alone while the page is hidden, and after it was left", async () => {
    const { cards, desk: made } = desk([], { later });
    here.page.visibilityState = "hidden";
    here.page.dispatchEvent(new Event("visibilitychange"));
    made.stop();
    here.page.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(cards()).toEqual([]);
  });
  it("never reaches a plain diary, also not what its own entries on their way still hold", async () => {
    const { screens, cards, desk: made } = desk(later, { later, alertsOn: false });
    made.start([]);
    await made.refresh();
    expect([screens(), cards(), made.questions()]).toEqual([[], [], []]);
  });
});
