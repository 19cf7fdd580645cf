"use client";

import { useEffect, useState } from "react";
import { QuestionField } from "@/components/diary/question-field";
import { StepFrame } from "@/components/diary/step-frame";
import type { CheckIn } from "@/components/diary/use-check-in";
import { CheckList } from "@/components/form/choice-list";
import { Icon } from "@/components/ui/icon";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { contentOf, marksIn, ownSigns, SAFETY_GROUPS, SELF_HARM_SIGNS, type SafetyGroup } from "@/lib/domain/check-in/safety-groups";
import type { BodyArea, Sign } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

/** "None of these" takes taps only after this, so that a double tap on the button before never reaches it. */
const READY_AFTER_MS = 600;

/** One question, nine groups, "None of these" last. The order never changes. */
export function SafetyCheck({ check, carriedWalk }: { check: CheckIn; /** seconds of the day's timed walk, which goes with this entry */ carriedWalk: number | null }) {
  const { props, state, act } = check;
  const words = props.texts.checkIn;
  const { draft } = state;
  const hasOwn = ownSigns(props.profile, props.hasPump).length > 0;
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsReady(true), READY_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <StepFrame
      back={{ label: words.back, onBack: () => history.back() }} help={props.texts.common.help} title={words.safety.title} focusKey="safety" lead={words.safety.lead || undefined}
      dock={(
        <button type="button" className="btn primary wide" onClick={() => isReady && act({ type: state.touched ? "save-safety" : "none-of-these" })} data-ready={isReady}>
          <Icon name="check" size={26} />{state.touched ? words.save : words.none}
        </button>
      )}
    >
      <ul className="card safety mt-[10px] px-[6px] py-0">
        {[...SAFETY_GROUPS, ...(hasOwn ? (["own"] as const) : [])].map((group) => {
          const { name, hint } = words.safety.groups[group];
          const marked = marksIn(group, draft.answers, props.profile, props.hasPump);
          return (
            <li key={group} className="relative">
              <button type="button" className="flex min-h-[50px] grow items-center gap-2 text-start after:absolute after:inset-0 after:content-['']" onClick={() => act({ type: "open-group", group })}>
                <span className="grow">{name}{hint && <small>{hint}</small>}</span>
                {group === "walking" && carriedWalk !== null && <span className="pill plain">{fill(words.safety.walk, { seconds: carriedWalk.toFixed(1) })}</span>}
                {marked > 0 && state.touched && <span className="pill urgent">{fill(words.safety.ticked, { count: marked })}</span>}
                <span className="chev"><Icon name="chev" size={22} className="rtl:-scale-x-100" /></span>
              </button>
            </li>
          );
        })}
      </ul>
    </StepFrame>
  );
}

/** One group: its signs to tick in their exact words, and the questions that belong to it. */
export function SafetyGroupStep({ check, group, onCrisis }: { check: CheckIn; group: SafetyGroup; onCrisis: () => void }) {
  const { props, state, act } = check;
  const words = props.texts.checkIn;
  const { answers } = state.draft;
  const { signs, questions } = contentOf(group, props.profile, props.hasPump);
  const usualSigns = props.profile.usual?.signs ?? [];
  const signText = (sign: Sign) => (usualSigns.includes(sign) ? fill(words.safety.worseThanUsual, { sign: words.signs[sign] }) : words.signs[sign]);

  return (
    <StepFrame
      back={{ label: words.back, onBack: () => history.back() }} help={props.texts.common.help} title={words.safety.groups[group].name}
      lead={<span id="group-lead">{words.safety.groupLead}</span>} focusKey={group}
      dock={<button type="button" className="btn primary wide" onClick={() => history.back()}>{words.done}</button>}
    >
      {signs.length > 0 && (
        <CheckList labelledBy="group-lead" values={answers.signs ?? []} choices={signs.map((sign) => ({ value: sign, label: signText(sign) }))}
          onToggle={(sign, isTicked) => {
            act({ type: "sign", sign: sign as Sign, isTicked });
            if (isTicked && SELF_HARM_SIGNS.includes(sign as Sign)) onCrisis();
          }} />
      )}
      {questions.map((question) => (
        <section key={question} className="card mt-3">
          {question === "numbness.areas"
            ? <Saddle label={words.safety.saddle} answers={answers} onAnswer={(areas) => act({ type: "answer", question, value: areas, movesOn: false })} />
            : (
              <>
                <h2 id={`q-${question}`}>{words.questions[question as keyof typeof words.questions]}</h2>
                <QuestionField question={question} labelId={`q-${question}`} answers={answers} profile={props.profile} words={words}
                  onAnswer={(value) => act({ type: "answer", question, value, movesOn: false })} />
              </>
            )}
        </section>
      ))}
    </StepFrame>
  );
}

type SaddleProps = { label: string; answers: Answers; onAnswer: (areas: BodyArea[] | undefined) => void };

/** Only the saddle is asked here; other numb parts that were told stay as they are. */
function Saddle({ label, answers, onAnswer }: SaddleProps) {
  const others = (answers.numbness?.areas ?? []).filter((area) => area !== "saddle");
  const isOn = answers.numbness?.areas?.includes("saddle") ?? false;
  return (
    <>
      <span id="saddle-label" className="vh absolute">{label}</span>
      <CheckList labelledBy="saddle-label" values={isOn ? ["saddle"] : []} choices={[{ value: "saddle", label }]}
        onToggle={(_area, ticked) => onAnswer(ticked ? [...others, "saddle"] : others.length > 0 ? others : undefined)} />
    </>
  );
}
