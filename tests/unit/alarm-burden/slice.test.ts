import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GROUPS } from "@/scripts/alarm-burden/groups";
import { countHere } from "@/scripts/alarm-burden/parts";
import { SEED, SLICE_PEOPLE } from "@/scripts/alarm-burden/seed";
import { summarise } from "@/scripts/alarm-burden/summary";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Twelve people of each group, the first of the committed thousand, through the rules as they stand now. */
const slice = summarise(countHere(SLICE_PEOPLE, SEED), SEED, "");
const group = (name: (typeof GROUPS)[number]) => slice.groups[name]!;

describe("the alarm burden of a small slice", () => {
  it("is the committed one: after a change of a rule run `npm run alarm-burden -- --slice` and read what changed", () => {
    expect(slice).toEqual(JSON.parse(read("./slice.json")));
  });

  it("could check every rule at every check-in", () => {
    expect(GROUPS.map((name) => group(name).couldNotCheck)).toEqual(GROUPS.map(() => 0));
  });

  it("shows no more than was raised, and needless ones are some of all", () => {
    for (const name of GROUPS) {
      for (const tier of ["EMERGENCY", "URGENT", "SOON", "INFO"] as const) {
        expect(group(name).shown[tier].all).toBeLessThanOrEqual(group(name).raised[tier].all);
        expect(group(name).shown[tier].needless).toBeLessThanOrEqual(group(name).shown[tier].all);
      }
    }
  });

  it("leaves stable people in peace more than fluctuating ones", () => {
    expect(group("stable").emergencyOrUrgent.needless).toBeLessThan(group("fluctuating").emergencyOrUrgent.needless);
    expect(group("stable").shown.SOON.needless).toBeLessThan(group("fluctuating").shown.SOON.needless);
    expect(group("stable").emergencyOrUrgent.needless).toBeLessThan(1);
    expect(group("stable").shown.EMERGENCY.needless).toBeLessThan(0.2);
    expect(group("stable").shown.SOON.needless).toBeLessThan(3);
  });

  it("finds nearly all planted relapses within days", () => {
    expect(slice.relapses.planted).toBeGreaterThanOrEqual(SLICE_PEOPLE);
    expect(slice.relapses.foundShare).toBeGreaterThanOrEqual(90);
    expect(slice.relapses.medianDelayDays).toBeLessThanOrEqual(4);
  });
});
