import { splitClauses } from "@/components/safety/clauses";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { SOURCES, type SourceKey } from "@/lib/domain/sources";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type RuleTexts = { name: string; says: string; why: string; trigger: string };
type RuleEntryProps = { rule: Rule; texts: Messages };

/** One rule, whole: what a reviewer signs. Its id is its anchor. */
export function RuleEntry({ rule: { id, tier, version, sources }, texts: { rules, safety } }: RuleEntryProps) {
  const words = safety.rules;
  const texts = (rules as unknown as Record<string, RuleTexts | undefined>)[id];
  return (
    <article id={id} data-rule={id} className="card break-inside-avoid">
      <h4 className="text-lg leading-tight font-[650]">{texts?.name ?? id}</h4>
      <p className="small muted">{safety.tiers.of[tier].name} · <span className="wrap-anywhere">{id}</span> · {fill(words.version, { version })}</p>
      {texts && (
        <dl className="mt-2 grid gap-2.5">
          <div><dt className="small b">{words.trigger}</dt><dd><Trigger text={texts.trigger} /></dd></div>
          <div><dt className="small b">{words.says}</dt><dd>“{fill(texts.says, words.placeholders)}”</dd></div>
          <div><dt className="small b">{words.why}</dt><dd>{texts.why}</dd></div>
          <div><dt className="small b">{words.sources}</dt><dd><Sources keys={sources} words={words} /></dd></div>
        </dl>
      )}
    </article>
  );
}

function Trigger({ text }: { text: string }) {
  const { lead, clauses, rest } = splitClauses(text);
  if (clauses.length === 0) return lead;
  return <>{lead}{clauses.map((clause) => <span key={clause} className="mt-1 block ps-4">{clause}</span>)}{rest && <span className="mt-1 block">{rest}</span>}</>;
}

function Sources({ keys, words }: { keys: readonly SourceKey[]; words: Messages["safety"]["rules"] }) {
  return (
    <ul className="small">
      {keys.map((key) => {
        const { organisation, document, address, lookedUp } = SOURCES[key];
        const name = `${organisation}: ${document}`;
        return (
          <li key={key} data-source={key} className="wrap-anywhere">
            {address ? <a className="inline-block py-1 underline [overflow-wrap:anywhere]" href={address} rel="noreferrer">{name}</a> : name}
            {" "}({lookedUp ? words.lookedUp : words.knowledge})
          </li>
        );
      })}
    </ul>
  );
}
