import type { Answers } from "@/lib/domain/check-in/check-in";
import type { CalendarDay } from "@/lib/domain/time";
import { addDays } from "@/lib/domain/time";
import type { Episode } from "@/prisma/demo/life";

/** A hot spell between May and September (or a week of too much exercise in the cold months): worse for as long as it lasts. */
export function hotSpell(from: number, to: number, lastDay: CalendarDay): Episode {
  const month = Number(addDays(lastDay, -from).slice(5, 7));
  const trigger = month >= 5 && month <= 9 ? "heat" as const : "exercise" as const;
  return {
    from, to,
    day: (dayNumber) => {
      const strength = dayNumber === 0 || dayNumber === from - to ? 0.6 : 1;
      return {
        add: { fatigue: 3 * strength, numbness: 2 * strength, vision: strength, walking: 2 * strength },
        answers: { triggers: [trigger], signs: [] },
      };
    },
  };
}

/** A cold: tired for some days, nothing else. */
export function cold(from: number): Episode {
  return {
    from, to: from - 4,
    day: (dayNumber) => ({
      add: { fatigue: dayNumber < 3 ? 2 : 1 },
      answers: { infection: dayNumber < 3 ? ["cold", "sore-throat"] : ["cold"], signs: [] },
    }),
  };
}

const FEVERS = [37.9, 38.4, 38.1];

/**
 * A urine infection that makes old symptoms worse and passes with it: a pseudo-relapse.
 * The scores climb over days, so that fever alone, not a sudden fall, is what the diary shows.
 */
export function urineInfection(from: number): Episode {
  const climb = [0.5, 1, 1, 1, 0.75, 0.5, 0.25];
  return {
    from, to: from - climb.length + 1,
    day: (dayNumber) => {
      const strength = climb[dayNumber] ?? 0;
      const answers: Answers = { infection: dayNumber < 5 ? ["burning-urine"] : [], bladder: "urgency", signs: [] };
      const temperatureC = FEVERS[dayNumber];
      return {
        add: { fatigue: 3 * strength, numbness: 1.2 * strength, walking: 2 * strength },
        answers: temperatureC ? { ...answers, temperatureC } : answers,
        ...(dayNumber === 1 && { note: "Burns when I pee. Legs heavy. Doctor gave me tablets." }),
      };
    },
  };
}

/** Days away without a diary. */
export function away(from: number, to: number): Episode {
  return { from, to, day: () => ({ missing: true }) };
}
