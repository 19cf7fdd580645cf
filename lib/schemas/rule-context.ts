import type { Answers, Medication, Profile, Scores } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

/** What GET /api/diaries/:id/context answers: all that the device needs to run the rules and show "your usual". */
export type RuleContextWire = {
  diaryId: string;
  ownerId: string;
  profile: Profile;
  medications: Medication[];
  /** confirmed relapses only; instants as ISO strings */
  relapses: { startedAt: string; endedAt?: string }[];
  /** the last 400 days at their newest revision, oldest first, without notes */
  history: CheckInWire[];
};

export type CheckInWire = {
  id: string;
  revision: number;
  recordedAt: string;
  timeZone: string;
  day: string;
  scores: Scores;
  confirmedUnchanged: ScoreName[];
  answers: Answers;
};
