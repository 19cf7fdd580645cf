import { describe, expect, it } from "vitest";
import { datesTooFar } from "@/lib/domain/medicines/dates";
import { addDays, dayOf } from "@/lib/domain/time";
import { medicineSchema, nextDoseSchema } from "@/lib/schemas/medicine";
import { problemsOf, draftOf } from "@/components/medicines/medicine-draft";

const TODAY = "2026-03-01";
const ID = "01945c00-0000-7000-8000-000000000001";
const LIMITS = [["startedOn", 366, "medicine.yearAhead"], ["lastDoseOn", 0, "medicine.lastDoseAhead"], ["stoppedOn", 366, "medicine.yearAhead"], ["nextDoseOn", 1830, "medicine.nextTooFar"]] as const;

describe("the dates of a medicine", () => {
  it.each(LIMITS)("%s may lie %i days ahead and no day more", (field, days, key) => {
    expect(datesTooFar({ [field]: addDays(TODAY, days) }, TODAY)).toEqual({});
    expect(datesTooFar({ [field]: addDays(TODAY, days + 1) }, TODAY)).toEqual({ [field]: key });
  });

  it.each(LIMITS)("%s is held to it by what the server takes, on the latest day that it is anywhere", (field, days, key) => {
    const most = addDays(dayOf(new Date(), "Pacific/Kiritimati"), days);
    const parse = (day: string) => medicineSchema.safeParse({ id: ID, name: "x", [field]: day });
    expect(parse(most).success).toBe(true);
    // Two days further, should midnight come in between.
    expect(parse(addDays(most, 2)).error?.issues).toMatchObject([{ path: [field], message: key }]);
  });

  it("is held to it where the next dose is set alone, and may be not known", () => {
    expect(nextDoseSchema.safeParse({ nextDoseOn: "2062-01-01" }).error?.issues).toMatchObject([{ path: ["nextDoseOn"], message: "medicine.nextTooFar" }]);
    expect(nextDoseSchema.safeParse({ nextDoseOn: null }).success).toBe(true);
  });

  it("is told by the field before anything is sent", () => {
    expect(problemsOf({ ...draftOf({ id: ID, name: "x" }), lastDoseOn: "2026-03-02" }, TODAY)).toEqual({ lastDoseOn: "medicine.lastDoseAhead" });
  });
});
