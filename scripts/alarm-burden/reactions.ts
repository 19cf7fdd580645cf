import { usualFrom } from "@/lib/domain/alerts/my-usual";
import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { endOf, type Course, type Day } from "./course";
import type { Draw } from "./draw";
import type { Feeling } from "./feeling";
import { steroidCourse } from "./medicines";
import type { Person } from "./person";
import type { ShownAlert } from "./shown";

type Recorded = { startedAt: Date; knownFrom: number; endedAt: Date | null; endKnownFrom: number; course: Course | null };
type Seen = { checkIn: JudgedCheckIn; feeling: Feeling; shown: readonly ShownAlert[]; day: Day };

export type Reactions = ReturnType<typeof createReactions>;

const CALLS_FOR_THE_TEAM: readonly string[] = [
  "possible-relapse", "relapse-worsening", "optic-neuritis-suspected", "vision-sudden-loss", "eye-pain-vision-drop", "double-vision-new",
  "walk-sudden-loss", "walk-lost-days", "weakness-one-side", "weakness-new-marked", "spinal-cord-emergency", "saddle-numbness-new",
  "cauda-equina", "stroke-signs", "sudden-change", "pml-warning", "s1p-vision",
];
/** What a person does about alerts: tells the team, has a relapse confirmed, takes steroids, says "this is my usual". */
export function createReactions(person: Person, draw: Draw) {
  const recorded: Recorded[] = [];
  /** relapses already spoken of: the team is told once of each */
  const told = new Set<Course>();
  let lastNeedless = -Infinity;

  function record(course: Course | null, at: Date, day: Day, delay: number): void {
    const onset = course ? at.getTime() - (day - course.from) * DAY_MS : at.getTime() - draw.between(0, 3) * DAY_MS;
    // The day it began is remembered to within a day or two, and never after the moment of telling.
    const startedAt = Math.min(onset + draw.normal() * 0.8 * DAY_MS, at.getTime());
    const ends = draw.chance(0.6);
    const lasts = (course ? endOf(course) - course.from - course.decline * 0.3 : draw.between(5, 20)) * DAY_MS;
    const endedAt = startedAt + lasts + draw.between(0, 10) * DAY_MS;
    recorded.push({
      startedAt: new Date(startedAt), knownFrom: at.getTime() + delay * DAY_MS, course,
      endedAt: ends ? new Date(endedAt) : null, endKnownFrom: ends ? endedAt + draw.between(0, 14) * DAY_MS : Infinity,
    });
  }

  function react({ checkIn, feeling, shown, day }: Seen): void {
    const calls = shown.filter(({ ruleId }) => CALLS_FOR_THE_TEAM.includes(ruleId));
    const felt = feeling.relapses.find((course) => feeling.at >= course.from);
    if (calls.length > 0 && felt && !told.has(felt)) {
      told.add(felt);
      // Seven of ten are confirmed within two to ten days; the others stay "possible" and are not in the rules' list.
      if (draw.chance(0.7)) {
        record(felt, checkIn.recordedAt, feeling.at, draw.between(2, 10));
        if (Math.max(felt.size.numbness, felt.size.vision, felt.size.walking) >= 3 && draw.chance(0.55)) steroids(day + draw.whole(3, 9), felt);
      }
    } else if (calls.some(({ ruleId }) => ruleId === "possible-relapse") && !felt && day - lastNeedless > 30) {
      lastNeedless = day;
      // A bad fortnight is now and then written down as a relapse.
      if (draw.chance(0.08)) record(null, checkIn.recordedAt, feeling.at, draw.between(2, 10));
    }
    if (!felt && !feeling.infection) for (const { alert } of shown) sayMyUsual(alert, checkIn);
  }

  /** Where nothing is behind it: one of four calls the finding their usual and adds it to the profile. */
  function sayMyUsual({ evidence, tier }: RaisedAlert, checkIn: JudgedCheckIn): void {
    const offer = tier === "INFO" ? null : usualFrom(evidence, checkIn, person.profile);
    if (offer && draw.chance(0.25)) person.profile.usual = offer.usual;
  }

  function steroids(day: Day, course: Course): void {
    if (draw.chance(0.85)) person.treatments.push(steroidCourse(day, draw.pick([3, 3, 5])));
    course.plateau = Math.max(day - course.from - course.ramp + 2, course.plateau * 0.6);
    if (draw.chance(0.06)) person.signs.push({ sign: "mood-extreme", from: day + 1, to: day + 5, isReal: true });
  }

  return {
    /** The recorded relapses as the app knows them at a moment. */
    recordedAt: (now: Date): RecordedRelapse[] => recorded.filter(({ knownFrom }) => knownFrom <= now.getTime())
      .map(({ startedAt, endedAt, endKnownFrom }) => ({ startedAt, ...(endedAt && endKnownFrom <= now.getTime() && { endedAt }) })),
    after(seen: Seen): void {
      react(seen);
      selfReport(seen);
    },
    recorded,
  };

  /** A quarter of those whom nothing was shown tell the team of a marked relapse themselves, after a week or two. */
  function selfReport({ checkIn, feeling }: Seen): void {
    for (const course of feeling.relapses) {
      const age = feeling.at - course.from;
      if (age < 7 || told.has(course) || Math.max(...Object.values(course.size)) < 3) continue;
      told.add(course);
      if (draw.chance(0.25)) record(course, checkIn.recordedAt, feeling.at, draw.between(0, 7));
    }
  }
}
