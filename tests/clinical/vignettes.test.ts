import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { stageVignette } from "@/lib/domain/red-flags/vignette";
import { parseVignette } from "@/lib/schemas/vignette";

type Expectation = { id: string; title: string; expect: { tier: string; rules: string[]; notRules: string[] } };

const file = new URL("./vignettes.json", import.meta.url);
const vignettes = JSON.parse(readFileSync(file, "utf8")) as Expectation[];

describe("the clinical vignettes", () => {
  it.each(vignettes.map((vignette) => [`${vignette.id}: ${vignette.title}`, vignette] as const))("%s", (_name, vignette) => {
    const parsed = parseVignette(vignette, 1);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const { checkIn, context } = stageVignette(parsed.vignette);
    const { alerts, couldNotCheck } = evaluate(checkIn, context);
    const fired = alerts.map(({ ruleId }) => ruleId);
    const highest = TIERS.find((tier) => alerts.some((alert) => alert.tier === tier)) ?? "none";

    expect(couldNotCheck).toEqual([]);
    expect(fired).toEqual(expect.arrayContaining(vignette.expect.rules));
    expect(fired.filter((id) => vignette.expect.notRules.includes(id))).toEqual([]);
    expect(highest).toBe(vignette.expect.tier);
  });

  it("name every rule that they can, at least once", () => {
    const named = new Set(vignettes.flatMap((vignette) => vignette.expect.rules));
    expect(ALL_RULES.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
