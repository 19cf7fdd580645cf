import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { WeaknessSeverity } from "@/lib/domain/check-in/vocabulary";
import { isFast, isSlow, reaches, speaksOfArea, UNNAMED, WEAKNESS_GRADE, type EffectiveOnset } from "@/lib/domain/red-flags/grades";
import { hasHeat } from "@/lib/domain/red-flags/infection";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { areasOf, weaknessGrade, weaknessGradeOf, type OnsetFindings } from "@/lib/domain/red-flags/onset";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";

export type WeaknessFindings = {
  /** new weak areas of `x` (C when not given), before the heat excuse: what the relapse rules read */
  newAreas: (x?: JudgedCheckIn) => readonly string[];
  /** new weak areas as EMERGENCY and URGENT rules read them: none when heat-excused */
  alarmingAreas: () => readonly string[];
  /** the weak areas of C that are not **known**: neither usual nor long-standing at that severity or worse */
  unknownAreas: () => readonly string[];
  /** eff(weakness) */
  effectiveOnset: () => EffectiveOnset;
  severityIsAtLeast: (severity: WeaknessSeverity) => boolean;
  /** the alarming areas without the trunk when they lie on one side only (an unnamed area counts); else empty */
  oneSide: () => readonly string[];
  isTwoSided: () => boolean;
  isBothLegs: () => boolean;
  /** a leg; an unnamed area may be one */
  hasLeg: () => boolean;
  /** a face area, named as such */
  hasFace: () => boolean;
};

export function weaknessFindings(m: Moment, onset: OnsetFindings, recurrence: RecurrenceFindings): WeaknessFindings {
  const c = m.checkIn;

  const holds = (area: string, grade: number) => (x: JudgedCheckIn) => reaches(weaknessGradeOf(x, area), grade);
  const isLongStanding = (area: string, grade: number) => recurrence.isLongStanding(`weakness ${area} ${grade}`, holds(area, grade));

  /** **New weak areas**: worse than usual, not long-standing, not persisting; with a fast onset and none left, all ticked ones. */
  const newAreasOf = (x: JudgedCheckIn): readonly string[] => {
    const stated = onset.of("weakness", x);
    const grade = weaknessGrade(x);
    const areas = areasOf(x);
    const isNew = (area: string): boolean => {
      if (!reaches(grade, WEAKNESS_GRADE.mild) || isSlow(stated) || grade! <= usualGrade(m, area)) return false;
      return !isLongStanding(area, grade!) && !(x === c && recurrence.isPersisting("weakness", holds(area, grade!)));
    };
    const fresh = areas.filter(isNew);
    return fresh.length === 0 && isFast(stated) ? areas : fresh;
  };
  const ofJudged = lazy(() => newAreasOf(c));

  /** Not recorded counts as absent: one new area that is not there at this severity is enough. */
  const showsAbsent = (x: JudgedCheckIn): boolean => {
    const grade = weaknessGrade(c) ?? WEAKNESS_GRADE.mild;
    return ofJudged().some((area) => !reaches(weaknessGradeOf(x, area), grade));
  };
  const effectiveOnset = lazy(() => onset.effective("weakness", showsAbsent));

  /** **Heat-excused**: heat, over hours, at most moderate, and every new area is usually weak at some grade. */
  const isHeatExcused = (): boolean => {
    const grade = weaknessGrade(c);
    return hasHeat(c) && grade !== undefined && grade <= WEAKNESS_GRADE.moderate && effectiveOnset() === "hours"
      && ofJudged().every((area) => usualGrade(m, area) >= WEAKNESS_GRADE.mild);
  };
  const alarmingAreas = lazy(() => (isHeatExcused() ? [] : ofJudged()));
  const withoutTrunk = () => alarmingAreas().filter((area) => area !== "trunk");
  const isTwoSided = () => ["left-", "right-"].every((side) => withoutTrunk().some((area) => area.startsWith(side)));

  return {
    newAreas: (x = c) => (x === c ? ofJudged() : newAreasOf(x)),
    alarmingAreas,
    unknownAreas: () => {
      const grade = weaknessGrade(c);
      return reaches(grade, WEAKNESS_GRADE.mild) ? areasOf(c).filter((area) => usualGrade(m, area) < grade! && !isLongStanding(area, grade!)) : [];
    },
    effectiveOnset,
    severityIsAtLeast: (severity) => reaches(weaknessGrade(c), WEAKNESS_GRADE[severity]),
    oneSide: () => (isTwoSided() ? [] : withoutTrunk()),
    isTwoSided,
    isBothLegs: () => alarmingAreas().includes("left-leg") && alarmingAreas().includes("right-leg"),
    hasLeg: () => alarmingAreas().some((area) => area.endsWith("-leg") || area === UNNAMED),
    // "Matches any" is about comparing records: were an unnamed area a face too, every weakness would be a stroke sign
    // until its place is picked.
    hasFace: () => alarmingAreas().some((area) => area.endsWith("-face")),
  };
}

/** How weak an area usually is; the legs of a full-time wheelchair user are severe unless the profile says. */
function usualGrade(m: Moment, area: string): number {
  const usual = m.profile.usual?.weakness;
  if (usual?.severity !== undefined) return speaksOfArea(usual.areas, area) ? WEAKNESS_GRADE[usual.severity] : WEAKNESS_GRADE.none;
  const isLegOfWheelchairUser = m.profile.mobility === "wheelchair-full-time" && (area.endsWith("-leg") || area === UNNAMED);
  return isLegOfWheelchairUser ? WEAKNESS_GRADE.severe : WEAKNESS_GRADE.none;
}
