"use client";

import { symptomName } from "@/components/diary/flow-props";
import { StepFrame } from "@/components/diary/step-frame";
import type { CheckIn } from "@/components/diary/use-check-in";
import { BigKeys } from "@/components/form/big-keys";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { Icon } from "@/components/ui/icon";
import type { LastEntry } from "@/lib/domain/check-in/last";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

/** One symptom a screen, eleven large keys. It moves on by itself; Undo and Back return. */
export function KeysStep({ check, last }: { check: CheckIn; last: LastEntry | null }) {
  const { props, state, act } = check;
  const { texts, profile, usual } = props;
  const words = texts.checkIn;
  const name = state.symptom;
  if (!name) return null;
  const label = symptomName(texts, profile, name);
  const question = words.questionsOf[name === "walking" && profile.mobility === "wheelchair-full-time" ? "walkingWheelchair" : name];
  const isYesterday = last?.daysBack === 1;
  const isUntouched = Object.keys(state.draft.scores).length === 0;

  return (
    <StepFrame
      back={{ label: words.back, onBack: () => history.back() }} help={texts.common.help} focusKey={name} lead={words.keys.hint}
      title={question}
      above={(
        <p className="row num mb-2 gap-[9px]"><SymptomMark symptom={name} size={22} /><b>{label}</b>
          <span className="muted">{fill(words.keys.progress, { number: SCORE_NAMES.indexOf(name) + 1, total: SCORE_NAMES.length })}</span></p>
      )}
      dock={(
        <div className="grid gap-2">
          {last && (
            <button type="button" className="btn primary wide" onClick={() => act({ type: "copy-one", name, value: last.scores[name] })}>
              <Icon name="check" size={26} />{fill(isYesterday ? words.same.oneYesterday : words.same.oneLast, { value: last.scores[name] })}
            </button>
          )}
          {state.keysWalk && last && isUntouched && (
            <button type="button" className="btn line wide" onClick={() => check.copyRest(last.scores)}>{isYesterday ? words.same.allFour : words.same.allFourLast}</button>
          )}
          {state.undo && <button type="button" className="btn text wide" onClick={() => act({ type: "undo" })}>{words.undo}</button>}
        </div>
      )}
    >
      <BigKeys symptom={name} label={fill(words.keys.label, { name: label })} value={state.draft.scores[name] ?? null} usual={usual[name]?.median ?? null}
        levels={texts.common.levels} worst={words.keys.worst} onPick={(value) => act({ type: "score", name, value })} />
    </StepFrame>
  );
}
