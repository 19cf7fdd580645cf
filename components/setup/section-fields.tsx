"use client";

import { BodySection } from "@/components/setup/body-section";
import { DailySection } from "@/components/setup/daily-section";
import type { DiarySection } from "@/components/setup/draft";
import { MsSection } from "@/components/setup/ms-section";
import { PersonSection } from "@/components/setup/person-section";
import { ScoresSection } from "@/components/setup/scores-section";
import type { SectionProps } from "@/components/setup/section-props";

const SCREENS = { person: PersonSection, ms: MsSection, scores: ScoresSection, body: BodySection, daily: DailySection } as const;

/** The fields of one screen, the same in the set-up and under More. */
export function SectionFields({ section, ...props }: SectionProps & { section: DiarySection }) {
  const Screen = SCREENS[section];
  return <div className="grid gap-5"><Screen {...props} /></div>;
}
