import { describe, expect, it } from "vitest";
import { isOtherFinding } from "@/lib/domain/alerts/same-finding";
import type { Evidence } from "@/lib/domain/red-flags/rule";

const eye = (value: string): Evidence => ({ field: "vision.eyes", value });
const signs = (...value: string[]): Evidence => ({ field: "signs", value });
const loss: Evidence = { field: "vision.loss", value: "complete" };

describe("isOtherFinding", () => {
  it.each<[string, Evidence[], Evidence[], boolean]>([
    ["the same again", [eye("left"), loss], [loss, eye("left")], false],
    ["the other eye", [eye("left"), loss], [eye("right"), loss], true],
    ["both eyes", [eye("left")], [eye("both")], true],
    ["another sign", [signs("face-droop")], [signs("face-droop", "slurred-speech")], true],
    ["one sign less", [signs("face-droop", "slurred-speech")], [signs("slurred-speech")], false],
    ["a detail that was only added", [loss], [loss, eye("left")], false],
    ["a detail that is gone", [loss, eye("left")], [loss], false],
    ["something else altogether", [signs("face-droop")], [{ field: "weakness.areas", value: ["face-left"] }], true],
    ["other measures", [loss, { field: "scores.vision", value: 7 }, { field: "temperatureC", value: 39 }, { field: "run.vision", value: "2026-11-01T00:00:00Z" }],
      [loss, { field: "scores.vision", value: 9 }, { field: "temperatureC", value: 40 }, { field: "run.vision", value: "2026-11-02T00:00:00Z" }], false],
    ["evidence without a value", [{ field: "signs" }], [signs("faint")], false],
    ["nothing known of before", [], [loss], false],
  ])("%s", (_name, before, now, isOther) => {
    expect(isOtherFinding(before, now)).toBe(isOther);
  });
});
