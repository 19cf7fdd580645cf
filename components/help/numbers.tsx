import { CrisisNote } from "@/components/help/crisis-note";
import { Icon } from "@/components/ui/icon";
import type { CountryNumbers, PhoneNumber } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type NumbersProps = { texts: Messages["common"]["help"]; numbers: CountryNumbers; countryName: string | null };

/** Whom to call: emergency first, then today's help, then the crisis line. The same in the dialog and on the help page. */
export function Numbers({ texts, numbers, countryName }: NumbersProps) {
  const { emergency, alsoEmergency, urgent, urgentNote, crisis, crisisText, crisisNote, withoutSpeech } = numbers;
  return (
    <div className="grid gap-6">
      <section aria-label={texts.emergency}>
        <h2>{texts.emergency}</h2>
        <CallLink text={texts.call} number={emergency} isPrimary />
        {alsoEmergency.map((number) => (
          <p key={number.tel} className="mt-2 text-ink-2">{fill(texts.orCall, { number: number.show })}{number.name && ` (${number.name})`}{number.note && `, ${number.note}`}</p>
        ))}
        <p className="mt-2 font-semibold">{texts.cannotCall}</p>
      </section>
      <section aria-label={texts.urgent}>
        <h2>{texts.urgent}</h2>
        {"words" in urgent ? <p className="mt-2">{sentence(urgent.words)}</p> : <CallLink text={texts.call} number={urgent} />}
        {urgentNote && <p className="mt-2 text-ink-2 text-sm">{sentence(urgentNote)}</p>}
      </section>
      <section aria-label={texts.crisis}>
        <h2>{texts.crisis}</h2>
        {crisis.map((number) => <CallLink key={number.tel} text={texts.call} number={number} />)}
        {crisisText.map((line) => (
          <a key={line.sms + line.words} className="btn line wide mt-2" href={`sms:${line.sms}`}><Icon name="show" size={22} />{capital(line.words)}</a>
        ))}
        <CrisisNote note={crisisNote} />
      </section>
      <section aria-label={texts.noSpeech}>
        <h2>{texts.noSpeech}</h2>
        <p className="mt-2">{withoutSpeech.startsWith("none") ? texts.noSpeechLine : sentence(withoutSpeech)}</p>
      </section>
      <p className="text-ink-2 text-sm">{countryName ? fill(texts.forCountry, { country: countryName }) : texts.unknownCountry}</p>
    </div>
  );
}

/** The rows hold words that can stand inside a sentence; here they stand alone. */
const sentence = (words: string) => `${capital(words)}.`;
const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

type CallLinkProps = { text: string; number: PhoneNumber; isPrimary?: boolean };

function CallLink({ text, number, isPrimary = false }: CallLinkProps) {
  const label = fill(text, { number: number.show });
  return (
    <a className={isPrimary ? "btn call-now wide mt-2" : "btn line wide mt-2"} href={`tel:${number.tel}`}>
      <Icon name="phone" size={isPrimary ? 30 : 22} />
      <span>{label}{(number.name ?? number.note) && <span className="block text-sm font-medium">{[number.name, number.note].filter(Boolean).join(", ")}</span>}</span>
    </a>
  );
}
