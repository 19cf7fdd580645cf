import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { context, daily, entry, type Entry } from "./diary";

const continence = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial)).continence;
const none: Entry = { bladder: "cannot-pass-urine" };

describe("cannot pass urine", () => {
  it.each([[undefined, true], ["leaking", true], ["cannot-pass-urine", false], ["catheter", false]] as const)("with usual %s is new: %s", (usual, isNew) => {
    const found = continence(none, usual ? { profile: { usual: { bladder: usual } } } : {});
    expect([found.cannotPassUrineIsNew(), found.hasNewBladderChange()]).toEqual([isNew, isNew]);
  });
  it("is a blocked catheter for one who has a catheter, unless it is recurrent", () => {
    const catheter: Partial<RuleContext> = { profile: { usual: { bladder: "catheter" } } };
    expect(continence(none, catheter).catheterIsBlocked()).toBe(true);
    expect(continence(none).catheterIsBlocked()).toBe(false);
    expect(continence(none, { ...catheter, history: daily(10, 8, none) }).catheterIsBlocked()).toBe(false);
    expect(continence({ bladder: "catheter-blocked" }).catheterIsBlocked()).toBe(true);
    expect(continence({ bladder: "leaking" }, catheter).catheterIsBlocked()).toBe(false);
  });
});
