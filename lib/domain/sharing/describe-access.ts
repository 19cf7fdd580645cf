import { MINUTE_MS } from "@/lib/domain/time";

/** What the access log reads of one event. */
export type AccessFacts = { id: string; actorName: string | null; isYou: boolean; role: string; accountOf: { name: string | null } | null; action: string; at: Date };

/** One visit: everything one person did with the diary in a few minutes. */
export type Visit = Omit<AccessFacts, "action"> & { actions: string[] };

/** One page opens several parts of a diary; what follows within ten minutes is the same visit. */
const SAME_VISIT_MS = 10 * MINUTE_MS;
/** The order in which the parts of a visit are named. */
const ORDER = [
  "check-ins:read", "notes:read", "relapses:read", "alerts:read", "medicines:read", "summary:read",
  "check-ins:write", "alerts:write", "medicines:write", "reminders:write", "diary:write", "grants:write", "export:write", "consent:write", "deletion:write",
  "account:list", "account:end-sessions", "account:disable", "account:enable",
];

/**
 * The access log as visits, newest first.
 * @param events newest first
 */
export function describeVisits(events: readonly AccessFacts[]): Visit[] {
  const visits: (Visit & { actor: string; startedAt: number })[] = [];
  for (const event of events) {
    const actor = event.isYou ? "you" : [event.role, event.actorName, event.accountOf ? "for" : "", event.accountOf?.name].join(" ");
    const open = visits.findLast((visit) => visit.actor === actor);
    if (open && open.startedAt - event.at.getTime() <= SAME_VISIT_MS && isChange(event.action) === isChange(open.actions[0] ?? "")) {
      open.startedAt = event.at.getTime();
      if (!open.actions.includes(event.action)) open.actions.push(event.action);
      continue;
    }
    const { action, ...facts } = event;
    visits.push({ ...facts, actions: [action], actor, startedAt: event.at.getTime() });
  }
  return visits.map(({ actor: _actor, startedAt: _startedAt, ...visit }) => ({ ...visit, actions: visit.actions.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)) }));
}

const isChange = (action: string) => action.endsWith(":write");
