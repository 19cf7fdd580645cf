import type { CalendarDay } from "@/lib/domain/time";
import { away, hotSpell } from "@/prisma/demo/episodes";
import type { Episode, Life } from "@/prisma/demo/life";

/** Cloudy urine comes and goes with a catheter; it is noted, with a tired day or two. */
const cloudyDays = (from: number): Episode => ({
  from, to: from - 2,
  day: () => ({ add: { fatigue: 1 }, answers: { infection: ["cloudy-urine"], signs: [] } }),
});

/** Secondary progressive MS, a full-time wheelchair user for fourteen years: high scores are the usual ones. */
export function wheelchairLife(lastDay: CalendarDay): Life {
  return {
    msType: "secondary-progressive",
    msYearsAgo: 27,
    ageYears: 59,
    profile: {
      country: "GB",
      mobility: "wheelchair-full-time",
      usual: {
        scores: { fatigue: 6, numbness: 5, vision: 3, walking: 8 },
        vision: { loss: "blurred", eyes: "both", doubleVision: false },
        weakness: { severity: "severe", areas: ["left-leg", "right-leg"] },
        numbness: ["left-leg", "right-leg"],
        walking: "unable",
        bladder: "catheter",
        bowel: "constipated",
        signs: ["trouble-swallowing"],
      },
      usualTemperatureC: 36.3,
      spinalLesion: true,
    },
    usual: { fatigue: 6, numbness: 5, vision: 3, walking: 8 },
    restlessness: { fatigue: 0.45, numbness: 0.3, vision: 0.25, walking: 0.3 },
    drift: { fatigue: 0.7, numbness: 0.4, vision: 0.3, walking: 0.5 },
    weekRhythm: [0, 0, 0.5, 0, 0, -0.2, -0.2],
    entryMinute: 11 * 60 + 5,
    entrySpread: 80,
    missingChance: 0.12,
    sameAsYesterdayChance: 0.35,
    ordinaryAnswers: (daysAgo, _day, random) => {
      if (daysAgo % 14 === 3) return { walking: { ability: "unable" } };
      return random() < 0.05 ? { triggers: ["poor-sleep"] } : {};
    },
    ordinaryNotes: ["Carer helped me transfer.", "New cushion, much better.", "Legs jumpy in the evening."],
    episodes: [cloudyDays(655), cloudyDays(410), cloudyDays(188), hotSpell(466, 461, lastDay), hotSpell(92, 89, lastDay), away(300, 291)],
    relapses: [],
    medicines: [
      { name: "Baclofen pump", class: "baclofen-pump", from: 2900, doses: [540, 450, 360, 270, 180, 90, 12] },
      { name: "Vitamin D", from: 2400 },
    ],
  };
}
