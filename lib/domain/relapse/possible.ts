import { runsOf } from "@/lib/domain/alerts/same-run";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { isConfirmedStatus, RELAPSE_SYMPTOMS, type RelapseStatus, type RelapseSymptom } from "@/lib/domain/relapse/record";
import { NEW_RELAPSE_AFTER_MS } from "@/lib/domain/relapse/recorded";
import { LONGEST_GAP_MS } from "@/lib/domain/relapse/runs";
import { DAY_MS, dayOf, type CalendarDay } from "@/lib/domain/time";

/** What came in longer ago is history: nobody is asked about it anew. */
export const ASKED_WITHIN_MS = 30 * DAY_MS;

/** An alert `possible-relapse` of an entry that stands. */
export type FoundAlert = { checkInId: string; recordedAt: Date; receivedAt: Date; timeZone: string; evidence: readonly Evidence[] };

export type KnownRelapse = {
  id: string;
  status: RelapseStatus;
  startedAt: Date;
  startedOn: CalendarDay;
  symptoms: readonly string[];
  foundBy: "person" | "rules";
  foundIn: string | null;
  updatedAt: Date;
  /** made by the rules, and nobody has answered or changed it */
  isWaiting: boolean;
  isRemoved: boolean;
};

export type PossibleRelapse = {
  /** of the waiting one that it replaces; null for a new one */
  id: string | null;
  startedAt: Date;
  startedOn: CalendarDay;
  symptoms: RelapseSymptom[];
  /** the first entry that raised it */
  foundIn: string;
};

/** Alerts that follow one run, or runs, of symptoms. */
type Spell = { alerts: FoundAlert[]; lastBy: Map<string, number>; start: number; end: number };

/**
 * Which possible relapses should wait for the person, given every standing alert of rule `possible-relapse` and what is recorded.
 * One a run: the next entry of the same run makes no second one, and runs that begin within 30 days of each other are one relapse,
 * as in the rules. None is made for a run that belongs to a confirmed relapse, or that had begun when the person answered "no",
 * "not sure" or removed it. One that nobody answered goes when no entry raises it any more.
 *
 * @returns what to write: `put` adds, or replaces a waiting one by its id; `remove` holds ids of waiting ones. Both empty: all is as it should be.
 */
export function settlePossible(alerts: readonly FoundAlert[], known: readonly KnownRelapse[], now: Date): { put: PossibleRelapse[]; remove: string[] } {
  const waiting = known.filter((each) => each.isWaiting && !each.isRemoved);
  const answered = known.filter((each) => !each.isWaiting && (!each.isRemoved || each.foundBy === "rules"));
  const kept: { spell: Spell; row: KnownRelapse | null }[] = [];
  for (const spell of spellsOf(alerts)) {
    const row = waiting.find(({ foundIn }) => spell.alerts.some(({ checkInId }) => checkInId === foundIn)) ?? null;
    const isAnswered = answered.some((each) => covers(each, spell, row !== null));
    if (isAnswered || (row === null && !isRecent(spell, now))) continue;
    const before = kept.at(-1);
    if (before && spell.start - before.spell.start < NEW_RELAPSE_AFTER_MS) join(before, spell, row);
    else kept.push({ spell, row });
  }
  const put = kept.flatMap(({ spell, row }) => {
    const possible = toPossible(spell, row);
    return row && isSame(row, possible) ? [] : [possible];
  });
  const stays = new Set(kept.map(({ row }) => row?.id));
  return { put, remove: waiting.filter(({ id }) => !stays.has(id)).map(({ id }) => id) };
}

/** Runs are followed from one alert to the next: it is the same where the group's run had begun by the moment of the alert before. */
function spellsOf(alerts: readonly FoundAlert[]): Spell[] {
  const spells: Spell[] = [];
  for (const alert of [...alerts].sort((one, other) => one.recordedAt.getTime() - other.recordedAt.getTime() || (one.checkInId < other.checkInId ? -1 : 1))) {
    const at = alert.recordedAt.getTime();
    const runs = runsOf(alert.evidence);
    const start = Math.min(at, ...runs.values());
    const spell = spells.findLast((each) => (runs.size === 0 ? at - each.end <= LONGEST_GAP_MS : [...runs].some(([group, from]) => from <= (each.lastBy.get(group) ?? -Infinity))));
    if (spell) {
      spell.alerts.push(alert);
      spell.start = Math.min(spell.start, start);
      spell.end = at;
      for (const group of runs.keys()) spell.lastBy.set(group, at);
    } else spells.push({ alerts: [alert], lastBy: new Map([...runs.keys()].map((group) => [group, at])), start, end: at });
  }
  return spells.sort((one, other) => one.start - other.start);
}

/**
 * Whether what the person said, or recorded, speaks of this spell: it began by the spell's last entry and less than 30 days before
 * it. An answer other than "relapse" speaks of what had begun by then, and takes back no question that is open already.
 */
function covers(relapse: KnownRelapse, spell: Spell, isOpen: boolean): boolean {
  const start = relapse.startedAt.getTime();
  const isNear = start <= spell.end && spell.start - start < NEW_RELAPSE_AFTER_MS;
  const isOfIt = isNear || spell.alerts.some(({ checkInId }) => checkInId === relapse.foundIn);
  if (isConfirmedStatus(relapse.status) && !relapse.isRemoved) return isOfIt;
  return isOfIt && !isOpen && spell.start <= relapse.updatedAt.getTime();
}

const isRecent = ({ alerts }: Spell, now: Date) => alerts.some(({ receivedAt }) => now.getTime() - receivedAt.getTime() <= ASKED_WITHIN_MS);

function join(before: { spell: Spell; row: KnownRelapse | null }, { alerts, end }: Spell, row: KnownRelapse | null): void {
  before.spell.alerts.push(...alerts);
  before.spell.end = Math.max(before.spell.end, end);
  before.row ??= row;
}

function toPossible({ alerts, start }: Spell, row: KnownRelapse | null): PossibleRelapse {
  const [first] = alerts;
  const { checkInId, timeZone } = first!;
  const groups = new Set(alerts.flatMap(({ evidence }) => [...runsOf(evidence).keys()].map((field) => field.replace("run.", ""))));
  const startedAt = new Date(start);
  return {
    id: row?.id ?? null, startedAt, startedOn: dayOf(startedAt, timeZone),
    symptoms: RELAPSE_SYMPTOMS.filter((symptom) => groups.has(symptom)),
    foundIn: row && alerts.some((alert) => alert.checkInId === row.foundIn) ? row.foundIn! : checkInId,
  };
}

const isSame = (row: KnownRelapse, possible: PossibleRelapse) =>
  row.startedAt.getTime() === possible.startedAt.getTime() && row.startedOn === possible.startedOn && row.foundIn === possible.foundIn
  && row.symptoms.length === possible.symptoms.length && possible.symptoms.every((symptom) => row.symptoms.includes(symptom));
