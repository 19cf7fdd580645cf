import Link from "next/link";
import type { ChartModel } from "@/components/charts/chart-model";
import { escapeHtml } from "@/components/charts/escape-html";
import { eventColour, eventId } from "@/components/charts/event-icon";
import { wordMark, wordSpan, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { addDays } from "@/lib/domain/time";
import { entriesOf, type Mark, type Span } from "@/lib/domain/trends/marks";
import { fill } from "@/lib/i18n/fill";

/** More would be a history, which has its own page. */
const MOST_SHOWN = 12;

type Happened = Span & { name: string; mark: Mark | null };

/** What happened in the time shown, newest first; each row leads to the entries of its day. */
export function MarkList({ model, texts, entriesHref }: { model: ChartModel; texts: TrendTexts; /** where the older ones can be read */ entriesHref?: string | undefined }) {
  const all: Happened[] = [
    ...model.relapses.map((span) => ({ ...span, name: span.isPossible ? texts.possibleRelapse : texts.relapse, mark: null })),
    ...model.marks.map((mark) => ({ first: mark.first, last: mark.last, name: wordMark(mark, texts), mark })),
  ].sort((a, b) => b.first - a.first);
  if (all.length === 0) return null;
  const shown = all.slice(0, MOST_SHOWN);
  return (
    <details className="group mt-1">
      <summary>{texts.marks.title}<span className="small muted num font-normal">{all.length}</span><span className="transition-transform duration-(--dm-fast) group-open:rotate-180"><Icon name="down" size={18} /></span></summary>
      <p className="small muted">{texts.marks.opens} {all.length > MOST_SHOWN && fill(texts.marks.newest, { shown: MOST_SHOWN, count: all.length })}</p>
      <ul className="mt-1" dangerouslySetInnerHTML={{ __html: shown.map((row) => rowOf(row, model, texts)).join("") }} />
      {all.length > MOST_SHOWN && entriesHref && <Link className="btn text px-0" href={entriesHref} prefetch={false}><Icon name="list" size={22} />{texts.table.entries}</Link>}
    </details>
  );
}

/** A row is one text of our own words and escaped names; the drawings are those of the lane. */
function rowOf({ first, last, name, mark }: Happened, model: ChartModel, texts: TrendTexts): string {
  const icon = mark ? `<svg class="shrink-0 ${eventColour(mark.kind, mark.tier)}" width="22" height="22" aria-hidden="true"><use href="#${eventId(mark.kind)}"></use></svg>` : RELAPSE_MARK;
  return `<li><a class="mark-row" href="${entriesOf(addDays(model.window.from, first))}">${icon}<span class="grow"><b>${escapeHtml(name)}</b><span class="small muted block">${escapeHtml(wordSpan({ first, last }, model, texts))}</span></span>${CHEVRON}</a></li>`;
}

const CHEVRON = '<svg class="shrink-0" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M9 5l7 7-7 7"></path></svg>';
const RELAPSE_MARK = '<svg class="shrink-0" width="22" height="17" aria-hidden="true"><rect class="g-rel" x="1" y="1" width="20" height="15"></rect><path class="g-reledge" d="M1 16V1H21V16M1 10L10 1M5 16L20 1M14 16L21 9"></path></svg>';
