import { describe, expect, it } from "vitest";
import type { Scores } from "@/lib/domain/check-in/check-in";
import { flow, newDraft, startFlow, type FlowAction, type FlowState } from "@/lib/domain/check-in/flow";

const yesterday: Scores = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
const start = (profile = {}) => startFlow(newDraft("2026-03-10"), profile);
const run = (state: FlowState, ...actions: FlowAction[]) => actions.reduce(flow, state);
const answer = (question: Extract<FlowAction, { type: "answer" }>["question"], value: Extract<FlowAction, { type: "answer" }>["value"]): FlowAction =>
  ({ type: "answer", question, value, movesOn: true });
const same: FlowAction[] = [{ type: "copy-rest", from: yesterday }, { type: "next", ask: [] }];

describe("an ordinary day", () => {
  it("presets nothing and asks nothing", () => {
    expect(start().draft).toMatchObject({ scores: {}, copied: [], answers: {} });
  });
  it("takes two taps: same as yesterday, none of these", () => {
    const done = run(start(), ...same, { type: "none-of-these" });
    expect(done.step).toBe("done");
    expect(done.draft).toMatchObject({ scores: yesterday, copied: ["fatigue", "numbness", "vision", "walking"], answers: { signs: [] } });
  });
  it("answers with 'None of these' the signs alone", () => {
    expect(run(start(), ...same, { type: "none-of-these" }).draft.answers).toEqual({ signs: [] });
  });
  it.each([{ changed: ["fatigue"] as const, taps: 3 }, { changed: ["fatigue", "walking"] as const, taps: 4 }])("takes $taps taps with $changed changed", ({ changed, taps }) => {
    const rated = changed.map((name): FlowAction => ({ type: "score", name, value: 1 }));
    const done = run(start(), ...rated, ...same, { type: "none-of-these" });
    expect(done.step).toBe("done");
    expect(rated.length + 2).toBe(taps); // each rating, the button, "None of these"
    expect(done.draft.copied).not.toContain("fatigue");
    expect(done.draft.copied).toHaveLength(4 - changed.length);
  });
  it("asks the safety question after four ratings by hand, with nothing copied", () => {
    const rated = (["fatigue", "numbness", "vision", "walking"] as const).map((name): FlowAction => ({ type: "score", name, value: 3 }));
    const state = run(start(), ...rated, { type: "next", ask: [] });
    expect(state).toMatchObject({ step: "safety", draft: { copied: [] } });
  });
  it("does not go on while a score is missing", () => {
    expect(run(start(), { type: "score", name: "vision", value: 0 }, { type: "next", ask: [] }).step).toBe("scores");
  });
  it("keeps 0 apart from nothing, and clears a score", () => {
    const zero = run(start(), { type: "score", name: "vision", value: 0 });
    expect(zero.draft.scores).toEqual({ vision: 0 });
    expect(run(zero, { type: "score", name: "vision", value: null }).draft.scores).toEqual({});
  });
  it("counts a copied score that is rated afterwards as rated", () => {
    const state = run(start(), { type: "copy-rest", from: yesterday }, { type: "score", name: "vision", value: 1 });
    expect(state.draft.copied).toEqual(["fatigue", "numbness", "walking"]);
  });
});

describe("a score that jumped", () => {
  const worse = run(start(), { type: "score", name: "vision", value: 6 }, { type: "copy-rest", from: yesterday }, { type: "next", ask: ["vision"] });

  it("asks four questions about vision, one at a time, then the safety question", () => {
    expect(worse).toMatchObject({ step: "details", symptom: "vision", open: "vision.eyes" });
    expect(worse.queue).toEqual(["vision.eyes", "vision.loss", "vision.eyePain", "onset.vision"]);
    const state = run(worse, answer("vision.eyes", "left"), answer("vision.loss", "blurred"), answer("vision.eyePain", "mild"), answer("onset.vision", "days"));
    expect(state.step).toBe("safety");
    expect(state.draft.answers).toEqual({ vision: { eyes: "left", loss: "blurred", eyePain: "mild" }, onset: { vision: "days" } });
    expect(run(state, { type: "none-of-these" })).toMatchObject({ step: "done" });
  });
  it("stores a skipped question as skipped, never as no", () => {
    const state = run(worse, { type: "skip" }, { type: "skip" }, { type: "skip" }, { type: "skip" });
    expect(state.step).toBe("safety");
    expect(state.draft.answers).toEqual({ skipped: ["vision.eyes", "vision.loss", "vision.eyePain", "onset.vision"] });
  });
  it("forgets that a question was skipped once it is answered", () => {
    const state = run(worse, { type: "skip" }, { type: "reopen", item: "vision.eyes" }, answer("vision.eyes", "both"));
    expect(state.draft.answers).toEqual({ vision: { eyes: "both" } });
    expect(state.open).toBe("vision.loss");
  });
  it("takes back the last automatic step", () => {
    const state = run(worse, answer("vision.eyes", "left"), { type: "undo" });
    expect(state).toMatchObject({ step: "details", open: "vision.eyes", draft: { answers: {} } });
  });
  it("goes back question by question, then to the scores, keeping the answers", () => {
    const second = run(worse, answer("vision.eyes", "left"));
    const first = run(second, { type: "back" });
    expect(first.open).toBe("vision.eyes");
    expect(run(first, { type: "back" })).toMatchObject({ step: "scores", draft: { answers: { vision: { eyes: "left" } } } });
  });
  it("goes through each symptom that jumped, in order", () => {
    let state = run(start(), ...same.slice(0, 1), { type: "next", ask: ["fatigue", "numbness"] });
    expect(state.symptom).toBe("fatigue");
    state = run(state, { type: "skip" }, { type: "skip" });
    expect(state).toMatchObject({ symptom: "numbness", open: "numbness.areas" });
  });
  it("asks which parts are weak only when something is", () => {
    const walking = run(start(), ...same.slice(0, 1), { type: "next", ask: ["walking"] }, answer("walking.ability", "one-aid"));
    expect(run(walking, answer("weakness.severity", "none")).open).toBe("onset.walking");
    expect(run(walking, answer("weakness.severity", "mild"))).toMatchObject({ open: "weakness.areas" });
  });
  it("does not ask a full-time wheelchair user how they walked", () => {
    const state = run(start({ mobility: "wheelchair-full-time" }), ...same.slice(0, 1), { type: "next", ask: ["walking"] });
    expect(state.queue).not.toContain("walking.ability");
  });
});

describe("the safety question", () => {
  const asked = run(start(), ...same);

  it("asks when ticked signs started", () => {
    const state = run(asked, { type: "open-group", group: "head" }, { type: "sign", sign: "faint", isTicked: true }, { type: "back" }, { type: "save-safety" });
    expect(state).toMatchObject({ step: "follow-up", open: "onset.signs" });
    expect(run(state, answer("onset.signs", "sudden"))).toMatchObject({ step: "done", draft: { answers: { signs: ["faint"], onset: { signs: "sudden" } } } });
  });
  it("does not read an untick as 'None of these'", () => {
    const state = run(asked, { type: "sign", sign: "faint", isTicked: true }, { type: "sign", sign: "faint", isTicked: false });
    expect(state.draft.answers.signs).toBeUndefined();
  });
  it("asks which eye and since when after sight loss was marked", () => {
    const state = run(asked, { type: "open-group", group: "eyes" }, answer("vision.loss", "blurred"), { type: "save-safety" });
    expect(state.queue).toEqual(["vision.eyes", "onset.vision"]);
    expect(state.draft.answers.signs).toEqual([]);
  });
  it("stays in the group while answers are given", () => {
    const state = run(asked, { type: "open-group", group: "eyes" }, answer("vision.loss", "none"));
    expect(state).toMatchObject({ step: "group", touched: true });
  });
  it.each([
    { what: "the same as usual", profile: { usual: { walking: "one-aid" as const } }, asks: false },
    { what: "worse than usual", profile: { usual: { walking: "unaided" as const } }, asks: true },
    { what: "not known from the profile", profile: {}, asks: true },
  ])("asks since when for a walking ability that is $what: $asks", ({ profile, asks }) => {
    const state = run(start(profile), ...same, { type: "open-group", group: "walking" }, answer("walking.ability", "one-aid"), { type: "save-safety" });
    expect(state.queue.includes("onset.walking")).toBe(asks);
  });
  it("does not ask again what the details already told", () => {
    const state = run(start(), ...same.slice(0, 1), { type: "next", ask: ["vision"] }, answer("vision.eyes", "left"), answer("vision.loss", "blurred"),
      { type: "skip" }, { type: "skip" }, { type: "none-of-these" });
    expect(state.step).toBe("done");
  });
});

describe("a marked finding called usual", () => {
  const lost = (profile = {}) => run(start(profile), ...same, { type: "open-group", group: "eyes" }, answer("vision.loss", "complete"), { type: "save-safety" },
    answer("vision.eyes", "left"), answer("onset.vision", "usual"));

  it("is asked once more when the profile does not know it", () => {
    expect(lost().open).toBe("confirm.vision");
    expect(run(lost(), { type: "confirm", item: "confirm.vision", isUsual: true })).toMatchObject({ step: "done", draft: { answers: { onset: { vision: "usual" } } } });
  });
  it("asks the onset again after 'No'", () => {
    const state = run(lost(), { type: "confirm", item: "confirm.vision", isUsual: false });
    expect(state.open).toBe("onset.vision");
    expect(state.draft.answers.onset).toBeUndefined();
  });
  it("does not keep a usual that was not confirmed", () => {
    expect(run(lost(), { type: "skip" }).draft.answers).toMatchObject({ skipped: ["onset.vision"] });
  });
  it("is not asked when the profile knows it", () => {
    expect(lost({ usual: { vision: { loss: "complete" } } }).step).toBe("done");
  });
});

describe("big keys", () => {
  it("move on by themselves, and back with Undo", () => {
    const state = run(start(), { type: "open-keys", name: "fatigue", walk: true }, { type: "score", name: "fatigue", value: 6 });
    expect(state).toMatchObject({ step: "keys", symptom: "numbness" });
    expect(run(state, { type: "undo" })).toMatchObject({ symptom: "fatigue", draft: { scores: {} } });
  });
  it("return to the four after a single one", () => {
    expect(run(start(), { type: "open-keys", name: "vision", walk: false }, { type: "score", name: "vision", value: 6 }).step).toBe("scores");
  });
  it("return to the four after the last of a walk", () => {
    expect(run(start(), { type: "open-keys", name: "walking", walk: true }, { type: "score", name: "walking", value: 6 }).step).toBe("scores");
  });
});

describe("saving and correcting", () => {
  it("makes the next revision after a save", () => {
    const saved = run(start(), ...same, { type: "none-of-these" }, { type: "saved", id: "a", revision: 1, recordedAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London" });
    expect(saved).toMatchObject({ isDirty: false, draft: { id: "a", revision: 2, recordedAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London" } });
    expect(run(saved, { type: "correct" }, { type: "score", name: "vision", value: 3 })).toMatchObject({ step: "scores", isDirty: true, draft: { id: "a", revision: 2 } });
  });
  it("files an entry under an earlier day", () => {
    const state = run(start(), { type: "file-under", day: "2026-03-08", recordedAt: "2026-03-08T20:00:00.000Z" });
    expect(state.draft).toMatchObject({ day: "2026-03-08", recordedAt: "2026-03-08T20:00:00.000Z" });
  });
});

describe("changing an entry that holds red flags", () => {
  const stored = (answers: FlowState["draft"]["answers"]) =>
    startFlow({ ...newDraft("2026-03-10"), id: "a", revision: 2, scores: yesterday, answers }, {});
  const toSafety: FlowAction = { type: "next", ask: [] };

  it.each([
    { what: "a ticked sign", answers: { signs: ["chest-pain" as const], onset: { signs: "sudden" as const } } },
    { what: "a marked answer", answers: { signs: [], vision: { loss: "complete" as const } } },
  ])("starts with $what as told, so that the button saves and wipes nothing", ({ answers }) => {
    const state = run(stored(answers), toSafety);
    expect(state).toMatchObject({ step: "safety", touched: true });
    expect(run(state, { type: "save-safety" }).draft.answers).toEqual(answers);
  });
  it("still offers 'None of these' where nothing was marked", () => {
    expect(stored({ signs: [], bladder: "usual", vision: { doubleVision: false } }).touched).toBe(false);
  });
  it("counts what the questions added when the entry is changed at once", () => {
    const done = { ...run(start(), ...same, { type: "none-of-these" }) };
    const added = { ...done, draft: { ...done.draft, answers: { ...done.draft.answers, vision: { eyePain: "severe" as const } } } };
    expect(run(added, { type: "correct" }).touched).toBe(true);
  });
});
