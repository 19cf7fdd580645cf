import { describe, expect, it } from "vitest";
import { HOUR, raised, told } from "@/tests/unit/domain/alerts/told";
import { at, desk, draft, judged, usePage } from "./desk";

usePage();

describe("after a check-in", () => {
  it.each([["URGENT", "leg-clot"], ["SOON", "shingles"]] as const)("%s has a screen of its own, and its card until it is answered", (tier, rule) => {
    const { finish, screens, cards, desk: made, queue } = desk([]);
    expect(finish([raised(rule, tier)]).tell).toEqual([rule]);
    expect(screens()).toEqual([[tier, "full", rule]]);
    made.close(queue()[0]!);
    expect(screens()).toEqual([]);
    expect(cards()).toEqual([[tier, "open", null, rule]]);
  });
  it("INFO is a line, and no screen", () => {
    const { finish, screens, notes } = desk([]);
    finish([raised("watch-24h", "INFO")]);
    expect([screens(), notes()]).toEqual([[], ["watch-24h"]]);
  });
  it("shows the highest tier, and folds the rest without counting it as shown", () => {
    const { finish, queue } = desk([]);
    expect(finish([raised("leg-clot", "URGENT"), raised("shingles", "SOON")]).tell).toEqual(["leg-clot"]);
    expect(queue()[0]!.folded.map(({ ruleId }) => ruleId)).toEqual(["shingles"]);
  });
  it("does not open again what was shown of the entry when it is changed", () => {
    const { finish, screens, desk: made, queue } = desk([]);
    finish([raised("leg-clot", "URGENT")]);
    made.close(queue()[0]!);
    const again = { ...draft, id: "now", revision: 2 };
    expect(made.tellingOf(at("done", again), judged(raised("leg-clot", "URGENT")), new Set())).toEqual({ tell: [], screen: null });
    expect(screens()).toEqual([]);
  });
  it("opens again when the same rule speaks of the other eye, with nothing answered", async () => {
    const eye = (value: string) => raised("vision-sudden-loss", "EMERGENCY", [{ field: "vision.eyes", value }]);
    const { finish, save, screens, cards, desk: made, queue } = desk([]);
    finish([eye("left")]);
    await made.answer(queue()[0]!, "called");
    made.close(queue()[0]!);
    save(2, [eye("left")]);
    expect(screens()).toEqual([]);
    save(3, [eye("right")]);
    expect(screens()).toEqual([["EMERGENCY", "full", "vision-sudden-loss"]]);
    expect(cards()).toEqual([["EMERGENCY", "open", null, "vision-sudden-loss"]]);
  });
  it("an URGENT answered within a day is a card at once, still with its number to call", () => {
    const { finish, screens, cards } = desk([told("leg-clot", "URGENT", HOUR, { response: "got-help" })]);
    finish([raised("leg-clot", "URGENT")]);
    expect(screens()).toEqual([]);
    expect(cards()).toEqual([["URGENT", "open", null, "leg-clot"], ["URGENT", "answered", "got-help", "leg-clot"]]);
  });
  it("an emergency opens while the check-in goes on, and anything less waits for its end", () => {
    const { desk: made } = desk([]);
    expect(made.tellingOf(at("group"), judged(raised("chest-pain", "EMERGENCY", [{ field: "signs" }]), raised("leg-clot", "URGENT")), new Set()).screen).toMatchObject({ tier: "EMERGENCY", folded: [{ ruleId: "leg-clot" }] });
    expect(made.tellingOf(at("group"), judged(raised("leg-clot", "URGENT")), new Set())).toEqual({ tell: [], screen: null });
  });
});
