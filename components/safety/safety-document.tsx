import type { ReactNode } from "react";
import { PrintButton } from "@/components/public/print-button";
import { Definitions } from "@/components/safety/definitions";
import { MedicineTable } from "@/components/safety/medicine-table";
import { NumberList } from "@/components/safety/number-list";
import { RuleEntry } from "@/components/safety/rule-entry";
import styles from "@/components/safety/safety-document.module.css";
import { INFO_AGAIN_MS, MOST_MESSAGES, REMIND_AFTER_MS, SOON_AGAIN_MS, URGENT_COMPACT_MS } from "@/lib/domain/alerts/presentation";
import { ALL_RULES, RULES_VERSION } from "@/lib/domain/red-flags/all";
import { numbersFor, NUMBERS_CHECKED } from "@/lib/domain/red-flags/numbers";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SafetyDocumentProps = {
  texts: Messages;
  /** false where the rules are switched off: then it says that nothing of it runs */
  alertsOn: boolean;
  appVersion: string;
  country: string | undefined;
};

const rulesOf = (tier: Tier) => ALL_RULES.filter((rule) => rule.tier === tier);
const SHOWING = {
  urgentHours: URGENT_COMPACT_MS / HOUR_MS, soonDays: SOON_AGAIN_MS / DAY_MS, remindHours: REMIND_AFTER_MS / HOUR_MS, infoDays: INFO_AGAIN_MS / DAY_MS, most: MOST_MESSAGES,
};
const PILLS = { EMERGENCY: "emerg", URGENT: "urgent", SOON: "info", INFO: "plain" } as const satisfies Record<Tier, string>;

/** Everything a clinician has to judge, made from the rule list, its texts, and the tables of the code. */
export function SafetyDocument({ texts, alertsOn, appVersion, country }: SafetyDocumentProps) {
  const { safety: words, common } = texts;
  const facts = [[words.facts.rulesVersion, RULES_VERSION], [words.facts.count, ALL_RULES.length], [words.facts.appVersion, appVersion], [words.facts.numbersChecked, NUMBERS_CHECKED.day]] as const;
  return (
    <div className={`grid gap-9 ${styles.document}`}>
      <header id="top" className="grid gap-3">
        <h1>{words.title}</h1>
        <p className="text-lg text-pretty text-ink-2">{words.lead}</p>
        <div className="note urgent"><h2>{words.unsigned.title}</h2><p className="mt-1">{words.unsigned.text}</p></div>
        {!alertsOn && <div className="note urgent"><h2>{words.off.title}</h2><p className="mt-1">{words.off.text}</p></div>}
        <dl className="small grid gap-1">
          {facts.map(([name, value]) => <div key={name} className="flex flex-wrap gap-x-2"><dt className="text-ink-2">{name}</dt><dd className="num b">{value}</dd></div>)}
        </dl>
        <PrintButton label={words.print} />
      </header>
      <nav aria-labelledby="contents">
        <h2 id="contents">{words.contents}</h2>
        <ul className="mt-2 sm:columns-2">
          {Object.entries(words.parts).map(([part, name]) => <li key={part}><a className="inline-flex min-h-12 items-center underline" href={`#part-${part}`}>{name}</a></li>)}
        </ul>
      </nav>
      <Part id="about" words={words}>
        <p className="note urgent" data-statement>{fill(common.statement, { emergency: numbersFor(country).emergency.show })} {common.notesStatement}</p>
        <Lines lines={words.about} />
      </Part>
      <Part id="not" words={words}><Lines lines={words.not} /></Part>
      <Part id="tiers" words={words}>
        <ul className="grid gap-3 sm:grid-cols-2">
          {TIERS.map((tier) => (
            <li key={tier} data-tier={tier} className="card m-0! break-inside-avoid">
              <h3><a className={`pill ${PILLS[tier]} text-base`} href={`#rules-${tier}`}>{words.tiers.of[tier].name}: {rulesOf(tier).length}</a></h3>
              <p className="mt-2">{words.tiers.of[tier].act}</p>
              <p className="small muted mt-1">{words.tiers.shown}: {words.tiers.of[tier].shown}</p>
            </li>
          ))}
        </ul>
        <p>{words.tiers.order}</p>
      </Part>
      <Part id="showing" words={words}><Lines lines={words.showing.map((line) => fill(line, SHOWING))} /></Part>
      <Part id="words" words={words}><Definitions texts={texts} /></Part>
      <Part id="medicines" words={words}><MedicineTable texts={texts} /></Part>
      <Part id="rules" words={words}>
        <p>{words.rules.lead}</p>
        {TIERS.map((tier) => (
          <section key={tier} id={`rules-${tier}`} aria-labelledby={`rules-${tier}-title`} className="mt-4 grid gap-3.5">
            <h3 id={`rules-${tier}-title`}><span className={`pill ${PILLS[tier]} text-base`}>{words.tiers.of[tier].name}: {rulesOf(tier).length}</span></h3>
            <ul className="small noprint sm:columns-2">
              {rulesOf(tier).map(({ id }) => <li key={id}><a className="inline-flex min-h-12 items-center underline sm:min-h-8" href={`#${id}`}>{nameOf(texts, id)}</a></li>)}
            </ul>
            {rulesOf(tier).map((rule) => <RuleEntry key={rule.id} rule={rule} texts={texts} />)}
          </section>
        ))}
      </Part>
      <Part id="numbers" words={words}><NumberList words={words.numbers} /></Part>
      <p className="noprint"><a className="inline-flex min-h-12 items-center underline" href="#top">{words.top}</a></p>
    </div>
  );
}

const nameOf = ({ rules }: Messages, id: string) => (rules as unknown as Record<string, { name: string } | undefined>)[id]?.name ?? id;

function Part({ id, words, children }: { id: keyof Messages["safety"]["parts"]; words: Messages["safety"]; children: ReactNode }) {
  return (
    <section aria-labelledby={`part-${id}`} className="grid gap-3">
      <h2 id={`part-${id}`} className="text-xl tracking-tight">{words.parts[id]}</h2>
      {children}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return <ul className="grid list-disc gap-1.5 ps-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}
