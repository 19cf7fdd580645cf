import type {
  Bladder, BodyArea, Bowel, EyePain, Eyes, Infection, MedicineClass, Mobility, Onset, OnsetKey, Question, ScoreName,
  Sign, Trigger, UsualBladder, VisionLoss, WalkingAbility, WeaknessArea, WeaknessSeverity,
} from "@/lib/domain/check-in/vocabulary";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import type { CalendarDay } from "@/lib/domain/time";

/** Whole numbers 0 (none) to 10 (worst). */
export type Scores = Record<ScoreName, number>;

/**
 * What a person answered. A key that is absent was not answered: it is unknown, never "no" and never zero.
 * An empty list (`signs: []`) is an answer: asked, and nothing of it.
 */
export type Answers = {
  onset?: Partial<Record<OnsetKey, Onset>>;
  vision?: { loss?: VisionLoss; eyes?: Eyes; eyePain?: EyePain; doubleVision?: boolean };
  numbness?: { areas?: BodyArea[] };
  weakness?: { severity?: WeaknessSeverity; areas?: WeaknessArea[] };
  /** falls 0 to 20 since the last check-in; timed walk 2.0 to 180.0 seconds */
  walking?: { ability?: WalkingAbility; falls?: number; timed25FootSeconds?: number };
  bladder?: Bladder;
  bowel?: Bowel;
  /** 33.0 to 43.0, one decimal */
  temperatureC?: number;
  infection?: Infection[];
  triggers?: Trigger[];
  signs?: Sign[];
  /** Questions shown and skipped: asked, not answered. The rules read them like "not answered". */
  skipped?: Question[];
};

/** What the rules read of one check-in. `day` is the local date of `recordedAt` in `timeZone`, worked out once. */
export type JudgedCheckIn = Answers & {
  recordedAt: Date;
  timeZone: string;
  day: CalendarDay;
  scores: Scores;
};

/** One diary record at its newest revision, as screens read it. */
export type CheckIn = JudgedCheckIn & {
  /** UUIDv7 made by the device; stays the same over revisions */
  id: string;
  /** 1 for the first, one more for each correction */
  revision: number;
  /** when it was typed; differs from `recordedAt` when it was filed under an earlier time */
  enteredAt: Date;
  /** which of the four were copied by "Same as yesterday" or "The rest is the same"; [] = all rated */
  confirmedUnchanged: ScoreName[];
  /** beside the answers, so that no rule can take one for an answer */
  trackers: Trackers;
  /** null when there is none, or when the viewer may not read notes */
  note: string | null;
  enteredBy: "owner" | "caregiver";
};

/** Asked once, editable. An absent key was not answered. */
export type Profile = {
  /** ISO 3166 alpha-2; decides the phone numbers shown */
  country?: string;
  timeZone?: string;
  mobility?: Mobility;
  usual?: {
    scores?: Scores;
    vision?: { loss?: VisionLoss; eyes?: Eyes; doubleVision?: boolean };
    weakness?: { severity?: WeaknessSeverity; areas?: WeaknessArea[] };
    numbness?: BodyArea[];
    walking?: WalkingAbility;
    bladder?: UsualBladder;
    bowel?: Bowel;
    signs?: Sign[];
  };
  /** 35.0 to 37.5 */
  usualTemperatureC?: number;
  spinalLesion?: boolean;
  pregnant?: boolean;
  postpartum?: boolean;
  pregnancyMedicineReviewed?: boolean;
  /** phone numbers of the person's own clinics, as they write them; no rule reads them */
  contacts?: { team?: string; eyeClinic?: string };
};

/** A medicine as the rules read it. Dates are calendar days. */
export type Medication = {
  class?: MedicineClass;
  name: string;
  startedOn?: CalendarDay;
  lastDoseOn?: CalendarDay;
  stoppedOn?: CalendarDay;
};

/** A day out of another diary: only the scores that it held. It has no hour and no answers; the usual alone reads it. */
export type ImportedScores = { day: CalendarDay; scores: Partial<Scores> };

/** A recorded (confirmed) relapse as the rules read it. Without an end it is open. */
export type RecordedRelapse = { startedAt: Date; endedAt?: Date };
