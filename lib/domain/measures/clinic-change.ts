import type { ClinicResult } from "@/lib/domain/measures/measure";

/** Nine-hole peg test: about a fifth of the result before. Source: check-in.md section 7. */
const PEG_PERCENT = 20;
/** SDMT: 4 points, or a tenth of the result before. Source: check-in.md section 7. */
const SDMT_POINTS = 4;
const SDMT_PERCENT = 10;

/**
 * The result that this one is compared with, when the two lie further apart than the day-to-day variation of the test; else null. Compared
 * are results of the same test (and hand), with the last one of an earlier day. The limits count as beyond, in either direction: it is not
 * said which is better. EDSS, labs and MRI are never compared.
 */
export function beyondVariation(result: ClinicResult, all: readonly ClinicResult[]): ClinicResult | null {
  if (result.kind !== "nine-hole-peg" && result.kind !== "sdmt") return null;
  const before = all.filter((other) => isSameTest(result, other) && other.day < result.day)
    .sort((a, b) => a.day.localeCompare(b.day) || a.createdAt.getTime() - b.createdAt.getTime()).at(-1);
  if (!before || before.value === null) return null;
  return isBeyond(result.kind, result.value, before.value) ? before : null;
}

function isSameTest(one: ClinicResult, other: ClinicResult): boolean {
  if (one.kind === "nine-hole-peg") return other.kind === "nine-hole-peg" && one.details.hand === other.details.hand;
  return one.kind === other.kind;
}

/** In whole tenths, so that exactly the limit counts whatever the fractions. */
function isBeyond(kind: "nine-hole-peg" | "sdmt", value: number, before: number): boolean {
  const [tenths, base] = [Math.abs(Math.round(value * 10) - Math.round(before * 10)), Math.round(before * 10)];
  const isPercent = (percent: number) => tenths > 0 && tenths * 100 >= base * percent;
  return kind === "nine-hole-peg" ? isPercent(PEG_PERCENT) : tenths >= SDMT_POINTS * 10 || isPercent(SDMT_PERCENT);
}
