import { isEdss, LAB_VALUE, PEG_SECONDS, SDMT_COUNT, type ClinicKind, type Hand } from "@/lib/domain/measures/measure";
import type { ClinicResultInput } from "@/lib/schemas/measure";

/** A result as the list has it: dates as text. */
export type ListedResult = {
  id: string; kind: ClinicKind; day: string; value: number | null; updatedAt: string; createdAt: string;
  details: { hand?: Hand; name?: string; unit?: string; bound?: "below" | "above"; newLesions?: "yes" | "no" | "unknown" };
};

/** What stands in the fields, as typed. */
export type ResultFields = { day: string; value: string; right: string; left: string; name: string; unit: string; newLesions: "yes" | "no" | "unknown" | undefined };
export const NO_FIELDS: ResultFields = { day: "", value: "", right: "", left: "", name: "", unit: "", newLesions: undefined };

export type ReadFields = { kind: "read"; values: Values[] } | { kind: "problems"; fields: Record<string, string> };
/** What one stored result holds besides its id and moment. */
type Values = Pick<ClinicResultInput, "kind" | "day" | "details"> & { value?: number };

/** The fields of a stored result, to change it. */
export function fieldsOf({ kind, day, value, details }: ListedResult): ResultFields {
  const text = value === null ? "" : String(value);
  const bound = details.bound === "below" ? "<" : details.bound === "above" ? ">" : "";
  return {
    ...NO_FIELDS, day, value: kind === "nine-hole-peg" ? "" : `${bound}${text}`, ...(details.hand && { [details.hand]: text }),
    name: details.name ?? "", unit: details.unit ?? "", newLesions: details.newLesions,
  };
}

/** Reads what was typed; a peg test of two hands makes two results. Point or comma; a field that is not needed is not read. */
export function readFields(kind: ClinicKind, fields: ResultFields, today: string): ReadFields {
  const problems: Record<string, string> = {};
  const { day } = fields;
  const values = readValues(kind, fields, problems);
  if (!day) problems.day = "day.missing";
  else if (day > today) problems.day = "day.future";
  return Object.keys(problems).length > 0 ? { kind: "problems", fields: problems } : { kind: "read", values: values.map((value) => ({ ...value, day }) as Values) };
}

function readValues(kind: ClinicKind, fields: ResultFields, problems: Record<string, string>): object[] {
  const number = (text: string, fits: (value: number) => boolean, field: string, problem: string): number => {
    const value = readNumber(text);
    if (value === null || !fits(value)) problems[field] = problem;
    return value ?? Number.NaN;
  };
  switch (kind) {
    case "edss":
      return [{ kind, value: number(fields.value, isEdss, "value", "edss.range"), details: {} }];
    case "nine-hole-peg": {
      const hands = (["right", "left"] as const).filter((hand) => fields[hand].trim() !== "");
      if (hands.length === 0) problems.right = "peg.missing";
      const tenth = (value: number) => Math.round(value * 10) / 10;
      return hands.map((hand) => ({ kind, value: tenth(number(fields[hand], (value) => isBetween(tenth(value), PEG_SECONDS), hand, "peg.range")), details: { hand } }));
    }
    case "sdmt":
      return [{ kind, value: number(fields.value, (value) => Number.isInteger(value) && isBetween(value, SDMT_COUNT), "value", "sdmt.range"), details: {} }];
    case "lab": {
      const [name, unit] = [fields.name.trim(), fields.unit.trim()];
      if (!name) problems.name = "lab.nameMissing";
      const [, sign, text] = /^\s*([<>]?)(.*)$/.exec(fields.value) ?? [];
      const value = number(text ?? "", (typed) => isBetween(typed, LAB_VALUE), "value", "lab.range");
      return [{ kind, value, details: { name, unit, ...(sign && { bound: sign === "<" ? "below" : "above" }) } }];
    }
    case "mri":
      if (!fields.newLesions) problems.newLesions = "mri.missing";
      return [{ kind, details: { newLesions: fields.newLesions } }];
  }
}

const isBetween = (value: number, { least, most }: { least: number; most: number }) => value >= least && value <= most;

/** Point or comma; nothing else is a number, and an empty field is not 0. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,6}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
