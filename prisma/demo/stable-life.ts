import type { CalendarDay } from "@/lib/domain/time";
import { away, cold, hotSpell } from "@/prisma/demo/episodes";
import type { Life } from "@/prisma/demo/life";

/** Relapsing-remitting MS that has been quiet for years on glatiramer: small ups and downs, colds, a warm week. */
export function stableLife(lastDay: CalendarDay): Life {
  return {
    msType: "relapsing-remitting",
    msYearsAgo: 11,
    ageYears: 46,
    profile: {
      country: "GB",
      mobility: "walks",
      usual: {
        scores: { fatigue: 3, numbness: 1, vision: 0, walking: 1 },
        vision: { loss: "none", doubleVision: false },
        weakness: { severity: "none" },
        numbness: [],
        walking: "unaided",
        bladder: "usual",
        bowel: "usual",
        signs: [],
      },
    },
    usual: { fatigue: 3, numbness: 1, vision: 0, walking: 1 },
    restlessness: { fatigue: 0.4, numbness: 0.25, vision: 0.12, walking: 0.2 },
    drift: { fatigue: 0.6, numbness: 0.3, vision: 0.2, walking: 0.3 },
    weekRhythm: [0.1, 0, 0, 0.2, 0.4, -0.3, -0.4],
    entryMinute: 20 * 60 + 40,
    entrySpread: 60,
    missingChance: 0.09,
    sameAsYesterdayChance: 0.3,
    ordinaryAnswers: (_daysAgo, _day, random) => (random() < 0.05 ? { triggers: ["stress"] } : {}),
    ordinaryNotes: ["Garden all afternoon.", "Tired after the train.", "Nothing to tell."],
    episodes: [cold(590), cold(318), cold(141), hotSpell(462, 459, lastDay), hotSpell(98, 95, lastDay), away(520, 508), away(230, 224)],
    relapses: [],
    medicines: [{ name: "Glatiramer acetate", class: "glatiramer", from: 3650 }],
  };
}
