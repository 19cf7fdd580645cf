import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Sign } from "@/lib/domain/check-in/vocabulary";
import { pregnancyOf } from "@/lib/domain/red-flags/emergency/medicines";
import type { Findings } from "@/lib/domain/red-flags/findings";
import type { Evidence, Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, feverOf, firesWhen, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";
import { runEvidence } from "@/lib/domain/relapse/run-evidence";
import { DAY_MS } from "@/lib/domain/time";

/** A run that is not firm must have lasted this long to be more than a wide swing. */
const LONG_RUN_MS = 3 * DAY_MS;

/** A counted sign together with a medicine that makes it matter. */
const signOn = (f: Findings, sign: Sign, medicines: () => readonly Medication[]): Clause => {
  const ticked = signsOf(f, sign);
  return ticked && all(ticked, medicinesOf(medicines()));
};

export const pmlWarning: Rule = {
  id: "pml-warning", tier: "URGENT", version: 1, sources: ["MIMS-TYSABRI", "FDA-DMF", "MHRA-NAT"],
  judge: (f) => firesWhen(
    () => {
      const natalizumab = medicinesOf(f.medicines.pmlNatalizumab());
      if (!natalizumab) return false;
      const runs = f.runs.focal().filter((run) => run.isDurationMet && (run.isFirm || run.lastsMs >= LONG_RUN_MS)
        && (!f.recorded.owns(run) || f.course.worsening() !== null));
      return runs.length > 0 && [...natalizumab, ...runEvidence(f, runs)];
    },
    () => signOn(f, "personality-change", f.medicines.pmlRisks),
  ),
};

export const heartOrFaint: Rule = {
  id: "heart-or-faint", tier: "URGENT", version: 1, sources: ["GILENYA-CARD", "K"],
  judge: (f, above) => firesWhen(() => !above.fires("s1p-first-dose-heart") && signsOf(f, "faint", "heart-odd")),
};

export const headacheImmuneDrug: Rule = {
  id: "headache-immune-drug", tier: "URGENT", version: 1, sources: ["NOVARTIS-CM", "CIGNA-FING"],
  judge: (f, above) => firesWhen(() =>
    !above.fires("meningitis-signs", "alemtuzumab-infusion-danger") && signOn(f, "lasting-headache", f.medicines.headache)),
};

export const bruisingImmuneDrug: Rule = {
  id: "bruising-immune-drug", tier: "URGENT", version: 1, sources: ["MIMS-LEMTRADA", "K"],
  judge: (f) => firesWhen(() => signOn(f, "bruising-bleeding", f.medicines.bruising)),
};

export const liverSigns: Rule = {
  id: "liver-signs", tier: "URGENT", version: 1, sources: ["CIGNA-TERI", "AIFA-CLAD"],
  judge: (f) => firesWhen(() => signsOf(f, "yellow-skin")),
};

export const steroidMood: Rule = {
  id: "steroid-mood", tier: "URGENT", version: 1, sources: ["NICE-CG186P", "SHIFT"],
  judge: (f) => firesWhen(() => signOn(f, "mood-extreme", f.medicines.steroidsMovingMood)),
};

export const pumpAlarm: Rule = {
  id: "pump-alarm", tier: "URGENT", version: 1, sources: ["NEUROWIKI-ITB", "HF-ITB"],
  judge: (f, above) => firesWhen(() => !above.fires("baclofen-pump-withdrawal") && signsOf(f, "pump-alarm")),
};

export const pregnancyWarning: Rule = {
  id: "pregnancy-warning", tier: "URGENT", version: 1, sources: ["K"],
  judge: (f, above) => {
    const state = pregnancyOf(f);
    if (!state || above.fires("pregnancy-danger")) return { kind: "clear" };
    const vision = (): Evidence[] => answers(f, "scores.vision", "vision.loss", "vision.eyes", "vision.doubleVision", "onset.vision");
    const when = (danger: () => Clause) => (): Clause => all(state, danger());
    return firesWhen(
      when(() => signsOf(f, "lasting-headache", "worst-headache", "vomiting")),
      when(() => f.change.visionIsChanged() && vision()),
      when(() => feverOf(f)),
    );
  },
};

export const pregnancyMedicine: Rule = {
  id: "pregnancy-medicine", tier: "URGENT", version: 1, sources: ["CIGNA-TERI", "GILENYA-PI"],
  judge: (f) => firesWhen(() => {
    const { pregnant, pregnancyMedicineReviewed } = f.moment.profile;
    return pregnant === true && pregnancyMedicineReviewed !== true
      && all([{ field: "profile.pregnant", value: true }], medicinesOf(f.medicines.harmfulInPregnancy()));
  }),
};
