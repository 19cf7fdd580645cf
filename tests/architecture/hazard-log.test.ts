import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isBuilt, renderHazardLog, riskOf, type Hazard } from "@/scripts/safety/render-hazard-log";
import { problemWith } from "./named-tests";
import { testNames } from "./test-names";

const hazards = JSON.parse(readFileSync("docs/safety/hazards.json", "utf8")) as Hazard[];

describe("the hazard log", () => {
  it("holds at least 45 hazards, each under a number of its own, in order", () => {
    expect(hazards.length).toBeGreaterThanOrEqual(45);
    expect(hazards.map(({ id }) => id)).toEqual(hazards.map((_, i) => `H${String(i + 1).padStart(2, "0")}`));
    expect(new Set(hazards.map(({ hazard }) => hazard)).size).toBe(hazards.length);
  });

  it.each(hazards.map((hazard) => [hazard.id, hazard] as const))("%s has a cause, an effect, estimates and controls whose tests exist", (_id, entry) => {
    expect(Object.keys(entry).sort()).toEqual(["after", "before", "cause", "controls", "effect", "hazard", "id"]);
    for (const words of [entry.hazard, entry.cause, entry.effect]) expect(words).toMatch(/^\S.*[^.\s]$/);
    for (const estimate of [entry.before, entry.after]) {
      expect(Object.keys(estimate).sort()).toEqual(["likelihood", "severity"]);
      for (const value of Object.values(estimate)) expect([1, 2, 3, 4, 5]).toContain(value);
    }
    expect(entry.controls.length).toBeGreaterThan(0);
    for (const control of entry.controls) {
      expect(control.what).toMatch(/^\S.*[^.\s]$/);
      if (!isBuilt(control)) {
        expect(Object.keys(control).sort()).toEqual(["planned", "what"]);
        expect(control.planned).toMatch(/\S/);
        continue;
      }
      expect(Object.keys(control).sort()).toEqual(["tests", "what"]);
      expect(control.tests.length).toBeGreaterThan(0);
      expect(control.tests.map(problemWith).filter((problem) => problem !== null)).toEqual([]);
    }
  });

  it("claims a lower risk only where a control stands, and never a higher one", () => {
    for (const { id, before, after, controls } of hazards) {
      expect(riskOf(after), id).toBeLessThanOrEqual(riskOf(before));
      if (!controls.some(isBuilt)) expect(after, id).toEqual(before);
    }
  });

  it("is the page made from it", () => {
    expect(readFileSync("docs/safety/hazard-log.md", "utf8")).toBe(renderHazardLog(hazards));
  });
});

describe("testNames", () => {
  const names = testNames("tests/architecture/fixtures/test-names.txt");
  it("finds tests in groups, with templates, and those of each", () => {
    expect([...names]).toEqual(["alone", "group > inside", "group > deeper ${1 + 1} > each %s", "page > in the browser"]);
  });
  it("finds no skipped test", () => {
    expect([...names].filter((name) => name.includes("never"))).toEqual([]);
  });
});
