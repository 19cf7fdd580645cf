import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import type { DiaryOf } from "@/lib/offline/then-refresh";
import { EventList } from "@/components/medicines/event-list";
import { InfusionPanel } from "@/components/medicines/infusion-panel";
import { TapButton } from "@/components/medicines/tap-button";
import { wordDay } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import { countDays, isClassUnknown, nextDoseOf, tapOf, type MedicineEvent, type MedicineEventKind, type MedicineRecord } from "@/lib/domain/medicines/medicine";
import { findKnownMedicine } from "@/lib/domain/medicines/known-medicines";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";

const LISTED = 60;

type MedicineCardProps = { diary: DiaryOf; medicine: MedicineRecord; events: readonly MedicineEvent[]; today: CalendarDay; timeZone: string };

/** One medicine that is taken now: what it is, since when, what comes next, and what one tap writes down. */
export async function MedicineCard({ diary, medicine, events, today, timeZone }: MedicineCardProps) {
  const [t, { medicines: words, setUp }] = await Promise.all([getTranslations("medicines"), getTexts()]);
  const { id, name, dose, startedOn, stoppedOn, lastDoseOn, reason, sideEffects, relapseId } = medicine;
  const tap = tapOf(medicine, events, today);
  const next = nextDoseOf(medicine, today);
  const given = givenAs(medicine);
  const className = medicine.class ? setUp.medicines.classes[medicine.class].name : "";
  const kind = className === name ? "" : className;
  const facts: (readonly [string, ReactNode])[] = [
    startedOn ? [words.facts.since, wordDay(startedOn, today)] as const : null,
    stoppedOn ? [words.facts.until, wordDay(stoppedOn, today)] as const : null,
    lastDoseOn ? [words.facts[given].last, wordDay(lastDoseOn, today)] as const : null,
    tap === "infusion" && (next.kind === "none" || next.kind === "planned") ? [words.facts[given].next, next.kind === "none" ? words.facts.unknown : wordDay(next.on, today)] as const : null,
    reason ? [words.facts.reason, reason] as const : null,
    sideEffects ? [words.facts.sideEffects, sideEffects] as const : null,
    relapseId ? [words.facts.relapse, <Link key="relapse" href="/relapses" prefetch={false}>{words.facts.relapseLink}</Link>] as const : null,
  ].filter((fact) => fact !== null);
  const of = (kind: MedicineEventKind) => events.filter((event) => event.kind === kind).sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id));
  const sentence = (kind: "missed" | "taken") => {
    const count = countDays(of(kind), { startedOn, today });
    return count && t(`${kind}.${count.days === 0 ? "none" : "some"}`, { days: count.days, of: count.of, since: count.isSinceStart ? "start" : "other" });
  };
  const list = (kind: MedicineEventKind, title: string) => {
    const all = of(kind);
    return all.length === 0 ? null : (
      <EventList diary={diary} title={fill(title, { count: all.length })} events={all.slice(0, LISTED)} older={all.length > LISTED ? t("events.older", { count: all.length - LISTED }) : ""}
        today={today} words={{ ...words.events, undo: words.undo }} problems={setUp.problems} />
    );
  };
  const tapButton = (kind: "missed" | "taken") => {
    const todays = of(kind).filter(({ day }) => day === today);
    const count = kind === "missed" ? words.missed.noted : t("taken.times", { count: todays.length });
    return (
      <TapButton diary={diary} medicineId={id} kind={kind} timeZone={timeZone} todays={todays[0] ?? null} problems={setUp.problems}
        words={{ button: words[kind].button, named: fill(words[kind].named, { name }), undo: words[kind].undo, undoNamed: `${words[kind].undo}: ${name}`, undone: words[kind].undone, count }} />
    );
  };
  return (
    <article className="card mt-0 min-[900px]:p-5.5">
      <div className="row between flex-wrap gap-y-1">
        <h3 className="text-lg wrap-anywhere">{name}</h3>
        {medicine.kind === "as-needed" && <span className="pill plain">{words.asNeeded}</span>}
      </div>
      {(dose || kind) && <p className="small muted mt-0.5 wrap-anywhere">{[dose, kind].filter(Boolean).join(". ")}</p>}
      {isClassUnknown(medicine) && <p className="small mt-1.5">{words.classUnknown}</p>}
      {facts.length > 0 && (
        <dl className="small mt-2 grid gap-1">
          {facts.map(([term, value]) => (
            <div key={term} className="flex flex-wrap gap-x-3 py-0.5">
              <dt className="muted basis-[7.5rem]">{term}</dt>
              <dd className="b num min-w-0 grow basis-[7rem] whitespace-pre-line wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {tap === "infusion" && (
        <InfusionPanel diary={diary} medicine={medicine} next={next} days={of("infusion").map(({ day }) => day)} today={today} problems={setUp.problems}
          words={{ ...words.infusion, undo: words.undo, planned: plannedOf(words.infusion, given, next, today), had: words.infusion[BUTTONS[given]] }} />
      )}
      {(tap === "missed" || tap === "taken") && (
        <>
          <p className="mt-3 mb-2.5">{sentence(tap)}</p>
          {tapButton(tap)}
        </>
      )}
      {list("infusion", words.infusion.list)}
      {list("missed", words.missed.list)}
      {list("taken", words.taken.list)}
      <Link className="btn text -ms-2 mt-1 -mb-2" href={`/medicines/${id}`} prefetch={false} aria-label={fill(words.changeNamed, { name })}><Icon name="pen" size={20} />{words.change}</Link>
    </article>
  );
}

/** In whose words its dates are told. */
type Given = "infusion" | "dose" | "refill";
const givenAs = ({ name, class: is }: MedicineRecord): Given => (is === "baclofen-pump" ? "refill" : findKnownMedicine(name)?.isInfusion ? "infusion" : "dose");

const BUTTONS = { infusion: "button", dose: "buttonDose", refill: "buttonRefill" } as const;
const PLANNED = { infusion: "passed", dose: "passedDose", refill: "passedRefill" } as const;
const TODAY = { infusion: "today", dose: "todayDose", refill: "todayRefill" } as const;

function plannedOf(words: Record<string, unknown>, given: Given, next: ReturnType<typeof nextDoseOf>, today: CalendarDay): string {
  if (next.kind === "none") return "";
  return fill(words[next.kind === "today" ? TODAY[given] : PLANNED[given]] as string, { date: wordDay(next.on, today) });
}
