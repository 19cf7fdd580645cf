import { wordEvidence } from "@/components/alerts/evidence-words";
import { symptomName, type FlowTexts, type UsualOf } from "@/components/diary/flow-props";
import { formatDay, formatTime } from "@/components/diary/format";
import { runLength, type RunFacts, type RunGroup } from "@/components/relapse/run-facts";
import { CHART_DAYS, TwoWeeksChart } from "@/components/relapse/two-weeks-chart";
import type { Profile } from "@/lib/domain/check-in/check-in";
import { dayValues } from "@/lib/domain/check-in/last";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { CheckInWire } from "@/lib/schemas/rule-context";

export type RunViewProps = {
  facts: RunFacts;
  texts: FlowTexts;
  profile: Profile;
  usual: UsualOf;
  /** with the entry that raised it */
  history: readonly CheckInWire[];
  recordedAt: Date;
  day: CalendarDay;
  timeZone: string;
};

/** "Your numbness has been worse than your usual for over a day. Only your team can tell." */
export function wordLead({ facts, texts, profile, recordedAt }: Pick<RunViewProps, "facts" | "texts" | "profile" | "recordedAt">): string {
  const words = texts.alerts.relapse;
  const names = facts.runs.map(({ group }) => nameOf(group, texts, profile));
  const [first] = facts.runs;
  const isShort = runLength(first!.since, recordedAt).days < 1;
  // "Over days" was told: then it has been so for over a day, whenever it was logged.
  const length = isShort && facts.isToldOverDays ? words.overDay : lengthOf(first!.since, recordedAt, texts);
  const sentence = fill(names.length === 1 ? words.leadOne : words.leadMany, { names: new Intl.ListFormat("en-GB").format(names), length });
  return `${sentence} ${words.only}`;
}

/** Every input of an alert about a run: the last two weeks, since when, what changed, infection, heat, the last relapse. */
export function RunView({ facts, texts, profile, usual, history, recordedAt, day, timeZone }: RunViewProps) {
  const words = texts.alerts.relapse;
  const charted = facts.scores.filter(({ name }) => facts.runs.some(({ group }) => group === name));
  return (
    <>
      {charted.map(({ name, now, usual: median }) => (
        <TwoWeeksChart key={name} symptom={name} name={symptomName(texts, profile, name)} line={wordNow(words, now, median)}
          values={dayValues(history, name, day, CHART_DAYS)} day={day} usual={usual[name]} words={words} />
      ))}
      <section className="mt-4" aria-labelledby="looked-at">
        <h2 id="looked-at">{words.looked}</h2>
        <dl className="mt-1">
          {inputs().map(([term, value]) => (
            <div key={term} className="border-line grid gap-x-4 border-t py-2.5 first:border-0 min-[520px]:grid-cols-[11rem_1fr]">
              <dt className="small muted">{term}</dt>
              <dd>{(Array.isArray(value) ? value : [value]).map((line) => <p key={line}>{line}</p>)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );

  function inputs(): [string, string | string[]][] {
    const { infection, heat, lastRelapse } = facts;
    return [
      [words.since, facts.runs.map(({ group, since, isToldOverDays }) => {
        const value = fill(isToldOverDays ? words.sinceToldDays : words.sinceValue, {
          day: formatDay(dayOf(since, timeZone), "long"), time: formatTime(since, timeZone), length: lengthOf(since, recordedAt, texts),
        });
        return facts.runs.length === 1 ? value : fill(words.sinceEach, { name: capital(nameOf(group, texts, profile)), value });
      })],
      [words.changed, [...facts.scores.map(({ name, now, usual: median }) => `${symptomName(texts, profile, name)}: ${wordNow(words, now, median)}`), ...wordEvidence(texts, facts.details, timeZone).map(capital)]],
      ...(infection === null ? [] : [[words.infection, infection === "no" ? words.infectionNo : infection === "not-asked" ? words.infectionNotAsked : fill(words.infectionSeen, { items: wordInfection(infection, texts) })] as [string, string]]),
      ...(heat === null ? [] : [[words.heat, { yes: words.heatYes, no: words.heatNo, "not-asked": words.heatNotAsked }[heat]] as [string, string]]),
      ...(lastRelapse === null ? [] : [[words.last, lastRelapse === "none" ? words.lastNone : fill(words.lastDay, { day: wordDate(lastRelapse, timeZone) })] as [string, string]]),
    ];
  }
}

function lengthOf(since: Date, now: Date, { alerts }: FlowTexts): string {
  const { key, hours, days } = runLength(since, now);
  return fill(alerts.relapse[key], { hours, days });
}

const wordNow = (words: FlowTexts["alerts"]["relapse"], value: number, usual: number | null) =>
  usual === null ? fill(words.nowOnly, { value }) : fill(words.now, { value, usual: Math.round(usual) });

function nameOf(group: RunGroup, { alerts }: FlowTexts, { mobility }: Profile): string {
  const { groups } = alerts.relapse;
  return group === "walking" && mobility === "wheelchair-full-time" ? groups.walkingWheelchair : groups[group];
}

const wordInfection = (items: readonly string[], { checkIn, alerts }: FlowTexts) =>
  items.map((item) => (item === "fever" ? alerts.evidence.fever : lowerFirst((checkIn.answers.infection as Record<string, string>)[item] ?? item))).join(", ");

const wordDate = (instant: Date, timeZone: string) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone }).format(instant);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
