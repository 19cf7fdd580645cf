import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { BodyArea } from "@/lib/domain/check-in/vocabulary";
import { isSlow } from "@/lib/domain/red-flags/grades";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { OnsetFindings } from "@/lib/domain/red-flags/onset";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";

export type NumbnessFindings = {
  /** new numb areas of `x` (C when not given) */
  newAreas: (x?: JudgedCheckIn) => readonly BodyArea[];
  has: (area: BodyArea) => boolean;
  /** the new numb areas that make a sudden numb side; empty = none */
  suddenSide: () => readonly BodyArea[];
};

export function numbnessFindings(m: Moment, onset: OnsetFindings, recurrence: RecurrenceFindings): NumbnessFindings {
  const c = m.checkIn;

  /** **New numb areas**: not usual, not long-standing, onset not usual or gradual (saddle: whatever the onset). */
  const newAreasOf = (x: JudgedCheckIn): readonly BodyArea[] => (x.numbness?.areas ?? []).filter((area) =>
    !(m.profile.usual?.numbness ?? []).includes(area)
    && (area === "saddle" || !isSlow(onset.of("numbness", x)))
    && !recurrence.isLongStanding(`numbness ${area}`, (other) => other.numbness?.areas?.includes(area) === true));
  const ofJudged = lazy(() => newAreasOf(c));

  return {
    newAreas: (x = c) => (x === c ? ofJudged() : newAreasOf(x)),
    has: (area) => ofJudged().includes(area),
    suddenSide: lazy(() => {
      if (onset.of("numbness") !== "sudden") return [];
      const sided = ofJudged().filter((area) => area !== "trunk" && area !== "saddle");
      const left = sided.filter((area) => area.startsWith("left-"));
      const right = sided.filter((area) => area.startsWith("right-"));
      const allOnOneSide = sided.length >= 2 && (left.length === 0 || right.length === 0);
      return allOnOneSide || isCrossed(left, right) || isCrossed(right, left) ? sided : [];
    }),
  };
}

/** A face area on one side and an arm or leg on the other. */
const isCrossed = (one: readonly BodyArea[], other: readonly BodyArea[]): boolean =>
  one.some((area) => area.endsWith("-face")) && other.some((area) => !area.endsWith("-face"));
