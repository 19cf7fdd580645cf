import type { Place } from "@/components/help/places";
import type { Draft } from "@/components/setup/draft";
import type { Messages } from "@/lib/i18n/messages";

export type SetUpTexts = Messages["setUp"];

/** What each screen gets: the fields, a way to change them, and what is wrong, already in words. */
export type SectionProps = {
  texts: SetUpTexts;
  common: Pick<Messages["common"], "symptoms" | "levels">;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** by field name as on the wire, "profile.country" */
  problems: Record<string, string>;
  /** named on the server: browsers spell and list some otherwise */
  places: { countries: Place[]; others: Place[]; zones: Place[] };
};

/** A field's name on the wire as an element id. */
export const idOf = (field: string) => `f-${field.replaceAll(".", "-")}`;
