import { FAST_FATIGUE_RISE, rapidWorsening } from "@/lib/domain/red-flags/emergency/infection";
import { reaches } from "@/lib/domain/red-flags/grades";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, feverOf, firesWhen, infectionsOf, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";

/** °C, inclusive */
const VERY_HIGH_FEVER = 40.0;
/** °C from which a temperature counts on steroids, which hide a fever */
const STEROID_TEMPERATURE = 37.5;

export const feverRapidWorsening: Rule = {
  id: "fever-rapid-worsening", tier: "URGENT", version: 1, sources: ["MISSION", "PULSE"],
  judge: (f, above) => {
    if (above.fires("fever-rapid-worsening-high")) return { kind: "clear" };
    const withFever = (danger: () => Clause) => (): Clause => {
      const temperature = feverOf(f);
      return temperature && all(temperature, danger());
    };
    return firesWhen(
      ...rapidWorsening.map((worse) => withFever(() => worse(f))),
      withFever(() => reaches(f.comparison.rise("fatigue"), FAST_FATIGUE_RISE) && answers(f, "scores.fatigue")),
      withFever(() => f.infection.temperatureAtLeast(VERY_HIGH_FEVER) && []),
    );
  },
};

export const feverImmunosuppressed: Rule = {
  id: "fever-immunosuppressed", tier: "URGENT", version: 1, sources: ["OCREVUS", "LON", "GILENYA-NMSS"],
  judge: (f) => firesWhen(
    () => f.infection.feverNow() && all(answers(f, "temperatureC"), medicinesOf(f.medicines.immunosuppressants())),
    () => f.infection.temperature() === undefined && all(infectionsOf(f, "chills"), medicinesOf(f.medicines.immunosuppressants())),
    () => (f.checkIn.infection ?? []).length > 0 && f.infection.temperatureAtLeast(STEROID_TEMPERATURE)
      && all(answers(f, "temperatureC", "infection"), medicinesOf(f.medicines.steroidsHidingFever())),
  ),
};

export const kidneyInfectionSigns: Rule = {
  id: "kidney-infection-signs", tier: "URGENT", version: 1, sources: ["PULSE", "SEPSIS-TRUST"],
  judge: (f) => {
    const withUrineSign = (danger: () => Clause) => (): Clause => {
      const urine = infectionsOf(f, "burning-urine", "cloudy-urine");
      return urine && all(urine, danger());
    };
    return firesWhen(withUrineSign(() => feverOf(f)), withUrineSign(() => signsOf(f, "shaking-chills")));
  },
};

export const shinglesImmunosuppressed: Rule = {
  id: "shingles-immunosuppressed", tier: "URGENT", version: 1, sources: ["CLAD-CONS", "OCREVUS"],
  judge: (f) => firesWhen(() => {
    const rash = infectionsOf(f, "shingles-rash");
    return rash && all(rash, medicinesOf(f.medicines.immunosuppressants()));
  }),
};

export const shakingChills: Rule = {
  id: "shaking-chills", tier: "URGENT", version: 1, sources: ["SEPSIS-TRUST"],
  judge: (f) => firesWhen(() => signsOf(f, "shaking-chills")),
};
