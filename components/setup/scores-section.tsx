"use client";

import { ScoreSlider } from "@/components/form/score-slider";
import { idOf, type SectionProps } from "@/components/setup/section-props";
import { FieldError } from "@/components/ui/field";
import type { Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";

/** The four scores of a usual day. All four or none: half a usual day cannot stand in for one. */
export function ScoresSection({ texts, common, draft, change, problems }: SectionProps) {
  const error = problems["profile.usual.scores"];
  return (
    <div id={idOf("profile.usual.scores")}>
      <p className="mb-2.5 text-sm text-ink-2">{texts.scores.scale}</p>
      <section className="card scores" aria-label={texts.sections.scores.title}>
        {SCORE_NAMES.map((name) => (
          <ScoreSlider key={name} symptom={name} label={common.symptoms[name]} value={draft.scores[name] ?? null} usual={null} last={null}
            texts={common.slider} levels={common.levels} onChange={(value) => change({ scores: withScore(draft.scores, name, value) })} />
        ))}
      </section>
      <FieldError id={idOf("profile.usual.scores")} error={error} />
      {Object.keys(draft.scores).length > 0 && <button type="button" className="btn text min-h-12" onClick={() => change({ scores: {} })}>{texts.scores.clear}</button>}
    </div>
  );
}

function withScore(scores: Partial<Scores>, name: ScoreName, value: number | null): Partial<Scores> {
  const { [name]: _old, ...rest } = scores;
  return value === null ? rest : { ...rest, [name]: value };
}
