import type { Tier } from "@/lib/domain/red-flags/rule";

export type EventKind = "heat" | "medicine" | "alert";

const PATHS: Record<EventKind, React.ReactNode> = {
  heat: <><circle cx="12" cy="12" r="4" /><path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.300l2.1 2.100M16.6 16.600l2.1 2.100M18.7 5.300l-2.1 2.100M7.4 16.600l-2.1 2.1" /></>,
  medicine: <path d="M12 3.5c3.5 4.3 5.5 7.2 5.5 10.2a5.5 5.5 0 0 1-11 0c0-3 2-5.9 5.5-10.2z" />,
  alert: <><path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" /><path d="M12 7.5v5.5M12 16.300v.2" /></>,
};

/** The colour of an event. Red is for emergencies only, so that red is believed. */
export function eventColour(kind: EventKind, tier?: Tier): string {
  if (kind === "heat") return "ev-heat";
  if (kind === "medicine") return "ev-med";
  return tier === "EMERGENCY" ? "ev-alert" : "text-urgent-ink";
}

/** The drawing of an event on a 24 px grid, to stand inside an svg. */
export function EventShape({ kind }: { kind: EventKind }) {
  return (
    <g fill={kind === "heat" ? "none" : "var(--dm-surface)"} stroke="currentColor" strokeWidth={2.4} strokeLinecap="round" strokeLinejoin="round">
      {PATHS[kind]}
    </g>
  );
}
