import type { JudgedCheckIn, Scores } from "@/lib/domain/check-in/check-in";
import { scoresToAsk } from "@/lib/domain/check-in/scores-to-ask";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { addDays, MINUTE_MS } from "@/lib/domain/time";
import { instantAt } from "@/prisma/demo/local-time";
import { mixSeed } from "@/prisma/demo/random";
import type { Day } from "./course";
import { createDiary } from "./diary";
import { drawFrom, type Draw } from "./draw";
import { feel, type Feeling } from "./feeling";
import { fillIn } from "./fill-in";
import { medicinesOn } from "./medicines";
import { YEAR_DAYS, type Person } from "./person";
import { createReactions, type Reactions } from "./reactions";
import { createShowing, type ShownAlert } from "./shown";

/** One check-in of the year with what the rules said of it and what of that was put on the screen. */
export type YearEntry = {
  checkIn: JudgedCheckIn;
  feeling: Feeling;
  raised: RaisedAlert[];
  shown: ShownAlert[];
  couldNotCheck: string[];
};

const CLOSE = 1.5;

/** Lives a person's year, entry by entry, through the real rules. The run-in makes history and is not judged. */
export function liveYear(person: Person): { entries: YearEntry[]; reactions: Reactions } {
  const draw = drawFrom(mixSeed(person.seed, 7));
  const reactions = createReactions(person, drawFrom(mixSeed(person.seed, 8)));
  const showing = createShowing(drawFrom(mixSeed(person.seed, 9)));
  const diary = createDiary();
  const entries: YearEntry[] = [];
  let lastAt = -person.runInDays;
  let nextWalk = draw.whole(0, 14) - person.runInDays;
  for (let day = -person.runInDays; day < YEAR_DAYS; day += 1) {
    const date = addDays(person.startDay, day);
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    for (const minute of minutesOf(person, draw, day)) {
      const recordedAt = new Date(instantAt(date, minute, person.timeZone).getTime() + draw.whole(0, MINUTE_MS - 1));
      const at = day + minute / 1440;
      const feeling = feel(person, draw, at, minute, weekday);
      const last = diary.last();
      const relapses = reactions.recordedAt(recordedAt);
      const copies = last !== undefined && at - lastAt < 3 && draw.chance(person.habits.same) && isClose(last.scores, feeling.scores);
      const scores = copies ? last.scores : feeling.scores;
      const context: RuleContext = {
        now: recordedAt, history: diary.readAt(recordedAt, relapses), profile: person.profile,
        medications: medicinesOn(person.treatments, day, person.startDay), relapses,
      };
      const plain: JudgedCheckIn = { recordedAt, timeZone: person.timeZone, day: date, scores };
      const walksToday = person.habits.walks && person.group !== "wheelchair" && day >= nextWalk && draw.chance(0.4);
      if (walksToday) nextWalk = day + 14;
      const fallen = person.falls.filter((fall) => fall > lastAt && fall <= at).length;
      const answers = fillIn({ person, draw, feeling, before: last?.scores ?? null, ask: copies ? [] : scoresToAsk(plain, [], context), fallen, walksToday });
      const checkIn = { ...plain, ...answers };
      if (day >= 0) {
        const { alerts, couldNotCheck } = evaluate(checkIn, context);
        const shown = showing.show(checkIn, alerts);
        entries.push({ checkIn, feeling, raised: alerts, shown, couldNotCheck });
        reactions.after({ checkIn, feeling, shown, day });
      }
      diary.add(checkIn);
      lastAt = at;
    }
  }
  return { entries, reactions };
}

const isClose = (one: Scores, other: Scores) => SCORE_NAMES.every((name) => Math.abs(one[name] - other[name]) < CLOSE);

/** The times of a day's entries; none on a day that is left out. Very ill people leave out more, people in a relapse log twice more often. */
function minutesOf({ habits, courses }: Person, draw: Draw, day: Day): number[] {
  const going = courses.filter(({ from, ramp, plateau }) => from <= day + 1 && day < from + ramp + plateau);
  const isFeverish = going.some(({ infection, from }) => infection?.fever && day < from + infection.feverDays);
  const inRelapse = going.some(({ kind }) => kind === "relapse");
  const isOut = habits.away.some(({ from, to }) => day >= from && day < to);
  const missing = isFeverish ? Math.max(habits.missing, 0.3) : inRelapse ? habits.missing * 0.7 : habits.missing;
  const isMissing = draw.chance(missing);
  const second = draw.chance(inRelapse ? 0.15 : going.length > 0 ? habits.second * 2 : habits.second);
  const wobble = () => Math.round((draw.between(-1, 1) + draw.between(-1, 1)) * habits.spread * 0.5);
  const first = habits.minute + wobble();
  const other = draw.whole(7 * 60, 23 * 60);
  if (isOut || isMissing) return [];
  const minutes = second && Math.abs(other - first) > 60 ? [first, other] : [first];
  return minutes.map((minute) => Math.max(5, Math.min(1434, minute))).sort((one, another) => one - another);
}
