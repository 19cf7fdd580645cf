import { TIERS } from "@/lib/domain/red-flags/rule";
import { GROUPS, type Group } from "./groups";
import { modelText } from "./model-text";
import { READING } from "./reading-text";
import type { RelapseRow } from "./relapse-summary";
import type { Summary } from "./summary";
import { table } from "./table";

/** The committed page: figures first, then the rules behind them, then the model they rest on. */
export function reportOf(summary: Summary): string {
  return [
    "# Alarm burden",
    "",
    "How often the rules speak to people whose life is ordinary, and whether they find the relapses that were planted.",
    `Made by \`npm run alarm-burden\` (seed ${summary.seed}, rules ${summary.rulesVersion}, ${summary.people.toLocaleString("en-GB")} made-up people a group, a year each); do not edit by hand.`,
    "**These people are made up. A simulation is not evidence from patients**: it shows what the rules do with the model below, and no more.",
    "",
    "![Alerts shown a person and year](alarm-burden.svg)",
    "",
    "## Goals",
    "",
    "Judged on what is put on the screen. *Needless* means that no planted relapse, infection, real sign, fall or slow worsening stands behind the alert.",
    "",
    table(["Goal", "Figure", "Reached"], summary.goals.map(({ goal, figure, reached }) => [goal, String(figure), reached ? "yes" : "**no**"])),
    ...summary.goals.filter(({ reached, causes }) => !reached && causes.length > 0).flatMap(({ goal, causes }) => ["", `Behind the missed goal "${goal}", alerts a person and year: ${causes.slice(0, 10).map(({ rule, share }) => `\`${rule}\` ${share}`).join(", ")}.`]),
    "",
    "## Alerts shown",
    "",
    "A person and year; in brackets how many of them were needless. EMERGENCY is shown each time. A SOON alert that was not answered is shown once more after two days; an URGENT one that was answered and comes again within a day is shown small: both are counted apart. An *alarm* is EMERGENCY or URGENT.",
    "",
    shownTable(summary),
    "",
    "## Alerts raised",
    "",
    "Every rule at every check-in, as stored, before section 6 of the specification decides what is shown.",
    "",
    table(["Group", ...TIERS, "could not be checked"], Object.entries(summary.groups).map(([group, { raised, couldNotCheck }]) => [group, ...TIERS.map((tier) => both(raised[tier])), String(couldNotCheck)])),
    "",
    "## By rule",
    "",
    "Shown a person and year, in brackets the needless ones. A rule that is missing was never raised.",
    "",
    table(["Rule", "Tier", ...GROUPS], summary.rules.map((row) => [`\`${row.rule}\``, row.tier, ...GROUPS.map((group) => ruleCell(row[group]))])),
    "",
    relapseText(summary),
    "",
    comparedText(summary),
    "",
    READING,
    "",
    modelText(),
    "",
  ].join("\n");
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;

type Cell = { all: number; needless: number };
const both = ({ all, needless }: Cell): string => `${all.toFixed(2)} (${needless.toFixed(2)})`;

function ruleCell(figures: Summary["rules"][number][Group]): string {
  if (!figures) return "";
  return figures.shown === 0 && figures.needless === 0 ? "0" : `${figures.shown.toFixed(3)} (${figures.needless.toFixed(3)})`;
}

function shownTable({ groups }: Summary): string {
  return table(["Group", "check-ins", ...TIERS, "EMERGENCY or URGENT", "SOON reminders", "small URGENT", "people with a needless alarm", "with a needless SOON"],
    Object.entries(groups).map(([group, figures]) => [
      group, String(figures.checkIns), ...TIERS.map((tier) => both(figures.shown[tier])), both(figures.emergencyOrUrgent),
      figures.remindersShown.toFixed(2), figures.compactUrgent.toFixed(2),
      percent(figures.peopleWithNeedless.alarm), percent(figures.peopleWithNeedless.soon),
    ]));
}

function relapseText({ relapses }: Summary): string {
  const rows = (of: Record<string, RelapseRow>) => Object.entries(of).map(([name, { planted, found, medianDelayDays }]) =>
    [name, String(planted), String(found), share(found, planted), medianDelayDays === null ? "" : String(medianDelayDays)]);
  const head = ["planted", "found", "share", "median delay, days"];
  return [
    "## Planted relapses",
    "",
    `Planted ${relapses.planted}, found ${relapses.found} (${relapses.foundShare} %). *Found*: \`possible-relapse\`, \`relapse-worsening\`, or an URGENT or EMERGENCY rule about the same symptoms, was raised between the onset and its end (at most 60 days).`,
    `Delay from the end of the first 24 hours: median ${relapses.medianDelayDays} days, 95th percentile ${relapses.delayDays95} days; ${share(relapses.within3Days, relapses.planted)} of all planted were found within three days of it, ${share(relapses.within14Days, relapses.planted)} within fourteen. A needless alert about the same symptoms counts as a finding too: over two months one or the other of the late ones is found by such a chance. What was found sooner counts as no delay. Missing days, slow starts and small sizes are all in here.`,
    `A relapse begins here with its first trace. Counted from when it adds a whole point to a score, so that it can be rated at all, the median delay after 24 hours is ${relapses.medianDelayDaysFromFelt} days.`,
    "",
    table(["By the peak", ...head], rows(relapses.bySize)), "",
    table(["By the time to its peak", ...head], rows(relapses.byRamp)), "",
    table(["By the symptom", ...head], rows(relapses.bySymptom)), "",
    table(["Found first by", "relapses"], Object.entries(relapses.byRule).map(([rule, count]) => [`\`${rule}\``, String(count)])), "",
    table(["Not found: the first cause that holds", "relapses"], Object.entries(relapses.misses).map(([cause, count]) => [cause, String(count)])),
  ].join("\n");
}

const share = (part: number, whole: number): string => (whole === 0 ? "" : `${((100 * part) / whole).toFixed(1)} %`);

function comparedText({ compared, people, groups, relapses }: Summary): string {
  const stable = groups["stable"]!;
  const rows = [
    { way: "as they are", people, emergencyOrUrgent: stable.emergencyOrUrgent.needless, soon: stable.shown.SOON.needless, ...relapses },
    ...compared,
  ].map((row) => [row.way, String(row.people), row.emergencyOrUrgent.toFixed(2), row.soon.toFixed(2), `${row.foundShare} %`, String(row.medianDelayDays)]);
  return [
    "## What the answers do",
    "",
    "The same kind of people, filling in otherwise: when nobody answers a detail that the app asks, and when nobody answers \"When did this start?\". It shows how much of the burden, and of the finding, rests on these answers. The simulation named in the check-in's specification (under 0.1 needless EMERGENCY or URGENT and under 1 needless SOON for stable people) comes near the line without details.",
    "",
    table(["Filling in", "people", "stable: needless EMERGENCY or URGENT", "stable: needless SOON", "relapses found", "median delay, days"], rows),
  ].join("\n");
}
