import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, firesWhen, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";
import type { Evidence } from "@/lib/domain/red-flags/rule";

export const baclofenPumpWithdrawal: Rule = {
  id: "baclofen-pump-withdrawal", tier: "EMERGENCY", version: 1, sources: ["PMC-ITB", "HF-ITB"],
  judge: (f) => {
    const pump = () => medicinesOf(f.medicines.baclofenPumps());
    const alarm = signsOf(f, "pump-alarm");
    return firesWhen(
      () => all(signsOf(f, "sudden-stiffness", "new-itch"), pump()),
      () => alarm && all(alarm, signsOf(f, "confusion", "vomiting", "hard-to-wake", "seizure"), pump()),
      () => alarm && f.infection.feverNow() && all(alarm, answers(f, "temperatureC"), pump()),
    );
  },
};

export const s1pFirstDoseHeart: Rule = {
  id: "s1p-first-dose-heart", tier: "EMERGENCY", version: 1, sources: ["GILENYA-CARD"],
  judge: (f) => firesWhen(() => {
    const signs = signsOf(f, "faint", "heart-odd");
    return signs && all(signs, medicinesOf(f.medicines.newS1p()));
  }),
};

export const alemtuzumabInfusionDanger: Rule = {
  id: "alemtuzumab-infusion-danger", tier: "EMERGENCY", version: 1, sources: ["FDA-LEMTRADA", "EMA-LEMTRADA"],
  judge: (f) => firesWhen(() => {
    const signs = signsOf(f, "lasting-headache", "worst-headache", "stiff-neck", "chest-pain", "trouble-breathing", "bruising-bleeding", "heavy-bleeding");
    return signs && all(signs, medicinesOf(f.medicines.freshAlemtuzumab()));
  }),
};

export const pregnancyDanger: Rule = {
  id: "pregnancy-danger", tier: "EMERGENCY", version: 1, sources: ["K"],
  judge: (f) => firesWhen((): Clause => {
    const { pregnant, postpartum } = f.moment.profile;
    const headache = signsOf(f, "lasting-headache", "worst-headache");
    if (!headache || (pregnant !== true && postpartum !== true) || !f.change.visionIsChanged()) return false;
    const state: Evidence = { field: pregnant === true ? "profile.pregnant" : "profile.postpartum", value: true };
    return [state, ...headache, ...answers(f, "scores.vision", "vision.loss", "vision.doubleVision", "onset.vision")];
  }),
};
