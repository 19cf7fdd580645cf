"use client";

import { useEffect } from "react";
import type { Place } from "@/components/help/places";
import { idOf, type SectionProps } from "@/components/setup/section-props";
import { Field, fieldProps } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";

export function PersonSection({ texts, draft, change, problems, places }: SectionProps) {
  const { person } = texts;
  const [name, country, zone] = [idOf("displayName"), idOf("profile.country"), idOf("profile.timeZone")];
  useEffect(() => {
    if (draft.timeZone) return;
    const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (guess) queueMicrotask(() => change({ timeZone: guess }));
    // Guessed once, when the screen opens: emptying the field later is the person's choice.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <>
      <Field id={name} label={person.name} hint={person.nameHint} error={problems.displayName}>
        <input {...fieldProps(name, { hint: person.nameHint, error: problems.displayName })} className="input" type="text" autoComplete="nickname"
          maxLength={80} value={draft.displayName} onChange={(event) => change({ displayName: event.target.value })} />
      </Field>
      <Field id={country} label={person.country} error={problems["profile.country"]}>
        <select {...fieldProps(country, { error: problems["profile.country"] })} className="input" value={draft.country} onChange={(event) => change({ country: event.target.value })}>
          <option value="">{person.countryUnknown}</option>
          {optionsOf(places.countries)}
          <optgroup label={person.otherCountry}>{optionsOf(places.others)}</optgroup>
        </select>
      </Field>
      <Field id={zone} label={person.timeZone} hint={person.timeZoneHint} error={problems["profile.timeZone"]}>
        <select {...fieldProps(zone, { hint: person.timeZoneHint, error: problems["profile.timeZone"] })} className="input" value={draft.timeZone} onChange={(event) => change({ timeZone: event.target.value })}>
          <option value="">{texts.notAnswered}</option>
          {optionsOf(withChosen(places.zones, draft.timeZone))}
        </select>
      </Field>
      <Fold title={person.phones} answer={[draft.team, draft.eyeClinic].filter(Boolean).join(", ") || texts.notAnswered} isAnswered={draft.team !== "" || draft.eyeClinic !== ""}>
        <PhoneField field="team" label={person.team} hint={person.teamHint} draft={draft} change={change} problems={problems} />
        <PhoneField field="eyeClinic" label={person.eyeClinic} hint={person.eyeClinicHint} draft={draft} change={change} problems={problems} />
      </Fold>
    </>
  );
}

type PhoneFieldProps = Pick<SectionProps, "draft" | "change" | "problems"> & { field: "team" | "eyeClinic"; label: string; hint: string };

function PhoneField({ field, label, hint, draft, change, problems }: PhoneFieldProps) {
  const name = `profile.contacts.${field}`;
  const id = idOf(name);
  const error = problems[name];
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input {...fieldProps(id, { hint, error })} className="input" type="tel" autoComplete="off" maxLength={30} value={draft[field]} onChange={(event) => change({ [field]: event.target.value })} />
    </Field>
  );
}

const optionsOf = (places: readonly Place[]) => places.map(({ value, label }) => <option key={value} value={value}>{label}</option>);

/** Lists leave out some zone names that browsers give, so the chosen one is added. */
function withChosen(zones: readonly Place[], chosen: string): readonly Place[] {
  return chosen && !zones.some(({ value }) => value === chosen) ? [{ value: chosen, label: chosen.replaceAll("_", " ") }, ...zones] : zones;
}
