import { describe, expect, it } from "vitest";
import { openAlertOf } from "@/components/diary/open-alerts";
import { DAY, HOUR, NOW, raised, told } from "@/tests/unit/domain/alerts/told";
import { desk, draft, usePage } from "./desk";

usePage();

describe("answers", () => {
  it("my usual closes no emergency: its card stays open, and nothing is asked before the next check-in", async () => {
    const { desk: made, cards, sent } = desk([told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })]);
    made.start([]);
    const alert = openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })] }, { history: [], draft }, NOW);
    await made.answer(alert, "my-usual");
    expect(cards()).toEqual([["EMERGENCY", "open", "my-usual", "chest-pain"]]);
    expect(sent.at(-1)).toMatchObject({ checkInId: "a", ruleId: "chest-pain", response: "my-usual", respondedAt: NOW.toISOString() });
    expect(made.questions()).toEqual([]);
  });
  it("asks about alarms nobody answered, and with one answer about the same of older days", () => {
    const { desk: made } = desk([told("leg-clot", "URGENT", DAY), told("leg-clot", "URGENT", 2 * DAY, { response: "not-yet" }), told("head-injury", "URGENT", 3 * DAY, { response: "got-help" })]);
    expect(made.questions().map(({ alert, also }) => [alert.checkInId, also.map(({ checkInId }) => checkInId)])).toEqual([[`entry-${DAY}`, [`entry-${2 * DAY}`]]]);
  });
  it("going back to correct closes nothing until a newer revision is saved, which starts anew, and interrupts nothing on this page", async () => {
    const { desk: made, finish, queue, screens, cards, returnTo, save } = desk([]);
    finish([raised("chest-pain", "EMERGENCY")]);
    const [alert] = queue();
    await made.answer(alert!, "corrected");
    made.close(alert!);
    expect([cards(), made.questions().length]).toEqual([[["EMERGENCY", "open", "corrected", "chest-pain"]], 1]);
    await returnTo();
    expect(screens()).toEqual([]);
    save(2, [raised("chest-pain", "EMERGENCY")]);
    await returnTo();
    expect([cards(), screens()]).toEqual([[["EMERGENCY", "open", null, "chest-pain"]], [["EMERGENCY", "full", "chest-pain"]]]);
    save(3, []);
    expect(cards()).toEqual([]);
  });
  it("opens again elsewhere what was only gone back to", () => {
    const { desk: made, screens } = desk([told("chest-pain", "EMERGENCY", HOUR, { response: "corrected" })]);
    made.start([]);
    expect(screens()).toEqual([["EMERGENCY", "full", "chest-pain"]]);
  });
  it("asks about the alarms of other entries, once in a check-in, and again about a newer one", () => {
    const { desk: made } = desk([told("leg-clot", "URGENT", DAY), told("head-injury", "URGENT", HOUR), told("chest-pain", "EMERGENCY", HOUR, { checkInId: "own" })], { page: { ...draft, id: "own" } });
    const rules = (asked?: Set<string>) => made.questions(asked).map(({ alert }) => alert.alerts.map(({ ruleId }) => ruleId));
    expect(rules()).toEqual([["head-injury"], ["leg-clot"]]);
    expect(rules(new Set([made.questions()[1]!.name]))).toEqual([["head-injury"]]);
  });
  it("asks nothing yet about what has its turn on the screen still to come", () => {
    const { desk: made, queue } = desk([told("leg-clot", "URGENT", HOUR, { shownAt: null }), told("head-injury", "URGENT", DAY)]);
    made.start([]);
    const asked = () => made.questions().map(({ alert }) => alert.alerts.map(({ ruleId }) => ruleId));
    expect(asked()).toEqual([["head-injury"]]);
    made.close(queue()[0]!);
    expect(asked()).toEqual([["leg-clot"], ["head-injury"]]);
  });
  it("given before the engine was there are kept, with the moment they were given", () => {
    const opening = [openAlertOf({ tier: "EMERGENCY", checkInId: "a", revision: 1, alerts: [told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })] }, { history: [], draft }, NOW)];
    const { desk: made, sent, cards, screens, queue } = desk([told("chest-pain", "EMERGENCY", HOUR, { checkInId: "a" })], { opening });
    made.close(queue()[0]!);
    made.start([{ alert: opening[0]!, response: "called", respondedAt: new Date(NOW.getTime() - 1000), done: () => undefined }]);
    expect(sent).toMatchObject([{ response: "called", respondedAt: "2026-11-21T09:59:59.000Z" }]);
    expect([cards(), screens()]).toEqual([[["EMERGENCY", "answered", "called", "chest-pain"]], []]);
  });
});
