import type { ChartModel } from "@/components/charts/chart-model";
import { EventMark } from "@/components/charts/chart-key";
import { eventColour } from "@/components/charts/event-icon";
import { wordMark, wordSpan, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { addDays } from "@/lib/domain/time";
import { entriesOf, type Mark, type Span } from "@/lib/domain/trends/marks";
import { fill } from "@/lib/i18n/fill";

/** More would be a history, which has its own page. */
const MOST_SHOWN = 20;

type Happened = Span & { name: string; mark: Mark | null };

/** What happened in the time shown, newest first; each row leads to the entries of its day. */
export function MarkList({ model, texts }: { model: ChartModel; texts: TrendTexts }) {
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
      <ul className="mt-1">
        {shown.map(({ first, last, name, mark }) => (
          <li key={`${mark?.kind ?? "relapse"}-${first}-${name}`} className="border-t border-line">
            <a className="flex min-h-12 items-center gap-3 py-2 no-underline hover:underline" href={entriesOf(addDays(model.window.from, first))}>
              {mark ? <EventMark kind={mark.kind} className={eventColour(mark.kind, mark.tier)} /> : <RelapseMark />}
              <span className="grow"><span className="font-semibold">{name}</span><span className="small muted block">{wordSpan({ first, last }, model, texts)}</span></span>
              <Icon name="chev" size={18} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function RelapseMark() {
  return <svg className="shrink-0" width="22" height="17" aria-hidden="true"><rect className="g-rel" x="1" y="1" width="20" height="15" /><path className="g-reledge" d="M1 16V1H21V16M1 10L10 1M5 16L20 1M14 16L21 9" /></svg>;
}
