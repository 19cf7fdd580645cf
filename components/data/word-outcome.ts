import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** What the server answers to the days of another diary. */
export type DaysOutcome = { added: number; same: number; different: number };
/** What the server answers to a file of Daymark's own. */
export type RowsOutcome = { status: "imported"; added: Record<string, number>; profile: boolean } | { status: "differs"; differing: Record<string, number> };

export function wordDays({ added, same, different }: DaysOutcome, { done }: Messages["data"]): string[] {
  return [
    ...(added === 0 && different === 0 ? [done.nothing] : [added === 1 ? done.oneDay : fill(done.days, { count: added })]),
    ...(same > 0 && (added > 0 || different > 0) ? [fill(done.same, { count: same })] : []),
    ...(different > 0 ? [fill(done.different, { count: different })] : []),
  ];
}

export function wordRows(outcome: RowsOutcome, { done, differs }: Messages["data"]): { step: "done"; sentences: string[] } | { step: "differs"; text: string } {
  if (outcome.status === "differs") {
    const parts = Object.entries(outcome.differing).map(([part, count]) => fill(differs.parts[part as keyof typeof differs.parts], { count }));
    return { step: "differs", text: fill(differs.text, { parts: parts.join(", ") }) };
  }
  const count = Object.values(outcome.added).reduce((sum, each) => sum + each, 0);
  return { step: "done", sentences: [...(count === 0 ? [done.nothing] : [fill(done.rows, { count })]), ...(outcome.profile ? [done.profile] : [])] };
}

/** Where a file of Daymark's own does not fit, "check_ins.12.fatigue", and what is wrong there in a sentence. */
export const wordBadRows = (fields: Record<string, string>, { misfits }: Messages["data"]): [string, string][] =>
  Object.entries(fields).map(([place, key]) => [place, wordMisfit(key, misfits)]);

/** By the whole key ("score.range"), else by its second half, which says what kind of fault it is. */
function wordMisfit(key: string, misfits: Messages["data"]["misfits"]): string {
  const known: Record<string, string> = misfits;
  return known[key] ?? known[key.slice(key.indexOf(".") + 1)] ?? misfits.invalid;
}
