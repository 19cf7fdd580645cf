import type { ChartModel } from "@/components/charts/chart-model";
import { EventShape, eventColour } from "@/components/charts/event-icon";
import type { TrendTexts } from "@/components/charts/words";
import { MARK_KINDS, type MarkKind } from "@/lib/domain/trends/marks";
import { fill } from "@/lib/i18n/fill";

/** What the drawing uses, and only that. */
export function ChartKey({ model, texts }: { model: ChartModel; texts: TrendTexts["key"] }) {
  const usualDays = Math.max(0, ...model.lines.map(({ usual }) => usual?.days ?? 0));
  const tier = model.marks.some((mark) => mark.tier === "EMERGENCY") ? "EMERGENCY" : "URGENT";
  return (
    <ul className="small muted mt-3 flex flex-wrap gap-x-5 gap-y-2">
      {usualDays > 0 && <Entry text={fill(texts.usual, { days: usualDays })}><svg width="30" height="16" aria-hidden="true"><rect className="g-band" x="1" y="2" width="28" height="12" /><path className="g-bandedge" d="M1 2H29M1 14H29" /></svg></Entry>}
      {model.relapses.some(({ isPossible }) => !isPossible) && <Entry text={texts.relapse}><svg width="22" height="17" aria-hidden="true"><rect className="g-rel" x="1" y="1" width="20" height="15" /><path className="g-reledge" d="M1 16V1H21V16M1 10L10 1M5 16L20 1M14 16L21 9" /></svg></Entry>}
      {model.relapses.some(({ isPossible }) => isPossible) && <Entry text={texts.possible}><svg width="22" height="17" aria-hidden="true"><path className="g-reledge" strokeDasharray="5 4" d="M1 16V1H21V16" /></svg></Entry>}
      {MARK_KINDS.filter((kind) => model.marks.some((mark) => mark.kind === kind)).map((kind) => (
        <Entry key={kind} text={texts[kind]}><EventMark kind={kind} className={eventColour(kind, tier)} /></Entry>
      ))}
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: React.ReactNode }) {
  return <li className="flex items-center gap-2">{children}{text}</li>;
}

export function EventMark({ kind, className }: { kind: MarkKind; className: string }) {
  return <svg className={`shrink-0 ${className}`} width="22" height="22" viewBox="0 0 24 24" aria-hidden="true"><EventShape kind={kind} /></svg>;
}
