import { splitAct, wordEntryTime, wordRule, wordUrgentAct } from "@/components/alerts/alert-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Icon, type IconName } from "@/components/ui/icon";
import { numbersFor, placeholdersFor, type CountryNumbers } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { MOST_MESSAGES } from "@/lib/domain/alerts/presentation";
import { telOf } from "@/lib/domain/phone";
import { fill } from "@/lib/i18n/fill";
import type { AlertResponse } from "@/lib/domain/alerts/alert";

type AlertCardProps = {
  tier: Exclude<Tier, "INFO">;
  alerts: readonly RaisedAlert[];
  response: AlertResponse | null;
  /** it was told and answered in the last 24 hours: its name, and still its number */
  isCompact?: boolean;
  texts: FlowTexts;
  country: string | undefined;
  contacts: { team?: string };
  /** when it is read, and when the entry was made: what is over a day old may have changed since */
  now: Date;
  recordedAt: Date;
  timeZone: string;
  /** opens its screen again; not given while the page only stands there */
  onShow?: (() => void) | undefined;
  /** SOON only: the team knows, or not yet */
  onTold?: (() => void) | undefined;
  onLater?: (() => void) | undefined;
};

const LOOKS = {
  EMERGENCY: { box: "border-emergency-ink bg-emergency-soft text-emergency-ink", icon: "alert" },
  URGENT: { box: "border-urgent-line bg-urgent-soft text-urgent-ink", icon: "clock" },
  SOON: { box: "border-notice-line bg-notice-soft text-notice-ink", icon: "clock" },
} as const satisfies Record<string, { box: string; icon: IconName }>;

/** An alert after its screen: on top, with its number, until it is answered. Reassurance never stands beside an emergency or an urgent one. */
export function AlertCard({ tier, alerts, response, isCompact = false, texts, country, contacts, now, recordedAt, timeZone, onShow, onTold, onLater }: AlertCardProps) {
  const numbers = numbersFor(country);
  const words = texts.alerts;
  const { box, icon } = LOOKS[tier];
  const title = { EMERGENCY: words.emergency, URGENT: words.urgent.label, SOON: words.soon.label }[tier];
  const { late } = wordEntryTime(words, { now, recordedAt, timeZone });
  const call = callOf(tier, { alerts, texts, numbers, contacts });
  return (
    <section className={`${box} mb-3 rounded-(--dm-radius-l) border-2 ${isCompact ? "px-4 py-3" : "p-4"}`} aria-label={title}>
      <p className="row b"><Icon name={icon} />{title}</p>
      {late && <p className="b text-ink mt-1">{late}</p>}
      {alerts.slice(0, MOST_MESSAGES).map(({ ruleId }) => <p key={ruleId} className="text-ink mt-1">{messageOf(ruleId)}</p>)}
      {alerts.length > MOST_MESSAGES && <p className="text-ink mt-1">{fill(words.more, { count: alerts.length - MOST_MESSAGES })}</p>}
      <p className="b mt-1">{wordState(tier, response, words, numbers)}</p>
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px] max-[899px]:[&>:last-child:nth-child(odd)]:col-span-full">
        {call && <a className="btn line" href={`tel:${call.tel}`}><Icon name="phone" size={22} />{call.text}</a>}
        {onTold && <button type="button" className="btn line" onClick={onTold}>{words.soon.told}</button>}
        {onLater && <button type="button" className="btn line" onClick={onLater}>{words.soon.later}</button>}
        {onShow && <button type="button" className="btn line" onClick={onShow}>{words.open.show}</button>}
      </div>
    </section>
  );

  function messageOf(ruleId: string): string {
    const { name, reason, says } = wordRule(texts, ruleId, numbers);
    return isCompact ? name : tier === "EMERGENCY" ? reason : `${splitAct(says).act} ${reason}`;
  }
}

/** The one number of a card. An urgent card always has one: where the advice is words only it is the emergency number. */
export function callOf(tier: AlertCardProps["tier"], { alerts, texts, numbers, contacts }: Pick<AlertCardProps, "alerts" | "texts" | "contacts"> & { numbers: CountryNumbers }): { tel: string; text: string } | null {
  const words = texts.alerts;
  const team = contacts.team ? { tel: telOf(contacts.team), text: words.soon.callTeam } : null;
  if (tier === "SOON") return team;
  const emergency = { tel: numbers.emergency.tel, text: fill(tier === "EMERGENCY" ? words.call : words.urgent.inDanger, { number: numbers.emergency.show, emergency: numbers.emergency.show }) };
  if (tier === "EMERGENCY") return emergency;
  const { calls } = wordUrgentAct(texts, alerts, numbers);
  const line = calls === "crisis" ? numbers.crisis[0] : "words" in numbers.urgent ? undefined : numbers.urgent;
  if (calls === "team" && team) return team;
  return line ? { tel: line.tel, text: fill(words.call, { number: line.show }) } : (team ?? emergency);
}

function wordState(tier: AlertCardProps["tier"], response: AlertResponse | null, words: FlowTexts["alerts"], numbers: CountryNumbers): string {
  const places = placeholdersFor(numbers);
  if (tier === "SOON") return response === "told-my-team" ? words.soon.toldNote : response === "remind-later" ? words.soon.card.asked : words.soon.card.none;
  if (tier === "URGENT") {
    const { card } = words.urgent;
    return fill(response !== null && response in card ? card[response as keyof typeof card] : card.none, places);
  }
  return response === "called" || response === "got-help" ? words.open.called : response === "my-usual" ? fill(words.open.usual, places) : words.open.none;
}
