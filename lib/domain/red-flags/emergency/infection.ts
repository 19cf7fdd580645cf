import type { Findings } from "@/lib/domain/red-flags/findings";
import { isFast, reaches } from "@/lib/domain/red-flags/grades";
import type { Evidence, Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, firesWhen, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";

/** °C, inclusive */
const HIGH_FEVER = 39.0;
export const FAST_FATIGUE_RISE = 3;
export const RAPID_RISE = 3;

const infectionNow = (f: Findings): Clause => f.infection.infectionNow() && answers(f, "temperatureC", "infection");

export const sepsisSigns: Rule = {
  id: "sepsis-signs", tier: "EMERGENCY", version: 1, sources: ["SEPSIS-TRUST"],
  judge: (f) => firesWhen(
    () => signsOf(f, "mottled-skin", "rash-no-fade"),
    () => all(signsOf(f, "confusion", "slurred-speech", "trouble-breathing", "shaking-chills", "hard-to-wake"), infectionNow(f)),
    () => f.continence.cannotPassUrineIsNew() && all(answers(f, "bladder"), infectionNow(f)),
  ),
};

/**
 * **Rapid worsening**: a sudden or hours onset of numbness, vision, walking or weakness; or a rise of 3 in one of the scores. Two
 * clauses, so that a diary that cannot be read never hides a stated onset.
 */
export const rapidWorsening: readonly ((f: Findings) => Clause)[] = [
  (f) => {
    const onsets = (["numbness", "vision", "walking", "weakness"] as const).filter((key) => isFast(f.onset.of(key)));
    return onsets.length > 0 && onsets.flatMap((key) => answers(f, `onset.${key}`));
  },
  (f) => {
    const scores = (["numbness", "vision", "walking"] as const).filter((score) => reaches(f.comparison.rise(score), RAPID_RISE));
    return scores.length > 0 && scores.flatMap((score) => answers(f, `scores.${score}`));
  },
];

export const feverRapidWorseningHigh: Rule = {
  id: "fever-rapid-worsening-high", tier: "EMERGENCY", version: 1, sources: ["MISSION", "SEPSIS-TRUST"],
  judge: (f) => {
    const temperature = (): Evidence[] => answers(f, "temperatureC");
    const highFever = () => f.infection.feverNow() && f.infection.temperatureAtLeast(HIGH_FEVER);
    return firesWhen(
      ...rapidWorsening.map((worse) => () => highFever() && all(temperature(), worse(f))),
      () => highFever() && reaches(f.comparison.rise("fatigue"), FAST_FATIGUE_RISE) && [...temperature(), ...answers(f, "scores.fatigue")],
      ...rapidWorsening.map((worse) => () =>
        f.infection.feverNow() && all(temperature(), medicinesOf(f.medicines.immunosuppressants()), worse(f))),
    );
  },
};

export const infectionSevereImmunosuppressed: Rule = {
  id: "infection-severe-immunosuppressed", tier: "EMERGENCY", version: 1, sources: ["MISSION", "LON", "SEPSIS-TRUST"],
  judge: (f) => {
    const temperature = () => answers(f, "temperatureC");
    const onImmuneMedicine = (danger: () => Clause) => (): Clause => {
      const evidence = danger();
      return evidence && all(evidence, medicinesOf(f.medicines.immunosuppressants()));
    };
    return firesWhen(
      onImmuneMedicine(() => f.infection.temperatureAtLeast(HIGH_FEVER) && temperature()),
      onImmuneMedicine(() => signsOf(f, "shaking-chills")),
      onImmuneMedicine(() => f.infection.feverNow() && all(temperature(), signsOf(f, "faint", "heart-odd", "vomiting"))),
      // Any item counts here, a cold too: a low temperature is the alarming part.
      onImmuneMedicine(() => f.infection.lowTemperature() && (f.checkIn.infection ?? []).length > 0 && answers(f, "temperatureC", "infection")),
    );
  },
};
