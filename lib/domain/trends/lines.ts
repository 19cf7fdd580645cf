import { TRACKERS, type TrackerName } from "@/lib/domain/check-in/trackers";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";

/** What a line is drawn of: the four symptoms, and the trackers a person has switched on. No name stands for two things. */
export type LineName = ScoreName | TrackerName;

/** The four first, then the trackers: the order of every list of lines. */
export const LINE_NAMES: readonly LineName[] = [...SCORE_NAMES, ...TRACKERS];

export const isScore = (name: LineName): name is ScoreName => (SCORE_NAMES as readonly string[]).includes(name);
