"use client";

import { idOf, type SectionProps } from "@/components/setup/section-props";
import { wordAnswers } from "@/components/setup/word-answers";
import { YesNo } from "@/components/setup/yes-no";
import { CheckCards, CheckChoices, RadioChoices } from "@/components/ui/choices";
import { Field, fieldProps } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { BOWELS, USUAL_BLADDERS } from "@/lib/domain/check-in/vocabulary";

/** Signs a person can live with, those asked on page one of the safety list first. The rest of the list is never called usual. */
const FIRST_SIGNS = [
  "face-droop", "slurred-speech", "confusion", "trouble-breathing", "chest-pain", "trouble-swallowing", "seizure", "stiff-neck", "faint", "sudden-dizzy",
] as const;
const MORE_SIGNS = [
  "lasting-headache", "light-hurts", "heart-odd", "personality-change", "mood-extreme", "back-pain", "swollen-leg", "vomiting", "yellow-skin",
  "bruising-bleeding", "sudden-stiffness", "new-itch", "pounding-headache-flush",
] as const;
const NONE = "none";

/** Bladder, bowels, signs, temperature, spinal cord, pregnancy. Each is folded and says what was answered. */
export function DailySection({ texts, draft, change, problems }: SectionProps) {
  const { daily } = texts;
  const fold = (answer: string) => ({ answer: answer || texts.notAnswered, isAnswered: answer !== "" });
  const yesNo = (value: boolean | undefined) => (value === undefined ? "" : value ? texts.yes : texts.no);
  const signName = (sign: string) => daily.signNames[sign as keyof typeof daily.signNames] ?? sign;
  const options = (signs: readonly string[]) => signs.map((value) => ({ value, label: signName(value) }));
  const signs: readonly string[] = draft.signs ?? [];
  const changeSigns = (values: string[]) => change({ signs: values.length > 0 ? (values as typeof draft.signs) : undefined });
  const words = daily.pregnancyWords;
  const pregnancy = wordAnswers([
    draft.pregnant !== undefined && (draft.pregnant ? words.pregnant : words.notPregnant),
    draft.pregnant && draft.pregnancyMedicineReviewed !== undefined && (draft.pregnancyMedicineReviewed ? words.reviewed : words.notReviewed),
    draft.postpartum !== undefined && (draft.postpartum ? words.postpartum : words.notPostpartum),
  ]);
  const temperature = idOf("profile.usualTemperatureC");
  return (
    <div className="-my-1.5">
      <Fold title={daily.bladder} {...fold(draft.bladder ? daily.bladders[draft.bladder] : "")}>
        <RadioChoices id={idOf("profile.usual.bladder")} legend={daily.bladderAsk} value={draft.bladder} clearLabel={texts.clear}
          options={USUAL_BLADDERS.map((value) => ({ value, label: daily.bladders[value] }))} onChange={(bladder) => change({ bladder })} />
      </Fold>
      <Fold title={daily.bowel} {...fold(draft.bowel ? daily.bowels[draft.bowel] : "")}>
        <RadioChoices id={idOf("profile.usual.bowel")} legend={daily.bowelAsk} value={draft.bowel} clearLabel={texts.clear}
          options={BOWELS.map((value) => ({ value, label: daily.bowels[value] }))} onChange={(bowel) => change({ bowel })} />
      </Fold>
      <Fold title={daily.signs} {...fold(draft.signs ? wordAnswers(signs.map(signName)) || daily.signsNone : "")}>
        <CheckChoices id={idOf("profile.usual.signs")} legend={daily.signsAsk} options={options(FIRST_SIGNS)} values={signs} onChange={changeSigns} error={problems["profile.usual.signs"]}>
          <details open={MORE_SIGNS.some((sign) => signs.includes(sign)) || undefined}>
            <summary>{daily.signsMore}</summary>
            <div className="choices one"><CheckCards options={options(MORE_SIGNS)} values={signs} onChange={changeSigns} /></div>
          </details>
          <CheckCards options={[{ value: NONE, label: daily.signsNone }]} values={draft.signs?.length === 0 ? [NONE] : []}
            onChange={(values) => change({ signs: values.length > 0 ? [] : undefined })} />
        </CheckChoices>
      </Fold>
      <Fold title={daily.temperature} {...fold(draft.temperature && `${draft.temperature} °C`)}>
        <Field id={temperature} label={daily.temperatureAsk} hint={daily.temperatureHint} error={problems["profile.usualTemperatureC"]}>
          <input {...fieldProps(temperature, { hint: daily.temperatureHint, error: problems["profile.usualTemperatureC"] })} className="input num max-w-40"
            type="text" inputMode="decimal" maxLength={5} value={draft.temperature} onChange={(event) => change({ temperature: event.target.value })} />
        </Field>
      </Fold>
      <Fold title={daily.spinal} {...fold(yesNo(draft.spinalLesion))}>
        <YesNo id={idOf("profile.spinalLesion")} legend={daily.spinalAsk} value={draft.spinalLesion} texts={texts} onChange={(spinalLesion) => change({ spinalLesion })} />
      </Fold>
      <Fold title={daily.pregnancy} {...fold(pregnancy)}>
        <YesNo id={idOf("profile.pregnant")} legend={daily.pregnantAsk} value={draft.pregnant} texts={texts} onChange={(pregnant) => change({ pregnant })} />
        {draft.pregnant && (
          <YesNo id={idOf("profile.pregnancyMedicineReviewed")} legend={daily.reviewedAsk} value={draft.pregnancyMedicineReviewed} texts={texts}
            onChange={(pregnancyMedicineReviewed) => change({ pregnancyMedicineReviewed })} />
        )}
        <YesNo id={idOf("profile.postpartum")} legend={daily.postpartumAsk} value={draft.postpartum} texts={texts} onChange={(postpartum) => change({ postpartum })} />
      </Fold>
    </div>
  );
}
