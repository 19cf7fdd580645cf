import Link from "next/link";
import { wordMonth } from "@/components/diary/history-words";
import { Icon } from "@/components/ui/icon";
import type { Month } from "@/lib/domain/check-in/month";
import type { Messages } from "@/lib/i18n/messages";

type HistoryMonthsProps = {
  label: string;
  /** the nearest months that have entries; null where there is none */
  older: Month | null;
  newer: Month | null;
  texts: Messages["history"]["months"];
};

/** Plain links to the next older and newer month with entries. */
export function HistoryMonths({ label, older, newer, texts }: HistoryMonthsProps) {
  if (!older && !newer) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {older && (
        <Link className="btn line text-start" href={`/history?month=${older}`} rel="prev">
          <Icon name="back" size={20} /><span>{texts.older}<span className="vh">: </span><span className="small muted block font-medium">{wordMonth(older)}</span></span>
        </Link>
      )}
      {newer && (
        <Link className="btn line ms-auto text-end" href={`/history?month=${newer}`} rel="next">
          <span>{texts.newer}<span className="vh">: </span><span className="small muted block font-medium">{wordMonth(newer)}</span></span><Icon name="chev" size={20} />
        </Link>
      )}
    </nav>
  );
}
