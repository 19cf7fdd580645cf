import type { Answers } from "@/lib/domain/check-in/check-in";
import type { CalendarDay } from "@/lib/domain/time";
import { away, cold, hotSpell, urineInfection } from "@/prisma/demo/episodes";
import type { Episode, EpisodeDay, Life } from "@/prisma/demo/life";

const OPTIC_NEURITIS_FROM = 48;
const VISION_BY_DAY = [4, 6, 8, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 2];
const OPTIC_NEURITIS_TO = OPTIC_NEURITIS_FROM - VISION_BY_DAY.length + 1;

/** Optic neuritis of the left eye: sore and blurred for two days, a sharp drop on the third evening, then weeks of recovery. */
const opticNeuritis: Episode = {
  from: OPTIC_NEURITIS_FROM,
  to: OPTIC_NEURITIS_TO,
  day: (dayNumber) => {
    const vision = VISION_BY_DAY[dayNumber] ?? 2;
    const strength = vision / 8;
    return {
      set: { vision },
      add: { fatigue: 2.4 * strength, numbness: 0.5 * strength, walking: 1.1 * strength },
      ...opticNeuritisDetails(dayNumber),
    };
  },
};

function opticNeuritisDetails(dayNumber: number): EpisodeDay {
  const left = (loss: "blurred" | "partial", eyePain: "none" | "mild" | "severe", rest: Answers = {}): Answers =>
    ({ vision: { loss, eyes: "left", eyePain, doubleVision: false }, signs: [], ...rest });
  if (dayNumber === 0) return { answers: left("blurred", "mild", { onset: { vision: "days" } }), note: "Left eye is foggy since yesterday. It aches when I look up." };
  if (dayNumber === 1) return { answers: left("blurred", "mild", { onset: { vision: "days" } }) };
  if (dayNumber === 2) {
    return {
      minute: 19 * 60 + 17,
      answers: left("partial", "severe", { onset: { vision: "hours" }, infection: [] }),
      note: "Half the picture is gone since lunch. Bad pain behind the eye.",
    };
  }
  if (dayNumber === 3) return { answers: left("partial", "mild", { onset: { vision: "days" } }), note: "Seen at the eye department last night. Steroid drip starts today." };
  if (dayNumber < 9) return { answers: left("partial", "mild", { onset: { vision: "days" } }) };
  if (dayNumber === 14) return { answers: left("blurred", "none", { onset: { vision: "days" } }), note: "I can read large print with the left eye again." };
  if (dayNumber < 18) return { answers: left("blurred", "none", { onset: { vision: "days" } }) };
  return { answers: { signs: [] } };
}

/** For some days after the relapse the eye is still a little worse; then it is the usual again. */
const afterOpticNeuritis: Episode = { from: OPTIC_NEURITIS_TO - 1, to: OPTIC_NEURITIS_TO - 5, day: () => ({ set: { vision: 2 } }) };

/** The first recorded relapse: both legs numb for five weeks, without treatment. */
const numbLegs: Episode = {
  from: 620,
  to: 586,
  day: (dayNumber) => {
    const added = dayNumber < 3 ? dayNumber + 1 : dayNumber < 15 ? 4 : Math.max(0, 4 - (dayNumber - 14) / 5);
    const asked = dayNumber % 3 === 0 && dayNumber < 24;
    return {
      add: { numbness: added, walking: added / 3, fatigue: added / 3 },
      answers: {
        signs: [],
        ...(asked && { numbness: { areas: ["left-leg", "right-leg"] }, onset: { numbness: "days" } }),
      },
      ...(dayNumber === 2 && { note: "Both feet feel wrapped in wool." }),
    };
  },
};

/** The days after the demo opens on: a usual day, a little tired. */
const lastTwoDays: Episode = { from: 1, to: 0, day: () => ({ set: { fatigue: 5, numbness: 2, vision: 1, walking: 2 }, answers: { signs: [] } }) };

/**
 * Relapsing-remitting MS over two years: numb legs, a change from interferon to ocrelizumab, a urine infection that looked
 * like a relapse, hot spells, and optic neuritis about seven weeks before the last day.
 */
export function relapsingLife(lastDay: CalendarDay): Life {
  const holidays = [away(702, 697), away(412, 406), away(69, 69), away(56, 55), away(19, 19)];
  return {
    msType: "relapsing-remitting",
    msYearsAgo: 6,
    ageYears: 38,
    profile: {
      country: "GB",
      mobility: "walks",
      usual: {
        scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 },
        vision: { loss: "none", doubleVision: false },
        weakness: { severity: "none" },
        numbness: ["left-leg"],
        walking: "unaided",
        bladder: "urgency",
        bowel: "usual",
        signs: [],
      },
      usualTemperatureC: 36.6,
      spinalLesion: true,
    },
    usual: { fatigue: 4, numbness: 2, vision: 1, walking: 2 },
    restlessness: { fatigue: 0.4, numbness: 0.24, vision: 0.36, walking: 0.28 },
    drift: { fatigue: 0.5, numbness: 0.3, vision: 0.2, walking: 0.4 },
    weekRhythm: [0.1, 0, 0, 0.2, 0.45, -0.4, -0.45],
    entryMinute: 8 * 60 + 12,
    entrySpread: 45,
    missingChance: 0.045,
    sameAsYesterdayChance: 0.14,
    ordinaryAnswers: (daysAgo, _day, random) => {
      if (daysAgo % 15 === 2) return { walking: { timed25FootSeconds: Math.round((6 + random() * 0.5) * 10) / 10 } };
      return random() < 0.08 ? { triggers: ["poor-sleep"] } : {};
    },
    ordinaryNotes: ["Long week at work.", "Swam for half an hour, felt good.", "Bad night, neighbours had a party.", "Walked to the market and back.", "Physio today."],
    episodes: [
      ...holidays, numbLegs, opticNeuritis, afterOpticNeuritis, lastTwoDays,
      hotSpell(85, 79, lastDay), hotSpell(472, 467, lastDay), hotSpell(110, 107, lastDay),
      urineInfection(300), cold(664), cold(352), cold(205),
      {
        // the day of an infusion and the day after are tiring
        from: 74, to: 73, day: () => ({ add: { fatigue: 1.5 }, answers: { signs: [] } }),
      },
    ],
    relapses: [
      { status: "confirmed-by-me", from: 620, to: 586, symptoms: ["numbness"] },
      { status: "not-a-relapse", from: 300, to: 294, symptoms: ["fatigue", "walking"] },
      { status: "not-a-relapse", from: 85, to: 79, symptoms: ["fatigue", "walking"] },
      { status: "confirmed-by-team", from: OPTIC_NEURITIS_FROM, to: OPTIC_NEURITIS_TO, symptoms: ["vision"] },
    ],
    medicines: [
      { name: "Interferon beta-1a", class: "interferon", from: 2010, to: 470 },
      { name: "Ocrelizumab", class: "anti-CD20", from: 452, doses: [452, 438, 256, 74] },
      { name: "Steroid infusions", class: "steroid-course", from: 45, doses: [45, 44, 43], to: 43 },
      { name: "Vitamin D", from: 1500 },
      { name: "Ibuprofen", from: 900 },
    ],
  };
}
