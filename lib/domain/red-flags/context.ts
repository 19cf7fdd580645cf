import type { ImportedScores, JudgedCheckIn, Medication, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";

/** Everything the rules read besides the check-in itself. `history` may be in any order and may hold later check-ins. */
export type RuleContext = {
  /** the moment of evaluation */
  now: Date;
  history: JudgedCheckIn[];
  medications: Medication[];
  profile: Profile;
  relapses: RecordedRelapse[];
  /** days out of other diaries: they feed the usual and nothing else */
  importedDays?: readonly ImportedScores[];
};
