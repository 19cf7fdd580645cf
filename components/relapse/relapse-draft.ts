import { monthOf } from "@/lib/domain/check-in/month";
import {
  asTold, dateProblems, firstDayIn, ownWordOf, precisionOf,
  type DayOrMonth, type FeltRecovery, type OwnWord, type Precision, type RelapseRegion, type RelapseSide, type RelapseStatus, type RelapseSymptom, type TeamWord,
} from "@/lib/domain/relapse/record";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";
import { MOST_DAYS_OFF, MOST_NOTE_CHARACTERS, type RelapseInput } from "@/lib/schemas/relapse";

/** A stored relapse as the form loads it. */
export type StoredRelapse = {
  id: string;
  status: RelapseStatus;
  teamSaid: TeamWord | null;
  startedOn: CalendarDay;
  startPrecision: Precision;
  endedOn: CalendarDay | null;
  endPrecision: Precision | null;
  symptoms: readonly string[];
  sides: readonly RelapseSide[];
  regions: readonly RelapseRegion[];
  infection: boolean | null;
  heat: boolean | null;
  daysOffWork: number | null;
  feltRecovery: FeltRecovery | null;
  note: string | null;
  steroids: { id: string; name: string; startedOn: CalendarDay | null; lastDoseOn: CalendarDay | null } | null;
  /** ISO */
  updatedAt: string;
};

/** A date in the form: the day, or the month and the year; what was typed of the other stays. */
export type WhenDraft<Known extends string> = { known: Known | null; day: string; month: string; year: string };
/** "unknown" is an answer, null is none; both are stored as not known. */
export type KnownAnswer = "yes" | "no" | "unknown" | null;

export type RelapseDraft = {
  version: 1;
  id: string;
  own: OwnWord | "unknown" | null;
  team: TeamWord | null;
  start: WhenDraft<"day" | "month">;
  end: WhenDraft<"open" | "day" | "month">;
  symptoms: RelapseSymptom[];
  sides: RelapseSide[];
  regions: RelapseRegion[];
  infection: KnownAnswer;
  heat: KnownAnswer;
  steroids: { id: string; had: boolean; name: string; first: string; last: string };
  work: string;
  felt: FeltRecovery | null;
  note: string;
};

const NO_WHEN = { known: null, day: "", month: "", year: "" };

export function emptyRelapse(steroidsName: string): RelapseDraft {
  return {
    version: 1, id: "", own: null, team: null, start: { ...NO_WHEN }, end: { ...NO_WHEN }, symptoms: [], sides: [], regions: [], infection: null, heat: null,
    steroids: { id: "", had: false, name: steroidsName, first: "", last: "" }, work: "", felt: null, note: "",
  };
}

export function relapseDraftOf(stored: StoredRelapse, steroidsName: string): RelapseDraft {
  const { steroids } = stored;
  return {
    version: 1, id: stored.id, own: ownWordOf(stored.status, stored.teamSaid), team: stored.teamSaid,
    start: whenOf(asTold(stored.startedOn, stored.startPrecision)),
    end: stored.endedOn === null ? { ...NO_WHEN, known: "open" } : whenOf(asTold(stored.endedOn, stored.endPrecision ?? "day")),
    symptoms: [...stored.symptoms] as RelapseSymptom[], sides: [...stored.sides], regions: [...stored.regions],
    infection: answerOf(stored.infection), heat: answerOf(stored.heat),
    steroids: { id: steroids?.id ?? "", had: steroids !== null, name: steroids?.name ?? steroidsName, first: steroids?.startedOn ?? "", last: steroids?.lastDoseOn ?? "" },
    work: stored.daysOffWork === null ? "" : String(stored.daysOffWork), felt: stored.feltRecovery, note: stored.note ?? "",
  };
}

const whenOf = (told: DayOrMonth): WhenDraft<"day" | "month"> => {
  const known = precisionOf(told);
  return { known, day: known === "day" ? told : "", month: monthOf(told).slice(5), year: told.slice(0, 4) };
};
const answerOf = (value: boolean | null): KnownAnswer => (value === null ? null : value ? "yes" : "no");
const valueOf = (answer: KnownAnswer) => (answer === "yes" ? true : answer === "no" ? false : null);

/** A draft that was kept on the device; null when it is none, or of an older shape. */
export const asRelapseDraft = (kept: unknown): RelapseDraft | null =>
  (typeof kept === "object" && kept !== null && (kept as { version?: unknown }).version === 1 ? kept as RelapseDraft : null);

/** True when nothing was typed that would be missed. */
export const isSameDraft = (one: RelapseDraft, other: RelapseDraft): boolean => JSON.stringify(withoutIds(one)) === JSON.stringify(withoutIds(other));
const withoutIds = (draft: RelapseDraft) => ({ ...draft, id: "", steroids: { ...draft.steroids, id: "" } });

/** "2024-03-05" or "2024-03"; null while it is not filled in. */
export function toldOf({ known, day, month, year }: WhenDraft<"open" | "day" | "month">): DayOrMonth | null {
  if (known === "day") return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
  return known === "month" && /^(19|20)\d\d$/.test(year.trim()) && month !== "" ? `${year.trim()}-${month}` : null;
}

/** Field to message key; empty when it can be sent. What was typed stays whatever is wrong. */
export function relapseProblems(draft: RelapseDraft, today: CalendarDay): Record<string, string> {
  const [started, ended] = [toldOf(draft.start), toldOf(draft.end)];
  const isOpen = draft.end.known === "open" || draft.end.known === null;
  const days = draft.work.trim();
  return {
    ...(started === null ? { started: "relapse.start" } : dateProblems({ started, ended: isOpen ? null : ended }, today)),
    ...((isOpen ? isEndToAsk(draft, started, today) : ended === null) && { ended: "relapse.end" }),
    ...(draft.steroids.had && steroidProblems(draft.steroids, isOpen, today)),
    ...(days !== "" && (!/^\d+$/.test(days) || Number(days) > MOST_DAYS_OFF) && { daysOffWork: "number.invalid" }),
    ...(draft.note.trim().length > MOST_NOTE_CHARACTERS && { note: "note.tooLong" }),
  };
}

/** Longer ago, one without an end is not taken for one that goes on: to the rules such a one is open, so the person says it. */
const ASKED_AFTER_DAYS = 90;

const isEndToAsk = ({ end }: RelapseDraft, started: DayOrMonth | null, today: CalendarDay): boolean =>
  end.known === null && started !== null && daysBetween(firstDayIn(started), today) > ASKED_AFTER_DAYS;

/** Steroids without a day count to the rules as taken now, as they must while it lasts; once it is over, about when they ended is asked for. */
const steroidProblems = ({ name, first, last }: RelapseDraft["steroids"], isOpen: boolean, today: CalendarDay) => ({
  ...(name.trim() === "" && { "steroids.name": "name.missing" }),
  ...(name.trim().length > 120 && { "steroids.name": "name.tooLong" }),
  ...(!last && !isOpen && { "steroids.lastDoseOn": "steroids.lastMissing" }),
  ...(first && last && last < first && { "steroids.lastDoseOn": "steroids.endsBeforeStart" }),
  ...((first > today || last > today) && { "steroids.lastDoseOn": "steroids.ahead" }),
});

/** As it is sent, once `relapseProblems` is empty. */
export function relapseInput(draft: RelapseDraft): RelapseInput {
  const { steroids, work } = draft;
  return {
    id: draft.id, own: draft.own === "unknown" ? null : draft.own, teamSaid: draft.team, started: toldOf(draft.start) ?? "", ended: toldOf(draft.end),
    symptoms: draft.symptoms, sides: draft.sides, regions: draft.regions, infection: valueOf(draft.infection), heat: valueOf(draft.heat),
    daysOffWork: work.trim() === "" ? null : Number(work), feltRecovery: draft.felt, note: draft.note.trim() || null,
    steroids: steroids.had ? { id: steroids.id, name: steroids.name.trim(), startedOn: steroids.first || null, lastDoseOn: steroids.last || null } : null,
  };
}
