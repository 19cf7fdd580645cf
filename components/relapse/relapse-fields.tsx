"use client";

import type { KnownAnswer, RelapseDraft } from "@/components/relapse/relapse-draft";
import { WhenField } from "@/components/relapse/when-field";
import { CheckChoices, RadioChoices, type Option } from "@/components/ui/choices";
import { Field, fieldProps } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { FELT_RECOVERIES, OWN_WORDS, RELAPSE_REGIONS, RELAPSE_SIDES, RELAPSE_SYMPTOMS, TEAM_WORDS } from "@/lib/domain/relapse/record";
import type { CalendarDay } from "@/lib/domain/time";
import type { Messages } from "@/lib/i18n/messages";

/** The words of the form, and those of the choices, which the timeline uses too. */
export type RelapseWords = { form: Messages["relapseForm"]; choices: Pick<Messages["relapses"], "symptoms" | "sides" | "regions" | "felt"> };

type RelapseFieldsProps = {
  draft: RelapseDraft;
  today: CalendarDay;
  words: RelapseWords;
  fields: Record<string, string>;
  idFor: (field: string) => string;
  onChange: (changes: Partial<RelapseDraft>) => void;
};

const optionsOf = <T extends string>(values: readonly T[], labels: Record<T, string>): Option<T>[] => values.map((value) => ({ value, label: labels[value] }));

/** What can be told of a relapse: what it was and when first; what fewer people know is folded. */
export function RelapseFields({ draft, today, words: { form: { form }, choices }, fields, idFor, onChange }: RelapseFieldsProps) {
  const { steroids } = draft;
  const filled = (...values: unknown[]) => values.some((value) => value !== null && value !== "");
  const fold = (isFilled: boolean) => ({ answer: isFilled ? form.filled : form.empty, isAnswered: isFilled });
  const known = (field: "infection" | "heat") => (
    <RadioChoices<NonNullable<KnownAnswer>> id={idFor(field)} legend={form[field]} error={fields[field]} clearLabel={form.clear} value={draft[field] ?? undefined}
      options={[{ value: "yes", label: form.yes }, { value: "no", label: form.no }, { value: "unknown", label: form.notKnown }]} onChange={(value) => onChange({ [field]: value ?? null })} />
  );
  const steroidDay = (key: "first" | "last", field: string, label: string) => (
    <Field id={idFor(field)} label={label} error={fields[field]}>
      <input {...fieldProps(idFor(field), { error: fields[field] })} className="input" type="date" max={key === "first" ? today : undefined} value={steroids[key]}
        onChange={(event) => onChange({ steroids: { ...steroids, [key]: event.target.value } })} />
    </Field>
  );
  return (
    <>
      <RadioChoices id={idFor("own")} legend={form.own} error={fields.own} clearLabel={form.clear} value={draft.own ?? undefined}
        options={optionsOf([...OWN_WORDS, "unknown"] as const, form.ownWords)} onChange={(own) => onChange({ own: own ?? null })} />
      <div>
        <RadioChoices id={idFor("teamSaid")} legend={form.team} error={fields.teamSaid} clearLabel={form.clear} value={draft.team ?? undefined}
          options={optionsOf(TEAM_WORDS, form.teamWords)} onChange={(team) => onChange({ team: team ?? null })} />
        <p className="small muted mt-2">{form.teamFirst}</p>
      </div>
      <WhenField id={idFor("started")} legend={form.start} options={optionsOf(["day", "month"] as const, form.know)} value={draft.start} today={today} error={fields.started} words={form} onChange={(start) => onChange({ start })} />
      <WhenField id={idFor("ended")} legend={form.end} hint={form.endHint} options={optionsOf(["open", "day", "month"] as const, form.over)} value={draft.end} today={today} error={fields.ended} words={form} onChange={(end) => onChange({ end })} />
      <CheckChoices id={idFor("symptoms")} legend={form.symptoms} columns={2} error={fields.symptoms} options={optionsOf(RELAPSE_SYMPTOMS, choices.symptoms)} values={draft.symptoms} onChange={(symptoms) => onChange({ symptoms })} />
      <CheckChoices id={idFor("sides")} legend={form.side} columns={2} error={fields.sides} options={optionsOf(RELAPSE_SIDES, choices.sides)} values={draft.sides} onChange={(sides) => onChange({ sides })} />
      <CheckChoices id={idFor("regions")} legend={form.regions} columns={2} error={fields.regions} options={optionsOf(RELAPSE_REGIONS, choices.regions)} values={draft.regions} onChange={(regions) => onChange({ regions })} />
      <div className="grid gap-3.5">
        <Fold title={form.more} {...fold(filled(draft.infection, draft.heat))}>{known("infection")}{known("heat")}</Fold>
        <Fold title={form.steroids} {...fold(steroids.had)}>
          <CheckChoices id={idFor("steroids")} legend={form.steroidsLegend} error={fields.steroids} options={[{ value: "had", label: form.hadSteroids }]} values={steroids.had ? ["had"] : []}
            onChange={(values) => onChange({ steroids: { ...steroids, had: values.length > 0 } })} />
          {steroids.had && (
            <>
              <Field id={idFor("steroids.name")} label={form.steroidsName} hint={form.steroidsHint} error={fields["steroids.name"]}>
                <input {...fieldProps(idFor("steroids.name"), { hint: form.steroidsHint, error: fields["steroids.name"] })} className="input" type="text" autoComplete="off" value={steroids.name}
                  onChange={(event) => onChange({ steroids: { ...steroids, name: event.target.value } })} />
              </Field>
              <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-3">
                {steroidDay("first", "steroids.startedOn", form.steroidsFirst)}
                {steroidDay("last", "steroids.lastDoseOn", form.steroidsLast)}
              </div>
            </>
          )}
        </Fold>
        <Fold title={form.life} {...fold(filled(draft.work, draft.felt))}>
          <Field id={idFor("daysOffWork")} label={form.work} error={fields.daysOffWork}>
            <input {...fieldProps(idFor("daysOffWork"), { error: fields.daysOffWork })} className="input max-w-40" type="text" inputMode="numeric" autoComplete="off" value={draft.work} onChange={(event) => onChange({ work: event.target.value })} />
          </Field>
          <RadioChoices id={idFor("feltRecovery")} legend={form.felt} columns={2} clearLabel={form.clear} error={fields.feltRecovery} value={draft.felt ?? undefined}
            options={optionsOf(FELT_RECOVERIES, choices.felt)} onChange={(felt) => onChange({ felt: felt ?? null })} />
        </Fold>
      </div>
      <Field id={idFor("note")} label={form.note} hint={form.noteHint} error={fields.note}>
        <textarea {...fieldProps(idFor("note"), { hint: form.noteHint, error: fields.note })} className="input" rows={4} value={draft.note} onChange={(event) => onChange({ note: event.target.value })} />
      </Field>
    </>
  );
}
