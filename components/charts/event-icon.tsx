import type { Tier } from "@/lib/domain/red-flags/rule";
import type { MarkKind } from "@/lib/domain/trends/marks";

const PATHS: Record<MarkKind, React.ReactNode> = {
  heat: <><circle cx="12" cy="12" r="4" /><path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.300l2.1 2.100M16.6 16.600l2.1 2.100M18.7 5.300l-2.1 2.100M7.4 16.600l-2.1 2.1" /></>,
  infection: <><path d="M14.500 14.200V5a2.500 2.500 0 0 0-5 0v9.200a4.500 4.500 0 1 0 5 0z" /><path d="M12 17.500V9" /></>,
  dose: <path d="M12 3.5c3.5 4.3 5.5 7.2 5.5 10.2a5.5 5.5 0 0 1-11 0c0-3 2-5.9 5.5-10.2z" />,
  course: <><path d="M12 3.5c3.5 4.3 5.5 7.2 5.5 10.2a5.5 5.5 0 0 1-11 0c0-3 2-5.9 5.5-10.2z" /><path d="M12 11.200v5.600M9.200 14h5.600" /></>,
  start: <><rect x="3" y="8" width="18" height="8.500" rx="4.250" /><path d="M12 8v8.500" /></>,
  stop: <><rect x="3" y="8" width="18" height="8.500" rx="4.250" /><path d="M5 20.500L19 4" /></>,
  alert: <><path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" /><path d="M12 7.5v5.500M12 16.300v.2" /></>,
};

/** The colour of an event. Red is for emergencies only, so that red is believed. */
export function eventColour(kind: MarkKind, tier?: Tier): string {
  if (kind === "heat") return "ev-heat";
  if (kind === "infection") return "ev-infection";
  if (kind !== "alert") return "ev-med";
  return tier === "EMERGENCY" ? "ev-alert" : "text-urgent-ink";
}

/** The drawing of an event on a 24 px grid, to stand inside an svg. */
export function EventShape({ kind }: { kind: MarkKind }) {
  return (
    <g fill={kind === "heat" ? "none" : "var(--dm-surface)"} stroke="currentColor" strokeWidth={2.4} strokeLinecap="round" strokeLinejoin="round">
      {PATHS[kind]}
    </g>
  );
}

/** Where the drawing of an event stands once on a page that has a lane. */
export const eventId = (kind: MarkKind): string => `event-${kind}`;

/** The drawings that the lane and the list point at: each once, not once a mark. */
export function EventSymbols({ kinds }: { kinds: readonly MarkKind[] }) {
  return <defs>{kinds.map((kind) => <symbol key={kind} id={eventId(kind)} viewBox="0 0 24 24"><EventShape kind={kind} /></symbol>)}</defs>;
}
