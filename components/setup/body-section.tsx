"use client";

import { AreaPicker } from "@/components/setup/area-picker";
import { idOf, type SectionProps } from "@/components/setup/section-props";
import { wordAnswers } from "@/components/setup/word-answers";
import { YesNo } from "@/components/setup/yes-no";
import { RadioChoices } from "@/components/ui/choices";
import { Fold } from "@/components/ui/fold";
import {
  BODY_AREAS, EYES, MOBILITIES, VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES,
} from "@/lib/domain/check-in/vocabulary";

const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>) => values.map((value) => ({ value, label: words[value] }));

/** Sight, numbness, weakness and getting about. Each is folded and says what was answered. */
export function BodySection({ texts, common, draft, change, problems }: SectionProps) {
  const { body } = texts;
  const isWeak = draft.weakness !== undefined && draft.weakness !== "none";
  const hasLoss = draft.loss !== undefined && draft.loss !== "none";
  const areaNames = (areas: readonly (keyof typeof body.areas)[]) => areas.map((area) => body.areas[area]);
  const eyes = wordAnswers([draft.loss && body.losses[draft.loss], hasLoss && draft.eyes && body.eyesChoice[draft.eyes],
    draft.doubleVision !== undefined && (draft.doubleVision ? body.doubleAnswer.yes : body.doubleAnswer.no)]);
  const numb = draft.isNumb === undefined ? "" : wordAnswers(draft.isNumb ? [texts.yes, ...areaNames(draft.numbAreas)] : [texts.no]);
  const weak = wordAnswers([draft.weakness && body.severityWords[draft.weakness], ...(isWeak ? areaNames(draft.weakAreas) : [])]);
  const walking = wordAnswers([draft.mobility && body.mobilityWords[draft.mobility], draft.ability && body.abilities[draft.ability]]);
  const fold = (answer: string) => ({ answer: answer || texts.notAnswered, isAnswered: answer !== "" });
  return (
    <div className="-my-1.5">
      <Fold title={body.eyes} {...fold(eyes)}>
        <RadioChoices id={idOf("profile.usual.vision.loss")} legend={body.loss} value={draft.loss} clearLabel={texts.clear}
          options={optionsOf(VISION_LOSSES, body.losses)} onChange={(loss) => change({ loss })} error={problems["profile.usual.vision.loss"]} />
        {hasLoss && (
          <RadioChoices id={idOf("profile.usual.vision.eyes")} legend={body.whichEye} value={draft.eyes} clearLabel={texts.clear} columns={2}
            options={optionsOf(EYES, body.eyesChoice)} onChange={(each) => change({ eyes: each })} />
        )}
        <YesNo id={idOf("profile.usual.vision.doubleVision")} legend={body.double} value={draft.doubleVision} texts={texts} onChange={(doubleVision) => change({ doubleVision })} />
      </Fold>
      <Fold title={body.numbness} {...fold(numb)}>
        <YesNo id={idOf("profile.usual.isNumb")} legend={body.numb} value={draft.isNumb} texts={texts} onChange={(isNumb) => change({ isNumb })} />
        {draft.isNumb && (
          <AreaPicker id={idOf("profile.usual.numbness")} legend={body.numbWhere} values={draft.numbAreas} error={problems["profile.usual.numbness"]}
            areas={BODY_AREAS} texts={common.body} onChange={(numbAreas) => change({ numbAreas })} />
        )}
      </Fold>
      <Fold title={body.weakness} {...fold(weak)}>
        <RadioChoices id={idOf("profile.usual.weakness.severity")} legend={body.weak} value={draft.weakness} clearLabel={texts.clear}
          options={optionsOf(WEAKNESS_SEVERITIES, body.severities)} onChange={(weakness) => change({ weakness })} />
        {isWeak && (
          <AreaPicker id={idOf("profile.usual.weakness.areas")} legend={body.weakWhere} values={draft.weakAreas}
            areas={WEAKNESS_AREAS} texts={common.body} onChange={(weakAreas) => change({ weakAreas })} />
        )}
      </Fold>
      <Fold title={body.walking} {...fold(walking)}>
        <RadioChoices id={idOf("profile.mobility")} legend={body.mobility} value={draft.mobility} clearLabel={texts.clear}
          options={optionsOf(MOBILITIES, body.mobilities)} onChange={(mobility) => change({ mobility })} />
        <RadioChoices id={idOf("profile.usual.walking")} legend={body.ability} value={draft.ability} clearLabel={texts.clear}
          options={optionsOf(WALKING_ABILITIES, body.abilities)} onChange={(ability) => change({ ability })} />
      </Fold>
    </div>
  );
}
