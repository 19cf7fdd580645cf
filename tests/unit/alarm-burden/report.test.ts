import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chartOf } from "@/scripts/alarm-burden/chart";
import { GROUPS } from "@/scripts/alarm-burden/groups";
import { reportOf } from "@/scripts/alarm-burden/report";
import type { Summary } from "@/scripts/alarm-burden/summary";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

describe("the committed report", () => {
  const committed = JSON.parse(read("../../../docs/safety/alarm-burden.json")) as Summary;

  it("is of a thousand people of each group", () => {
    expect(committed.people).toBe(1000);
    expect(Object.keys(committed.groups)).toEqual([...GROUPS]);
  });

  it("says and draws the figures that stand beside it", () => {
    expect(read("../../../docs/safety/alarm-burden.md")).toBe(reportOf(committed));
    expect(read("../../../docs/safety/alarm-burden.svg")).toBe(chartOf(committed));
  });

  it("names the rules behind each goal that stable people miss", () => {
    for (const { goal, reached, causes } of committed.goals) {
      if (goal.startsWith("stable") && !reached) expect(causes.length).toBeGreaterThan(0);
    }
  });
});
