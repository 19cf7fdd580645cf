import type { AlertResponse } from "@/lib/domain/alerts/alert";
import type { Profile, Scores } from "@/lib/domain/check-in/check-in";
import type { Draft } from "@/lib/domain/check-in/flow";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import type { CalendarDay } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";
import type { ScreenRules } from "@/lib/i18n/rule-texts";
import type { CheckInWire, RuleContextWire } from "@/lib/schemas/rule-context";

export type FlowTexts = {
  checkIn: Messages["checkIn"];
  alerts: Messages["alerts"];
  rules: ScreenRules;
  common: Pick<Messages["common"], "symptoms" | "levels" | "statement" | "brand" | "loading"> & { help: string };
};

export type UsualOf = Record<ScoreName, { median: number; low: number; high: number } | null>;

/** An emergency of the newest revision of an entry. `isOpen`: it still wants an answer. */
export type KeptAlert = RaisedAlert & { checkInId: string; shownAt: string | null; response: AlertResponse | null; isOpen: boolean };

export type FlowProps = {
  userId: string;
  diaryId: string;
  /** the date of the page, in the zone of the diary */
  today: CalendarDay;
  timeZone: string;
  profile: Profile;
  hasPump: boolean;
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
  /** the emergencies of today's entry, and of any entry of the last week while they have no answer: those come back after a reload */
  storedAlerts: KeptAlert[];
  texts: FlowTexts;
};

/** The context that came with the page: a few days of history. */
export function pageContext({ diaryId, userId, profile, medications, relapses, recent }: FlowProps): RuleContextWire {
  return { diaryId, ownerId: userId, profile, medications, relapses, history: recent };
}

/** "Walking" is "Moving" for a full-time wheelchair user. */
export function symptomName(texts: FlowTexts, profile: Profile, name: ScoreName): string {
  return name === "walking" && profile.mobility === "wheelchair-full-time" ? texts.checkIn.names.walkingWheelchair : texts.common.symptoms[name];
}

export const scoresOf = (draft: Draft): Scores => draft.scores as Scores;
