import { TIERS } from "@/lib/domain/red-flags/rule";
import type { Summary } from "./summary";

/** The main figures as plain text for the terminal. */
export function tableForTerminal({ groups, goals, relapses }: Summary): string {
  const head = ["group", ...TIERS.flatMap((tier) => [tier, "needless"]), "raised"];
  const rows = Object.entries(groups).map(([group, { shown, raised }]) => [
    group, ...TIERS.flatMap((tier) => [shown[tier].all.toFixed(2), shown[tier].needless.toFixed(2)]),
    TIERS.reduce((sum, tier) => sum + raised[tier].all, 0).toFixed(1),
  ]);
  const lines = [head, ...rows].map((row) => row.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(11))).join(""));
  return [
    "Alerts shown a person and year", ...lines, "",
    ...goals.flatMap(({ goal, figure, reached, causes }) => [
      `${reached ? "reached" : "MISSED "}  ${goal}: ${figure}`,
      ...(reached ? [] : causes.slice(0, 6).map(({ rule, share }) => `           ${rule} ${share}`)),
    ]),
    "", `Relapses: ${relapses.found} of ${relapses.planted} found, ${relapses.within3Days} within 3 days after the first 24 h`,
    ...Object.entries(relapses.misses).map(([cause, count]) => `  not found, ${cause}: ${count}`), "",
  ].join("\n");
}
