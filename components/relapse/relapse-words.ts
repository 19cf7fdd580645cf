import type { getTranslations } from "next-intl/server";
import { relapseDates, wordMonth, type RelapseDates } from "@/components/relapse/relapse-dates";
import { shortDay, wordDay, wordList } from "@/components/sharing/when";
import type { Eyes } from "@/lib/domain/check-in/vocabulary";
import { isConfirmedStatus, type RelapseRegion, type RelapseSide, type RelapseStatus } from "@/lib/domain/relapse/record";
import type { CalendarDay } from "@/lib/domain/time";

export type Translate = Awaited<ReturnType<typeof getTranslations<"relapses">>>;

/** "3 weeks" from two weeks on, else "9 days". */
export function wordLength(t: Translate, days: number): string {
  return t("length", { weeks: days < 14 ? 0 : Math.round(days / 7), days });
}

/** "28 Sep to 18 Oct, 3 weeks", "Since March 2024", "March 2024". */
export function wordDates(t: Translate, relapse: RelapseDates & { status: RelapseStatus }, today: CalendarDay): string {
  const { key, values } = relapseDates(relapse, today, (days) => wordLength(t, days), relapse.status === "not-a-relapse");
  return t(key, values);
}

type Named = {
  status: RelapseStatus;
  symptoms: readonly string[];
  sides: readonly RelapseSide[];
  cause: "heat" | "infection" | null;
  eyes: Eyes | null;
};

/** What it was, in two or three words. What nobody confirmed is called a relapse by no title. */
export function wordTitle(t: Translate, { status, symptoms, sides, cause, eyes }: Named): string {
  if (cause) return t(cause);
  const told = sides.length === 2 ? "both" : sides[0];
  if (symptoms[0] === "vision" && (told ?? eyes)) return t(`eyes.${(told ?? eyes) as Eyes}`);
  return wordSymptoms(t, symptoms) || t(status === "not-a-relapse" ? "flareUnnamed" : isConfirmedStatus(status) ? "unnamed" : "unnamedPossible");
}

/** "Numbness and walking"; "" for none. Words this product does not know are left out. */
export function wordSymptoms(t: Translate, symptoms: readonly string[]): string {
  const known = symptoms.filter((symptom) => t.has(`symptoms.${symptom}` as "symptoms.vision"));
  return wordList(known.map((symptom, index) => lowerAfterFirst(t(`symptoms.${symptom}` as "symptoms.vision"), index)));
}

/** "Left: legs and feet" */
export function wordWhere(t: Translate, { sides, regions }: { sides: readonly RelapseSide[]; regions: readonly RelapseRegion[] }): string {
  const side = wordList(sides.map((each, index) => lowerAfterFirst(t(`sides.${each}`), index)));
  const where = wordList(regions.map((each, index) => lowerAfterFirst(t(`regions.${each}`), side ? 1 : index)));
  return side && where ? `${side}: ${where}` : side || where;
}

const lowerAfterFirst = (word: string, index: number) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1));

export type Treatment = { name: string; startedOn?: CalendarDay; lastDoseOn?: CalendarDay; stoppedOn?: CalendarDay };

/** "Steroids, 1 Oct to 3 Oct"; a day that is not known is left out. */
export function wordTreatment(t: Translate, { name, startedOn, lastDoseOn, stoppedOn }: Treatment, today: CalendarDay): string {
  const last = lastDoseOn ?? stoppedOn;
  if (!startedOn) return last ? t("facts.treatmentTo", { name, to: shortDay(last, today) }) : name;
  return last && last !== startedOn
    ? t("facts.treatmentDates", { name, from: shortDay(startedOn, last), to: shortDay(last, today) })
    : t("facts.treatmentDay", { name, from: shortDay(startedOn, today) });
}

/** Days since the latest confirmed one began; of one known to the month, the month. */
export function wordSinceLast(t: Translate, { startedOn, startPrecision }: Pick<RelapseDates, "startedOn" | "startPrecision">, days: number, today: CalendarDay): string {
  return startPrecision === "month" ? t("figures.lastMonth", { month: wordMonth(startedOn) }) : t("figures.lastDays", { days, from: wordDay(startedOn, today) });
}
