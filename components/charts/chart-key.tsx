import type { ChartModel } from "@/components/charts/chart-model";
import { EventShape, eventColour, type EventKind } from "@/components/charts/event-icon";
import type { TrendTexts } from "@/components/charts/words";

/** What the drawing uses, and only that. */
export function ChartKey({ model, texts }: { model: ChartModel; texts: TrendTexts["key"] }) {
  const hasUsual = Object.values(model.usual).some(Boolean);
  const tier = model.alerts.some((alert) => alert.tier === "EMERGENCY") ? "EMERGENCY" : "URGENT";
  return (
    <ul className="small muted mt-3 flex flex-wrap gap-x-5 gap-y-2">
      {hasUsual && <Entry text={texts.usual}><svg width="30" height="16" aria-hidden="true"><rect className="g-band" x="1" y="2" width="28" height="12" /><path className="g-bandedge" d="M1 2H29M1 14H29" /></svg></Entry>}
      {model.relapses.some(({ isPossible }) => !isPossible) && <Entry text={texts.relapse}><svg width="22" height="17" aria-hidden="true"><rect className="g-rel" x="1" y="1" width="20" height="15" /><path className="g-reledge" d="M1 16V1H21V16M1 10L10 1M5 16L20 1M14 16L21 9" /></svg></Entry>}
      {model.relapses.some(({ isPossible }) => isPossible) && <Entry text={texts.possible}><svg width="22" height="17" aria-hidden="true"><path className="g-reledge" strokeDasharray="5 4" d="M1 16V1H21V16" /></svg></Entry>}
      {model.heat.length > 0 && <Entry text={texts.heat}><EventMark kind="heat" /></Entry>}
      {model.medicines.length > 0 && <Entry text={texts.medicine}><EventMark kind="medicine" /></Entry>}
      {model.alerts.length > 0 && <Entry text={texts.alert}><span className={eventColour("alert", tier)}><EventMark kind="alert" /></span></Entry>}
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: React.ReactNode }) {
  return <li className="flex items-center gap-2">{children}{text}</li>;
}

function EventMark({ kind }: { kind: EventKind }) {
  return <svg className={kind === "alert" ? "" : eventColour(kind)} width="22" height="22" viewBox="0 0 24 24" aria-hidden="true"><EventShape kind={kind} /></svg>;
}
