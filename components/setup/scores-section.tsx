"use client";

import { SymptomMark } from "@/components/charts/symptom-mark";
import { idOf, type SectionProps } from "@/components/setup/section-props";
import { FieldError } from "@/components/ui/field";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";

const GROUPS = [["none", [0]], ["mild", [1, 2, 3]], ["moderate", [4, 5, 6]], ["severe", [7, 8, 9, 10]]] as const;

/** The four scores of a usual day, as native radio buttons. All four or none: half a usual day cannot stand in for one. */
export function ScoresSection({ texts, common, draft, change, problems }: SectionProps) {
  const error = problems["profile.usual.scores"];
  return (
    <div id={idOf("profile.usual.scores")}>
      <p className="mb-2.5 text-sm text-ink-2">{texts.scores.scale}</p>
      <div className="card scores">
        {SCORE_NAMES.map((name) => (
          <ScoreRow key={name} name={name} texts={texts} common={common} value={draft.scores[name]}
            onChange={(value) => change({ scores: withScore(draft.scores, name, value) })} />
        ))}
      </div>
      <FieldError id={idOf("profile.usual.scores")} error={error} />
    </div>
  );
}

function withScore(scores: SectionProps["draft"]["scores"], name: ScoreName, value: number | undefined) {
  const { [name]: _old, ...rest } = scores;
  return value === undefined ? rest : { ...rest, [name]: value };
}

type ScoreRowProps = Pick<SectionProps, "texts" | "common"> & { name: ScoreName; value: number | undefined; onChange: (value: number | undefined) => void };

function ScoreRow({ name, texts, common, value, onChange }: ScoreRowProps) {
  const question = texts.scores.questions[name];
  return (
    <fieldset className={`score s-${name} m-0 min-w-0 border-x-0 border-b-0 px-0`}>
      <legend className="vh">{question}</legend>
      <div className="score-head" aria-hidden="true">
        <SymptomMark symptom={name} size={22} />
        <span className="name">{common.symptoms[name]}</span>
      </div>
      <p className="-mt-1 mb-2 text-sm text-ink-2" aria-hidden="true">{question}</p>
      <div className="scale">
        {GROUPS.map(([word, values]) => (
          <div key={word} className="grp">
            <div className="segs">
              {values.map((each) => (
                <label key={each} className={`seg cursor-pointer has-focus-visible:z-2 has-focus-visible:outline-3 has-focus-visible:outline-[var(--dm-focus-in)] has-focus-visible:shadow-[0_0_0_8px_var(--dm-focus-out)] ${segClass(each, value)}`}>
                  <input type="radio" name={`usual-${name}`} value={each} checked={value === each} onChange={() => onChange(each)}
                    aria-label={`${each}, ${common.levels[word]}`} className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0" />
                  {each}
                </label>
              ))}
            </div>
            <span className="word" aria-hidden="true">{common.levels[word]}</span>
          </div>
        ))}
      </div>
      {value !== undefined && (
        <button type="button" className="btn text -mb-2 min-h-12 px-0 text-sm" aria-label={`${texts.clear}: ${common.symptoms[name]}`} onClick={() => onChange(undefined)}>{texts.clear}</button>
      )}
    </fieldset>
  );
}

const segClass = (each: number, value: number | undefined) => (value === each ? "sel" : value !== undefined && each < value ? "on" : "");
