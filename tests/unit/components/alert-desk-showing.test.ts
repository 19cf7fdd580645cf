import { describe, expect, it, vi } from "vitest";
import { HOUR, NOW, raised, told } from "@/tests/unit/domain/alerts/told";
import { desk, usePage } from "./desk";

usePage();

describe("the moment of showing", () => {
  const LATER = new Date(NOW.getTime() + HOUR);
  it("is when an alert is on the screen, not when it begins to wait behind another; once", () => {
    const unseen = [told("chest-pain", "EMERGENCY", HOUR, { shownAt: null }), told("leg-clot", "URGENT", 2 * HOUR, { shownAt: null })];
    const { desk: made, onScreen, queue, sent, shownAt } = desk(unseen);
    made.start([]);
    onScreen();
    onScreen();
    expect([shownAt("chest-pain"), shownAt("leg-clot")]).toEqual([NOW, null]);
    vi.setSystemTime(LATER);
    void made.answer(queue()[0]!, "called");
    made.close(queue()[0]!);
    expect(shownAt("leg-clot")).toBeNull();
    onScreen();
    expect(shownAt("leg-clot")).toEqual(LATER);
    expect(sent.map(({ ruleId, shownAt: at, response }) => [ruleId, at, response])).toEqual([
      ["chest-pain", NOW.toISOString(), undefined], ["chest-pain", NOW.toISOString(), "called"], ["leg-clot", LATER.toISOString(), undefined],
    ]);
  });
  it("is not yet, for what an entry of now raises behind one that waited; and that is not opened twice", () => {
    const { desk: made, finish, save, screens, shownAt, queue, onScreen } = desk([told("head-injury", "URGENT", HOUR, { shownAt: null })]);
    made.start([]);
    expect(finish([raised("leg-clot", "URGENT")]).tell).toEqual([]);
    save(2, [raised("leg-clot", "URGENT")]);
    expect(screens()).toEqual([["URGENT", "full", "head-injury"], ["URGENT", "full", "leg-clot"]]);
    expect(shownAt("leg-clot")).toBeNull();
    made.close(queue()[0]!);
    onScreen();
    expect(shownAt("leg-clot")).toEqual(NOW);
  });
  it("is at once for an emergency, whatever less waits", () => {
    const { desk: made, finish } = desk([told("head-injury", "URGENT", HOUR, { shownAt: null })]);
    made.start([]);
    expect(finish([raised("chest-pain", "EMERGENCY")]).tell).toEqual(["chest-pain"]);
    expect(finish([raised("saddle", "EMERGENCY")], "other").tell).toEqual([]);
  });
});
