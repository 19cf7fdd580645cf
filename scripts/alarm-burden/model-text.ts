import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { GROUPS, TRAITS, type Range, type Traits } from "./groups";
import { table } from "./table";

const span = ([low, high]: Range): string => (low === high ? String(low) : `${low} to ${high}`);

const ROWS: readonly (readonly [string, (traits: Traits) => string])[] = [
  ...SCORE_NAMES.map((name) => [`usual ${name}`, (traits: Traits) => span(traits.usual[name])] as const),
  ["day-to-day spread, times", ({ swing }) => String(swing)],
  ["carried over to the next day", ({ carryOver }) => String(carryOver)],
  ["walking goes up, points", ({ drift }) => span(drift.walking)],
  ["bad spells", ({ badSpells }) => String(badSpells)],
  ["hot spells", ({ heatSpells }) => String(heatSpells)],
  ["a hot day adds to fatigue, points", ({ heatGain }) => span(heatGain)],
  ["colds", ({ colds }) => String(colds)],
  ["flu-like illness", ({ flu }) => String(flu)],
  ["urine infections (with a catheter twice as many)", ({ urineInfections }) => String(urineInfections)],
  ["stomach bugs", ({ stomachBugs }) => String(stomachBugs)],
  ["other infections", ({ otherInfections }) => String(otherInfections)],
  ["falls", ({ falls }) => String(falls)],
  ["harmless ticks on the safety list", ({ harmlessTicks }) => String(harmlessTicks)],
  ["real signs, times", ({ realSigns }) => String(realSigns)],
];

/** The model of ordinary life in words, with the figures that differ between groups taken from the code. */
export function modelText(): string {
  return `## The model of ordinary life

Written before the first run from what ordinary life with MS is generally known to be like, and not changed to reach a goal. No figure
comes from patient data: they are guesses, written down so that they can be argued with. All is drawn from one
seed: the same seed gives the same people, days and figures on every machine. One thing was corrected after a first look, because nobody
would do it: asked when their old weakness began, people on a bad day called it new; now most of them call it usual.

What differs between the groups (how often: in a year):

${table(["", ...GROUPS], ROWS.map(([label, of]) => [label, ...GROUPS.map((group) => of(TRAITS[group]))]))}

What all have in common:

- **Scores.** Usual + the day + a slow wave + the weekday (fatigue) + what happens + rating noise, rounded and kept in 0 to 10. The spread
  of the day is 0.9 points for fatigue, so that one reading is worth about 1.1 to 1.2 points either way (the standard error named in
  the check-in's specification is 1.19); for the others 0.25 + 0.13 for each point of the usual, since a symptom that is hardly there
  hardly moves. A person's own factor of 0.7 to 1.3 lies on top. About a third of a good or bad day is common to all four scores; the
  slow wave is half the size of the day's and half of it is gone after a fortnight; rating the same feeling twice differs by half the day's spread.
- **Bad spells.** Something over half a day to two days, seldom more, one in ten of them really bad: 1 to 3 points of fatigue, and with a
  chance of 0.4 each 0.3 to 2 points on the other scores, less where the symptom is hardly there. A poor night, stress, too much done.
- **Old weakness.** Asked when a weakness began that is no worse and nowhere else than what they live with, 84 of 100 say "usual", 7 "over hours", 4 "over days", 4 "slowly", one "suddenly".
- **Heat.** Spells of one to six days round midsummer, felt from noon on. The trigger is named when the app asks for it (0.8) or now and then unasked.
- **Infections.** A cold with a fever in one of ten and a cough or sore throat in about half; flu with a fever in 85 of 100; urine
  infections with a fever in 12 of 100 (20 with a catheter); old symptoms flare with each. They are told on the safety question on
  half to nearly all days (a cold less). A temperature is taken in 80 of 100 fevers and 40 of 100 times without; a normal reading lies from 0.3 below to 0.7 above the usual.
- **Signs.** Real ones at rates of everyday medicine (a headache that stays 0.05 a year, a faint 0.03, thoughts of self-harm 0.02, ...);
  harmless ones are ticked to be on the safe side or because an old feeling was a little more. An alert on a harmless tick counts as needless, though the rule is right to come.
- **Filling in.** The app's own logic decides what is asked: details for a score above the usual range or 3 above what came before, then the safety
  question and its follow-ups. A question asked is answered with a person's own chance of 0.6 to 0.97, else skipped. "None of these" is
  left unanswered once in 25. On a tired-eye day one of three says "blurred"; on a bad leg day one of four to two of five call a part weak; on a bad day one of
  eight names one more numb place than usual.
- **"When did this start?"** On the first day of a bad spell 58 of 100 say "over hours, today" and 35 "usual"; on later days 52 "over
  days" and 38 "usual". Without a reason one could name, half say "usual". One of a hundred first-day answers is "suddenly". Where the usual itself is going up, 55 say "slowly".
- **Using the app.** Half are new to it when their year begins, half have kept a diary for 200 days. Nearly all log daily with 3 to 20 of 100
  days missing, one in seven every second or third day; 1.5 times a year 4 to 14 days away, 0.3 times 15 to 40 days. A second entry on
  0.5 to 6 of 100 days, more when ill. "Same as yesterday" on 10 to 40 of 100 days on which it is about the same. One in three walks
  25 feet about once a fortnight (two walks of one day differ by 6 of 100). Six in seven filled in the profile, a quarter of the scores a point off.
- **Medicines** by class as today's clinics use them, with dose days; one in twelve changes within the year.
- **Answers to alerts.** Three of four are answered at once. A finding shown without anything behind it is called "my usual" and added to the
  profile by one of four. One of twelve needless possible relapses is written down as a relapse by mistake.
- **Relapses** (the relapsing group; one each, a second for about a third, 30 days apart). Peak 1.5 to 2.5 points (a quarter), 2.5 to 4.5 (half)
  or 4.5 to 7 (a quarter); the peak is reached within a day (10 of 100), four days (65) or a fortnight (25); then one to three weeks, then two to
  ten weeks of recovery; 45 of 100 keep 10 to 45 of 100 of it. Sight 20, double vision 7, legs or arms 40, numbness 33 of 100 (some of both).
  Seven of ten that were shown are confirmed two to ten days later, with a start that is a day or so off; 60 of 100 are ended later, the
  others stay open. Half of the bigger ones get steroids, most write them down. A quarter of those never shown are told to the team all the same.
- **Left out:** pregnancy, children, late and corrected entries, travel across zones, caregivers' entries, and people who stop using the app.`;
}
