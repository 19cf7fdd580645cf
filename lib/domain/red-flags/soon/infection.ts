import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, firesWhen, infectionsOf, medicinesOf } from "@/lib/domain/red-flags/verdict";

export const possibleUti: Rule = {
  id: "possible-uti", tier: "SOON", version: 1, sources: ["PULSE", "MSAA"],
  judge: (f) => firesWhen(() => {
    const signs = f.infection.signs().filter((item) => item === "burning-urine" || item === "cloudy-urine");
    return signs.length > 0 && infectionsOf(f, ...signs);
  }),
};

export const infectionImmunosuppressed: Rule = {
  id: "infection-immunosuppressed", tier: "SOON", version: 1, sources: ["OCREVUS"],
  judge: (f, above) => firesWhen(() => !above.fires("fever-immunosuppressed")
    && all(infectionsOf(f, ...f.infection.signs()), medicinesOf(f.medicines.immunosuppressants()))),
};

export const shingles: Rule = {
  id: "shingles", tier: "SOON", version: 1, sources: ["K"],
  judge: (f) => firesWhen(() => !f.medicines.isImmunosuppressed() && infectionsOf(f, "shingles-rash")),
};
