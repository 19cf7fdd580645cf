/** The words of the check-in, as lists, so that types, zod schemas and screens share one source. */

export const SCORE_NAMES = ["fatigue", "numbness", "vision", "walking"] as const;
export type ScoreName = (typeof SCORE_NAMES)[number];

export const ONSETS = ["usual", "gradual", "days", "hours", "sudden"] as const;
export type Onset = (typeof ONSETS)[number];

export const ONSET_KEYS = ["fatigue", "numbness", "vision", "walking", "weakness", "signs"] as const;
export type OnsetKey = (typeof ONSET_KEYS)[number];

/** Worst last: the position is the grade. */
export const VISION_LOSSES = ["none", "blurred", "partial", "complete"] as const;
export type VisionLoss = (typeof VISION_LOSSES)[number];
export const EYES = ["left", "right", "both"] as const;
export type Eyes = (typeof EYES)[number];
export const EYE_PAINS = ["none", "mild", "severe"] as const;
export type EyePain = (typeof EYE_PAINS)[number];

export const BODY_AREAS = [
  "left-face", "right-face", "left-arm", "right-arm", "left-leg", "right-leg", "trunk", "saddle",
] as const;
export type BodyArea = (typeof BODY_AREAS)[number];
export const WEAKNESS_AREAS = [
  "left-face", "right-face", "left-arm", "right-arm", "left-leg", "right-leg", "trunk",
] as const;
export type WeaknessArea = (typeof WEAKNESS_AREAS)[number];
/** Worst last: the position is the grade. */
export const WEAKNESS_SEVERITIES = ["none", "mild", "moderate", "severe"] as const;
export type WeaknessSeverity = (typeof WEAKNESS_SEVERITIES)[number];

/** Worst last: the position is the grade. */
export const WALKING_ABILITIES = ["unaided", "one-aid", "two-aids", "few-steps", "unable"] as const;
export type WalkingAbility = (typeof WALKING_ABILITIES)[number];

export const BLADDERS = ["usual", "urgency", "leaking", "hard-to-start", "cannot-pass-urine", "catheter-blocked"] as const;
export type Bladder = (typeof BLADDERS)[number];
export const BOWELS = ["usual", "constipated", "leaking"] as const;
export type Bowel = (typeof BOWELS)[number];

export const INFECTIONS = [
  "burning-urine", "cloudy-urine", "cough", "sore-throat", "skin-hot-red", "shingles-rash",
  "diarrhoea-vomiting", "chills", "cold",
] as const;
export type Infection = (typeof INFECTIONS)[number];

export const TRIGGERS = ["heat", "exercise", "poor-sleep", "stress", "period", "missed-medicine", "new-medicine"] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const SIGNS = [
  "face-droop", "slurred-speech", "confusion", "trouble-breathing", "chest-pain", "cannot-swallow",
  "trouble-swallowing", "seizure", "worst-headache", "stiff-neck", "hard-to-wake", "mottled-skin",
  "rash-no-fade", "shaking-chills", "face-swelling", "heavy-bleeding", "faint", "sudden-dizzy",
  "head-injury", "self-harm-thoughts", "self-harm-danger", "lasting-headache", "light-hurts", "heart-odd",
  "personality-change", "mood-extreme", "back-pain", "swollen-leg", "vomiting", "yellow-skin",
  "bruising-bleeding", "sudden-stiffness", "new-itch", "pump-alarm", "pounding-headache-flush",
] as const;
export type Sign = (typeof SIGNS)[number];

/** Signs that stay signs even when the person calls them usual. Source: clinical definitions, "Counted signs". */
export const NEVER_DISCOUNTED_SIGNS: readonly Sign[] = [
  "cannot-swallow", "worst-headache", "self-harm-thoughts", "self-harm-danger", "mottled-skin", "hard-to-wake",
  "rash-no-fade", "face-swelling", "heavy-bleeding", "head-injury", "shaking-chills", "pump-alarm",
];

export const MOBILITIES = ["walks", "wheelchair-part-time", "wheelchair-full-time"] as const;
export type Mobility = (typeof MOBILITIES)[number];
export const USUAL_BLADDERS = ["usual", "urgency", "leaking", "hard-to-start", "cannot-pass-urine", "catheter"] as const;
export type UsualBladder = (typeof USUAL_BLADDERS)[number];

export const MEDICINE_CLASSES = [
  "anti-CD20", "natalizumab", "S1P-modulator", "fumarate", "cladribine", "alemtuzumab", "teriflunomide",
  "interferon", "glatiramer", "other-immunosuppressant", "hsct", "steroid-course", "baclofen-pump", "anticoagulant",
] as const;
export type MedicineClass = (typeof MEDICINE_CLASSES)[number];

export const MS_TYPES = ["relapsing-remitting", "secondary-progressive", "primary-progressive", "first-episode"] as const;
export type MsType = (typeof MS_TYPES)[number];

/** Questions that can be shown and skipped. A skipped question is "asked, not answered": neither an answer nor "not asked". */
export const QUESTIONS = [
  "vision.loss", "vision.eyes", "vision.eyePain", "vision.doubleVision", "numbness.areas", "weakness.severity",
  "weakness.areas", "walking.ability", "walking.falls", "walking.timed25FootSeconds", "bladder", "bowel",
  "temperatureC", "infection", "triggers", "signs",
  "onset.fatigue", "onset.numbness", "onset.vision", "onset.walking", "onset.weakness", "onset.signs",
] as const;
export type Question = (typeof QUESTIONS)[number];
