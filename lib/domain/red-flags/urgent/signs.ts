import type { Rule } from "@/lib/domain/red-flags/rule";
import { firesWhen, signsOf } from "@/lib/domain/red-flags/verdict";

export const selfHarmThoughts: Rule = {
  id: "self-harm-thoughts", tier: "URGENT", version: 1, sources: ["KALB", "MSTRUST-SUICIDE"],
  judge: (f) => firesWhen(() => !f.signs.has("self-harm-danger") && signsOf(f, "self-harm-thoughts")),
};

export const headInjury: Rule = {
  id: "head-injury", tier: "URGENT", version: 1, sources: ["NICE-HEAD"],
  judge: (f, above) => firesWhen(() => !above.fires("head-injury-danger") && signsOf(f, "head-injury")),
};

export const dizzySevere: Rule = {
  id: "dizzy-severe", tier: "URGENT", version: 1, sources: ["NHS-STROKE"],
  judge: (f, above) => firesWhen(() => !above.fires("stroke-signs") && signsOf(f, "sudden-dizzy")),
};

export const legClot: Rule = {
  id: "leg-clot", tier: "URGENT", version: 1, sources: ["K"],
  judge: (f) => firesWhen(() => signsOf(f, "swollen-leg")),
};
