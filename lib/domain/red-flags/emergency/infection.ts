import type { Findings } from "@/lib/domain/red-flags/findings";
import { isFast, reaches } from "@/lib/domain/red-flags/grades";
import type { Evidence, Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, firesWhen, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";

/** °C, inclusive */
const HIGH_FEVER = 39.0;
const FAST_FATIGUE_RISE = 3;

const infectionNow = (f: Findings): Clause => f.infection.infectionNow() && answers(f, "temperatureC", "infection");

export const sepsisSigns: Rule = {
  id: "sepsis-signs", tier: "EMERGENCY", version: 1, sources: ["SEPSIS-TRUST"],
  judge: (f) => firesWhen(
    () => signsOf(f, "mottled-skin", "rash-no-fade"),
    () => all(signsOf(f, "confusion", "slurred-speech", "trouble-breathing", "shaking-chills", "hard-to-wake"), infectionNow(f)),
    () => f.continence.cannotPassUrineIsNew() && all(answers(f, "bladder"), infectionNow(f)),
  ),
};

/** The stated onsets and risen scores that make a rapid worsening. */
export function rapidWorsening(f: Findings): Clause {
  if (!f.isRapidlyWorse()) return false;
  const onsets = (["numbness", "vision", "walking", "weakness"] as const).filter((key) => isFast(f.onset.of(key)));
  const scores = (["numbness", "vision", "walking"] as const).filter((score) => reaches(f.comparison.rise(score), 3));
  return [...onsets.flatMap((key) => answers(f, `onset.${key}`)), ...scores.flatMap((score) => answers(f, `scores.${score}`))];
}

export const feverRapidWorseningHigh: Rule = {
  id: "fever-rapid-worsening-high", tier: "EMERGENCY", version: 1, sources: ["MISSION", "SEPSIS-TRUST"],
  judge: (f) => {
    const temperature = (): Evidence[] => answers(f, "temperatureC");
    const highFever = () => f.infection.feverNow() && f.infection.temperatureAtLeast(HIGH_FEVER);
    return firesWhen(
      () => highFever() && all(temperature(), rapidWorsening(f)),
      () => highFever() && reaches(f.comparison.rise("fatigue"), FAST_FATIGUE_RISE) && [...temperature(), ...answers(f, "scores.fatigue")],
      () => f.infection.feverNow() && all(temperature(), medicinesOf(f.medicines.immunosuppressants()), rapidWorsening(f)),
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
