import type { Findings } from "@/lib/domain/red-flags/findings";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, feverOf, firesWhen, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";

export const baclofenPumpWithdrawal: Rule = {
  id: "baclofen-pump-withdrawal", tier: "EMERGENCY", version: 1, sources: ["PMC-ITB", "HF-ITB"],
  judge: (f) => {
    const pump = () => medicinesOf(f.medicines.baclofenPumps());
    const alarm = signsOf(f, "pump-alarm");
    return firesWhen(
      () => all(signsOf(f, "sudden-stiffness", "new-itch"), pump()),
      () => alarm && all(alarm, signsOf(f, "confusion", "vomiting", "hard-to-wake", "seizure"), pump()),
      () => alarm && all(alarm, feverOf(f), pump()),
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

/** Pregnant, or in the first six weeks after; false when neither is answered with yes. */
export const pregnancyOf = (f: Findings): Clause => {
  const { pregnant, postpartum } = f.moment.profile;
  if (pregnant === true) return [{ field: "profile.pregnant", value: true }];
  return postpartum === true && [{ field: "profile.postpartum", value: true }];
};

export const pregnancyDanger: Rule = {
  id: "pregnancy-danger", tier: "EMERGENCY", version: 1, sources: ["K"],
  judge: (f) => firesWhen((): Clause => {
    const state = pregnancyOf(f);
    const headache = signsOf(f, "lasting-headache", "worst-headache");
    if (!headache || !state || !f.change.visionIsChanged()) return false;
    return [...state, ...headache, ...answers(f, "scores.vision", "vision.loss", "vision.doubleVision", "onset.vision")];
  }),
};
