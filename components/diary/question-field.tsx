"use client";

import { useState } from "react";
import type { FlowTexts } from "@/components/diary/flow-props";
import { BodyMap } from "@/components/form/body-map";
import { CheckList, ChoiceList, type Choice } from "@/components/form/choice-list";
import { NumberField } from "@/components/form/number-field";
import { OnsetPicker } from "@/components/form/onset-picker";
import { readAnswer, type AnswerValue } from "@/lib/domain/check-in/answers";
import type { Answers, Profile } from "@/lib/domain/check-in/check-in";
import { readSeconds, readTemperature, type TemperatureUnit } from "@/lib/domain/check-in/numbers";
import {
  BODY_AREAS, BOWELS, EYE_PAINS, EYES, INFECTIONS, TRIGGERS, VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES,
  type BodyArea, type Onset, type Question,
} from "@/lib/domain/check-in/vocabulary";

type QuestionFieldProps = {
  question: Question;
  labelId: string;
  answers: Answers;
  profile: Profile;
  words: FlowTexts["checkIn"];
  /** `isWhole`: one tap answers the question, so the check-in may move on */
  onAnswer: (value: AnswerValue | undefined, isWhole: boolean) => void;
};

const LISTS: Partial<Record<Question, readonly string[]>> = {
  "vision.loss": VISION_LOSSES, "vision.eyes": EYES, "vision.eyePain": EYE_PAINS, "vision.doubleVision": ["true", "false"],
  "weakness.severity": WEAKNESS_SEVERITIES, "walking.ability": WALKING_ABILITIES, bowel: BOWELS, infection: INFECTIONS, triggers: TRIGGERS,
};
const BLADDER_CHOICES = ["usual", "urgency", "leaking", "hard-to-start"] as const;

/** The right control for a question of the vocabulary, with its exact words. */
export function QuestionField({ question, labelId, answers, profile, words, onAnswer }: QuestionFieldProps) {
  const value = readAnswer(answers, question);
  const list = Array.isArray(value) ? (value as string[]) : [];
  const toggled = (item: string, isOn: boolean) => [...list.filter((each) => each !== item), ...(isOn ? [item] : [])];

  if (question.startsWith("onset.")) {
    return <OnsetPicker labelledBy={labelId} value={(value as Onset) ?? null} texts={words.answers.onset} onPick={(onset) => onAnswer(onset, true)} />;
  }
  switch (question as string) {
    case "numbness.areas":
    case "weakness.areas":
      return (
        <BodyMap labelledBy={labelId} areas={question === "numbness.areas" ? BODY_AREAS : (WEAKNESS_AREAS as readonly BodyArea[])} values={list as BodyArea[]}
          texts={{ ...words.body, names: words.answers.areas }} onToggle={(area, isOn) => onAnswer(orNothing(toggled(area, isOn)), false)} />
      );
    case "infection":
    case "triggers":
      return <CheckList labelledBy={labelId} values={list} choices={choicesOf(words, question, LISTS[question]!)} onToggle={(item, isOn) => onAnswer(orNothing(toggled(item, isOn)), false)} />;
    case "temperatureC":
      return <TemperatureField words={words} value={value as number | undefined} onAnswer={(celsius) => onAnswer(celsius, false)} />;
    case "walking.timed25FootSeconds":
      return (
        <NumberField id="timed-walk" label={words.number.seconds} unit={null} initial={value === undefined ? "" : String(value)} error={words.number.secondsRange}
          parse={readSeconds} onChange={(seconds) => onAnswer(seconds, false)} />
      );
    case "walking.falls":
      return <FallsField labelId={labelId} words={words} value={value as number | undefined} onAnswer={(falls) => onAnswer(falls, false)} />;
    case "vision.doubleVision":
      return <ChoiceList labelledBy={labelId} value={value === undefined ? null : String(value)} choices={choicesOf(words, question, LISTS[question]!)} onPick={(picked) => onAnswer(picked === "true", true)} columns={2} />;
    default: {
      const values = question === "bladder"
        ? [...BLADDER_CHOICES, profile.usual?.bladder === "catheter" ? "catheter-blocked" : "cannot-pass-urine"] : (LISTS[question] ?? []);
      return <ChoiceList labelledBy={labelId} value={value === undefined ? null : String(value)} choices={choicesOf(words, question, values)} onPick={(picked) => onAnswer(picked, true)} />;
    }
  }
}

/** True for questions that take several taps or typing: they end with "Next". */
export const takesSeveral = (question: string) =>
  question.endsWith(".areas") || ["infection", "triggers", "temperatureC", "walking.timed25FootSeconds"].includes(question);

const orNothing = (values: string[]) => (values.length === 0 ? undefined : values);

function choicesOf(words: FlowTexts["checkIn"], question: Question, values: readonly string[]): Choice[] {
  const texts = (words.answers as Record<string, Record<string, string>>)[question]!;
  return values.map((value) => ({ value, label: texts[value] ?? value }));
}

type FallsFieldProps = { labelId: string; words: FlowTexts["checkIn"]; value: number | undefined; onAnswer: (falls: number | undefined) => void };

const MOST_FALLS = 20;

function FallsField({ labelId, words, value, onAnswer }: FallsFieldProps) {
  return (
    <select className="input mt-[10px] max-w-60" aria-labelledby={labelId} value={value ?? ""} onChange={({ currentTarget }) => onAnswer(currentTarget.value === "" ? undefined : Number(currentTarget.value))}>
      <option value="">{words.answers.falls.unanswered}</option>
      {Array.from({ length: MOST_FALLS + 1 }, (_, count) => <option key={count} value={count}>{count === 0 ? words.answers.falls["0"] : count}</option>)}
    </select>
  );
}

type TemperatureFieldProps = { words: FlowTexts["checkIn"]; value: number | undefined; onAnswer: (celsius: number | undefined) => void };

function TemperatureField({ words, value, onAnswer }: TemperatureFieldProps) {
  const [unit, setUnit] = useState<TemperatureUnit>("C");
  return (
    <NumberField
      key={unit} id="temperature" label={words.number.temperature} initial={value !== undefined && unit === "C" ? value.toFixed(1) : ""}
      error={unit === "C" ? words.number.temperatureRange : words.number.temperatureRangeF} parse={(text) => readTemperature(text, unit)} onChange={onAnswer}
      unit={(
        <span className="segctl" role="group" aria-label={words.number.unit}>
          {(["C", "F"] as const).map((each) => (
            <button key={each} type="button" className="min-w-14" aria-pressed={unit === each} onClick={() => setUnit(each)}>{each === "C" ? words.number.celsius : words.number.fahrenheit}</button>
          ))}
        </span>
      )}
    />
  );
}
