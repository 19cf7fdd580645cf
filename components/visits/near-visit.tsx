import { wordNearVisit } from "@/components/visits/visit-words";
import { Icon } from "@/components/ui/icon";
import type { CalendarDay } from "@/lib/domain/time";
import type { Visit } from "@/lib/domain/visits/visit";
import type { Messages } from "@/lib/i18n/messages";

type NearVisitProps = { visit: Visit | null; today: CalendarDay; words: Messages["visits"]["today"] };

/** The next visit on Today, when it is near: one line to tap. It is made by the server and brings no script. */
export function NearVisit({ visit, today, words }: NearVisitProps) {
  const worded = visit && wordNearVisit(visit, today, words);
  if (!worded) return null;
  return (
    <a className="card small mb-2.5 flex min-h-12 items-center gap-3 px-3.5 py-1.5 text-ink no-underline" href={`/visits/${visit.id}`}>
      <Icon name="calendar" className="text-primary-ink shrink-0" />
      <span className="grow"><b className="b">{worded.when}</b> <span className="text-ink-2">{worded.what}</span></span>
      <Icon name="chev" size={20} className="text-line-strong shrink-0 rtl:-scale-x-100" />
    </a>
  );
}
