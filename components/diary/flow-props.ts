import type { ReactNode } from "react";
import type { OpenAlert, TodayCard } from "@/components/diary/open-alerts";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import type { Wording } from "@/lib/domain/alerts/wording";
import type { Profile, Scores } from "@/lib/domain/check-in/check-in";
import type { Draft } from "@/lib/domain/check-in/flow";
import type { TrackerName } from "@/lib/domain/check-in/trackers";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { CalendarDay } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";
import type { ScreenRules } from "@/lib/i18n/rule-texts";
import type { CheckInWire, RuleContextWire, ToldAlertWire } from "@/lib/schemas/rule-context";

export type FlowTexts = {
  checkIn: Messages["checkIn"];
  alerts: Messages["alerts"];
  rules: ScreenRules;
  trackers: Pick<Messages["trackers"], "names" | "ends" | "fine" | "worstMood" | "log">;
  common: Pick<Messages["common"], "symptoms" | "levels" | "statement" | "brand" | "loading"> & { help: string };
};

export type UsualOf = Record<ScoreName, { median: number; low: number; high: number } | null>;

export type FlowProps = {
  userId: string;
  diaryId: string;
  /** the date of the page, in the zone of the diary */
  today: CalendarDay;
  timeZone: string;
  profile: Profile;
  hasPump: boolean;
  /** those switched on, in the order shown */
  trackers: TrackerName[];
  alertsOn: boolean;
  usual: UsualOf;
  /** the last days, for "yesterday", the mini trends, and the rules when nothing better can be had */
  recent: CheckInWire[];
  medications: RuleContextWire["medications"];
  relapses: RuleContextWire["relapses"];
  /** the newest entry of today as a draft to change; null when there is none yet */
  doneToday: Draft | null;
  /** an older entry to correct, as a draft of its next revision; null for an ordinary check-in */
  correcting: Draft | null;
  /** the alerts of the last weeks, as they stand */
  told: ToldAlertWire[];
  /** whose screen opens with the page; their cards, and the quiet lines, as the server made them: the browser's take over */
  opening: OpenAlert[];
  cards: TodayCard[];
  notes: ToldAlert[];
  /** the next visit, when it is near, as the server made it */
  visitView: ReactNode;
  /** an alarm wants an answer before a new check-in begins */
  hasUnanswered: boolean;
  /** who is at the screen: messages speak to them */
  reader: Wording["speaksTo"];
  texts: FlowTexts;
};

/** The context that came with the page: a few days of history. */
export function pageContext({ diaryId, userId, profile, medications, relapses, recent, told }: FlowProps): RuleContextWire {
  return { diaryId, ownerId: userId, profile, medications, relapses, history: recent, alerts: told };
}

/** "Walking" is "Moving" for a full-time wheelchair user. */
export function symptomName(texts: FlowTexts, profile: Profile, name: ScoreName): string {
  return name === "walking" && profile.mobility === "wheelchair-full-time" ? texts.checkIn.names.walkingWheelchair : texts.common.symptoms[name];
}

export const scoresOf = (draft: Draft): Scores => draft.scores as Scores;
