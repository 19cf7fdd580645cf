import Link from "next/link";
import { shortDay } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import type { MedicineRecord } from "@/lib/domain/medicines/medicine";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type PastMedicinesProps = { medicines: readonly MedicineRecord[]; today: CalendarDay; words: Messages["medicines"] };

/** What was stopped, the newest first, folded: the rules still read some of it. */
export function PastMedicines({ medicines, today, words }: PastMedicinesProps) {
  return (
    <details className="card group mt-5 py-1.5">
      <summary className="min-h-14"><span className="grow">{fill(words.past, { count: medicines.length })}</span><Icon name="down" className="transition-transform duration-(--dm-fast) group-open:rotate-180" /></summary>
      <ul className="list">
        {medicines.map(({ id, name, dose, startedOn, stoppedOn, stopReason, relapseId }) => (
          <li key={id}>
            <span className="grow">
              <b className="b block wrap-anywhere">{name}</b>
              {dose && <span className="small muted block wrap-anywhere">{dose}</span>}
              <span className="small muted num block">
                {startedOn ? fill(words.dates.fromTo, { from: shortDay(startedOn, today), to: shortDay(stoppedOn!, today) }) : fill(words.dates.until, { to: shortDay(stoppedOn!, today) })}
              </span>
              {stopReason && <span className="small muted block wrap-anywhere">{fill(words.dates.reason, { reason: stopReason })}</span>}
              {relapseId && <Link className="small inline-flex min-h-12 items-center" href="/relapses" prefetch={false}>{words.facts.relapseLink}</Link>}
            </span>
            <Link className="btn line px-4" href={`/medicines/${id}`} prefetch={false} aria-label={fill(words.changeNamed, { name })}>{words.change}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
