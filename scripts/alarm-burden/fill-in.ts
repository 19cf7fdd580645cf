import { isSettled, skipQuestion, writeAnswer } from "@/lib/domain/check-in/answers";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { detailsOf, followUpsOf, isConfirm, isDone, onsetOf, type ConfirmItem, type QueueItem } from "@/lib/domain/check-in/questions";
import type { Question, ScoreName, Sign } from "@/lib/domain/check-in/vocabulary";
import { says, type Asked } from "./says";
import { timedWalk } from "./timed-walk";

/** `ask` are the scores whose details the app opens; `fallen` the falls since the last entry. */
type Entry = Omit<Asked, "answers" | "isAskedAgain"> & { ask: ScoreName[]; fallen: number; walksToday: boolean };

/** A check-in as the person fills it in: the details the app asks, then the safety question, then its follow-ups. */
export function fillIn(entry: Entry): Answers {
  const state = { answers: {} as Answers, confirmed: [] as ConfirmItem[], isAskedAgain: false };
  const { profile } = entry.person;
  const asking = () => ({ answers: state.answers, profile, confirmed: state.confirmed });
  for (const symptom of entry.ask) askAll(() => detailsOf(symptom, asking()), entry, state);
  state.answers = safetyQuestion(entry, state.answers);
  askAll(() => followUpsOf(asking()), entry, state);
  return state.answers;
}

type State = { answers: Answers; confirmed: ConfirmItem[]; isAskedAgain: boolean };

/** Question by question, as the app opens them: what is asked next depends on what was said. */
function askAll(queue: () => QueueItem[], entry: Entry, state: State): void {
  for (;;) {
    const open = queue().find((item) => !isDone(item, state));
    if (!open) return;
    if (isConfirm(open)) confirm(open, entry, state);
    else state.answers = answerOrSkip(open, entry, state);
  }
}

/** "Is it really like this most days?" Half of those who tapped "usual" on a marked finding take it back. */
function confirm(item: ConfirmItem, { draw }: Entry, state: State): void {
  if (draw.chance(0.5)) state.confirmed.push(item);
  else {
    state.answers = writeAnswer(state.answers, onsetOf(item), undefined);
    state.isAskedAgain = true;
  }
}

function answerOrSkip(question: Question, entry: Entry, state: State): Answers {
  const { answers, saysOnset } = entry.person.habits;
  const isAnswered = entry.draw.chance(answers) && (saysOnset || !question.startsWith("onset."));
  const said = isAnswered ? says(question, { ...entry, ...state }) : undefined;
  return said === undefined ? skipQuestion(state.answers, question) : writeAnswer(state.answers, question, said);
}

/** What is told of one's own accord, then "None of these", a tick, or nothing at all. */
function safetyQuestion(entry: Entry, details: Answers): Answers {
  const { person, draw, feeling, fallen } = entry;
  let answers = details;
  const tell = (question: Question, chance = 1) => {
    if (isSettled(answers, question) || !draw.chance(chance)) return;
    const said = says(question, { ...entry, answers, isAskedAgain: false });
    if (said !== undefined) answers = writeAnswer(answers, question, said);
  };
  const { tells } = person.habits;
  const infection = feeling.infection;
  if (infection?.infection && draw.chance(infection.infection.name === "cold" ? tells * 0.6 : tells)) {
    answers = writeAnswer(answers, "infection", infection.infection.items);
    tell("temperatureC", 0.8);
  }
  for (const course of feeling.relapses) {
    const age = feeling.at - course.from;
    if (!draw.chance(tells * (age < 5 ? 0.6 : age < 14 ? 0.25 : 0.05))) continue;
    for (const question of opened(course.relapse?.symptoms ?? [])) tell(question, 0.8);
  }
  if (feeling.heat) tell("triggers", person.group === "heat-sensitive" ? 0.35 : 0.12);
  if (fallen > 0 && draw.chance(tells)) answers = writeAnswer(answers, "walking.falls", Math.min(fallen, 20));
  if (entry.walksToday) answers = writeAnswer(answers, "walking.timed25FootSeconds", timedWalk(person, feeling, draw));
  const signs = ticked(entry);
  if (signs.length > 0 || draw.chance(0.96)) answers = writeAnswer(answers, "signs", signs);
  return answers;
}

/** The questions behind the rows of the safety question that somebody with this relapse opens. */
function opened(symptoms: readonly string[]): Question[] {
  return [
    ...(symptoms.includes("vision") ? (["vision.loss", "vision.eyePain"] as const) : []),
    ...(symptoms.includes("double-vision") ? (["vision.doubleVision"] as const) : []),
    ...(symptoms.includes("numbness") ? (["numbness.areas", "bladder"] as const) : []),
    ...(symptoms.includes("weakness") ? (["weakness.severity"] as const) : []),
    ...(symptoms.includes("walking") ? (["walking.ability", "bladder"] as const) : []),
  ];
}

function ticked({ person, draw, feeling }: Entry): Sign[] {
  const felt = person.signs.filter(({ from, to }) => from <= feeling.at && feeling.at < to && draw.chance(0.85)).map(({ sign }) => sign);
  const infection = feeling.infection;
  const age = infection ? feeling.at - infection.from : Infinity;
  if (infection?.infection?.name === "stomach" && age < 1.5 && draw.chance(0.35)) felt.push("vomiting");
  if (infection?.infection?.fever && age < infection.infection.feverDays && draw.chance(0.04)) felt.push("shaking-chills");
  if (person.usual.hasCatheter && draw.chance(0.0002)) felt.push("pounding-headache-flush");
  return [...new Set(felt)];
}
