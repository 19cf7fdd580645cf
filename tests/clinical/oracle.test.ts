import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stageVignette } from "@/lib/domain/red-flags/vignette";
import { parseVignette } from "@/lib/schemas/vignette";
import { allByTheBook } from "./oracle/lower-tiers";
import { emergenciesByTheBook, EMERGENCY_IDS, tierByTheBook } from "./oracle/rules";

type Expectation = { id: string; title: string; expect: { tier: string; rules: string[]; notRules: string[] } };

const vignettes = JSON.parse(readFileSync(new URL("./vignettes.json", import.meta.url), "utf8")) as Expectation[];

/** The second implementation is worth comparing with only if it meets the clinical expectations by itself. */
describe("the second implementation of the emergency rules", () => {
  it.each(vignettes.map((vignette) => [`${vignette.id}: ${vignette.title}`, vignette] as const))("%s", (_name, vignette) => {
    const parsed = parseVignette(vignette, 1);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const { checkIn, context } = stageVignette(parsed.vignette);
    const fired = emergenciesByTheBook(checkIn, context);

    expect(fired).toEqual(expect.arrayContaining(vignette.expect.rules.filter((id) => EMERGENCY_IDS.includes(id))));
    expect(fired.filter((id) => vignette.expect.notRules.includes(id))).toEqual([]);
    expect(fired.some((id) => tierByTheBook(id, checkIn, context) === "EMERGENCY")).toBe(vignette.expect.tier === "EMERGENCY");
  });

  it.each(vignettes.map((vignette) => [`${vignette.id}: ${vignette.title}`, vignette] as const))("all tiers of %s", (_name, vignette) => {
    const parsed = parseVignette(vignette, 1);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const { checkIn, context } = stageVignette(parsed.vignette);
    const fired = allByTheBook(checkIn, context);

    expect(fired).toEqual(expect.arrayContaining(vignette.expect.rules));
    expect(fired.filter((id) => vignette.expect.notRules.includes(id))).toEqual([]);
  });

  it("has the 28 rules of the document", () => {
    expect(EMERGENCY_IDS).toHaveLength(28);
  });
});
