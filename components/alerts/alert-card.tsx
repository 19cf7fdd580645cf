import { wordRule } from "@/components/alerts/alert-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import type { AnsweredAlert } from "@/components/diary/use-check-in";
import { Icon } from "@/components/ui/icon";
import { numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";

type AlertCardProps = { answered: AnsweredAlert; texts: FlowTexts; country: string | undefined; onShow: () => void };

/** An emergency that was answered stays on top, with its number. Reassurance never stands beside it. */
export function AlertCard({ answered: { alert, response }, texts, country, onShow }: AlertCardProps) {
  const numbers = numbersFor(country);
  const words = texts.alerts;
  const said = response === "called" ? words.open.called : response === "my-usual" ? fill(words.open.usual, placeholdersFor(numbers)) : words.open.none;
  return (
    <section className="border-emergency-ink bg-emergency-soft text-emergency-ink mb-3 rounded-[var(--dm-radius-l)] border-2 p-4" aria-label={words.emergency}>
      <p className="row b"><Icon name="alert" />{words.emergency}</p>
      {alert.alerts.slice(0, 3).map(({ ruleId }) => <p key={ruleId} className="mt-1">{wordRule(texts, ruleId, numbers).reason}</p>)}
      <p className="b mt-1">{said}</p>
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px]">
        <a className="btn line" href={`tel:${numbers.emergency.tel}`}><Icon name="phone" size={22} />{fill(words.call, { number: numbers.emergency.show })}</a>
        <button type="button" className="btn line" onClick={onShow}>{words.open.show}</button>
      </div>
    </section>
  );
}
