import { NEVER_DISCOUNTED_SIGNS, type Sign } from "@/lib/domain/check-in/vocabulary";
import type { InfectionFindings } from "@/lib/domain/red-flags/infection";
import type { Moment } from "@/lib/domain/red-flags/moment";

export type SignFindings = {
  /** **Counted signs** among those named, in the order named */
  counted: (...signs: Sign[]) => readonly Sign[];
  has: (...anyOf: Sign[]) => boolean;
  /** every counted sign, in the order ticked */
  all: () => readonly Sign[];
  /** ticked, but left out as usual */
  isDiscounted: (sign: Sign) => boolean;
};

export function signFindings(m: Moment, infection: InfectionFindings): SignFindings {
  /** A usual sign called usual is left out, unless there is fever or a low temperature, or it is never discounted. */
  const isDiscounted = (sign: Sign): boolean =>
    m.profile.usual?.signs?.includes(sign) === true && m.checkIn.onset?.signs === "usual" && !NEVER_DISCOUNTED_SIGNS.includes(sign)
    && !infection.feverNow() && !infection.lowTemperature();
  const isTicked = (sign: Sign) => m.checkIn.signs?.includes(sign) === true;
  const counts = (sign: Sign) => isTicked(sign) && !isDiscounted(sign);
  return {
    counted: (...signs) => signs.filter(counts),
    has: (...anyOf) => anyOf.some(counts),
    all: () => (m.checkIn.signs ?? []).filter(counts),
    isDiscounted: (sign) => isTicked(sign) && isDiscounted(sign),
  };
}
