import type { Place } from "@/components/help/places";
import type { Draft } from "@/components/setup/draft";
import type { Messages } from "@/lib/i18n/messages";

export type SetUpTexts = Messages["setUp"];

/** Texts of the parts that the check-in shares with these screens. */
export type PartTexts = Pick<Messages["common"], "symptoms" | "levels"> & {
  slider: Messages["checkIn"]["slider"];
  body: Messages["checkIn"]["body"] & { names: Messages["setUp"]["body"]["areas"] };
};

export const partTexts = ({ common, checkIn, setUp }: Pick<Messages, "common" | "checkIn" | "setUp">): PartTexts => ({
  symptoms: common.symptoms, levels: common.levels, slider: checkIn.slider, body: { ...checkIn.body, names: setUp.body.areas },
});

/** What each screen gets: the fields, a way to change them, and what is wrong, already in words. */
export type SectionProps = {
  texts: SetUpTexts;
  common: PartTexts;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** by field name as on the wire, "profile.country" */
  problems: Record<string, string>;
  /** named on the server: browsers spell and list some otherwise */
  places: { countries: Place[]; others: Place[]; zones: Place[] };
};

/** A field's name on the wire as an element id. */
export const idOf = (field: string) => `f-${field.replaceAll(".", "-")}`;
