import { skipQuestion, writeAnswer, type AnswerValue } from "@/lib/domain/check-in/answers";
import type { Answers, CheckIn, Profile, Scores } from "@/lib/domain/check-in/check-in";
import {
  detailsOf, followUpsOf, isConfirm, isDone, onsetOf, type ConfirmItem, type QueueItem,
} from "@/lib/domain/check-in/questions";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import { hasMarks, type SafetyGroup } from "@/lib/domain/check-in/safety-groups";
import { SCORE_NAMES, type Question, type ScoreName, type Sign } from "@/lib/domain/check-in/vocabulary";
import type { CalendarDay } from "@/lib/domain/time";

/** A check-in while it is being filled in. Nothing in it is preset. */
export type Draft = {
  /** made at the first save; null before */
  id: string | null;
  /** the revision the next save makes: 1 when new */
  revision: number;
  /** the day it was begun on: one left open past midnight asks which day it is for */
  day: CalendarDay;
  /** an instant as ISO text when it was filed under an earlier time; null means "now, when saved" */
  recordedAt: string | null;
  /** the zone it was first kept with; null before, when the device's own holds */
  timeZone: string | null;
  scores: Partial<Scores>;
  /** copied by "Same as yesterday" or "The rest is the same" */
  copied: ScoreName[];
  answers: Answers;
  confirmed: ConfirmItem[];
  note: string;
  /** those answered; absent when none was, and in a draft kept before there were any */
  trackers?: Trackers;
};

/** scores -> details of what jumped -> safety question (-> one of its groups) -> follow-ups -> done. `keys` is the big-key sheet. */
export type Step = "scores" | "keys" | "details" | "safety" | "group" | "follow-up" | "done";

export type FlowState = {
  step: Step;
  profile: Profile;
  draft: Draft;
  /** the symptom of the open details or big keys */
  symptom: ScoreName | null;
  /** big keys: on to the next symptom after each answer */
  keysWalk: boolean;
  group: SafetyGroup | null;
  /** symptoms whose details are still to be asked */
  waiting: ScoreName[];
  queue: QueueItem[];
  open: QueueItem | null;
  /** something was ticked or answered inside the safety question, now or in the entry that is changed: its button then reads "Save" */
  touched: boolean;
  /** changed since the last save */
  isDirty: boolean;
  /** the state before the last automatic step */
  undo: FlowState | null;
};

export type FlowAction =
  | { type: "score"; name: ScoreName; value: number | null }
  | { type: "copy-rest"; from: Scores }
  /** "Same as yesterday" of one symptom, from its big keys */
  | { type: "copy-one"; name: ScoreName; value: number }
  | { type: "open-keys"; name: ScoreName; walk: boolean }
  /** `ask`: the scores that stand above their usual or jumped, in order */
  | { type: "next"; ask: ScoreName[] }
  | { type: "answer"; question: Question; value: AnswerValue | undefined; movesOn: boolean }
  | { type: "confirm"; item: ConfirmItem; isUsual: boolean }
  | { type: "move-on" }
  | { type: "skip" }
  | { type: "reopen"; item: QueueItem }
  | { type: "undo" }
  | { type: "back" }
  | { type: "open-group"; group: SafetyGroup }
  | { type: "sign"; sign: Sign; isTicked: boolean }
  | { type: "none-of-these" }
  | { type: "save-safety" }
  /** what can be added once it is saved */
  | { type: "add"; part: Pick<Draft, "note"> | Required<Pick<Draft, "trackers">> }
  | { type: "file-under"; day: CalendarDay; recordedAt: string | null }
  | { type: "finish" }
  /** a later revision keeps the moment and the zone of the first */
  | { type: "saved"; id: string; revision: number; recordedAt: string; timeZone: string }
  | { type: "correct" }
  | { type: "replace"; draft: Draft }
  | { type: "resume"; state: FlowState };

/** A fresh check-in of a day: nothing set, nothing asked. */
export function newDraft(day: CalendarDay): Draft {
  return { id: null, revision: 1, day, recordedAt: null, timeZone: null, scores: {}, copied: [], answers: {}, confirmed: [], note: "" };
}

/** A stored check-in as a draft of its next revision. */
export function draftOf({ id, revision, recordedAt, timeZone, day, scores, confirmedUnchanged, trackers, note, enteredAt: _enteredAt, enteredBy: _enteredBy, ...answers }: CheckIn): Draft {
  return { id, revision: revision + 1, day, recordedAt: recordedAt.toISOString(), timeZone, scores, copied: confirmedUnchanged, answers, confirmed: [], note: note ?? "", trackers };
}

export function startFlow(draft: Draft, profile: Profile): FlowState {
  return {
    step: "scores", profile, draft, symptom: null, keysWalk: false, group: null, waiting: [], queue: [], open: null,
    // What was marked before stays marked: one tap on "None of these" must not take red flags back.
    touched: hasMarks(draft.answers), isDirty: false, undo: null,
  };
}

/** All four, or null while one is missing. */
export function fullScores(scores: Partial<Scores>): Scores | null {
  return SCORE_NAMES.every((name) => scores[name] !== undefined) ? (scores as Scores) : null;
}

/** The check-in, tap by tap. Pure: what to ask because a score jumped comes with `next`, from the rules. */
export function flow(state: FlowState, action: FlowAction): FlowState {
  switch (action.type) {
    case "score":
      return afterKey(rate(state, action.name, action.value), state);
    case "copy-rest":
      return copyRest(state, action.from);
    case "copy-one": {
      const rated = rate(state, action.name, action.value);
      return afterKey(change(rated, { copied: [...rated.draft.copied, action.name] }), state);
    }
    case "open-keys":
      return { ...state, step: "keys", symptom: action.name, keysWalk: action.walk, undo: null };
    case "next":
      if (!fullScores(state.draft.scores)) return state;
      return nextSymptom({ ...state, waiting: action.ask, undo: null });
    case "answer": {
      const written = answered(state, writeAnswer(state.draft.answers, action.question, action.value));
      if (state.step === "group") return { ...written, touched: true };
      return action.movesOn ? withUndo(moveOn(written), state) : written;
    }
    case "confirm":
      return withUndo(moveOn(confirm(state, action.item, action.isUsual)), state);
    case "move-on":
      return withUndo(moveOn(state), state);
    case "skip":
      return state.open ? withUndo(moveOn(skip(state, state.open)), state) : state;
    case "reopen":
      return { ...state, open: action.item, undo: null };
    case "undo":
      return state.undo ?? state;
    case "back":
      return back(state);
    case "open-group":
      return { ...state, step: "group", group: action.group, undo: null };
    case "sign":
      return { ...answered(state, tick(state.draft.answers, action.sign, action.isTicked)), touched: true };
    case "none-of-these":
      return startFollowUps(answered(state, writeAnswer(state.draft.answers, "signs", [])));
    case "save-safety":
      return startFollowUps(answered(state, writeAnswer(state.draft.answers, "signs", state.draft.answers.signs ?? [])));
    case "add":
      return change(state, action.part);
    case "file-under":
      return change(state, { day: action.day, recordedAt: action.recordedAt });
    case "finish":
      return { ...state, step: "done", undo: null };
    case "saved": {
      const { id, revision, recordedAt, timeZone } = action;
      return { ...state, isDirty: false, undo: null, draft: { ...state.draft, id, revision: revision + 1, recordedAt, timeZone } };
    }
    case "correct":
      return { ...state, step: "scores", group: null, open: null, queue: [], waiting: [], undo: null, touched: state.touched || hasMarks(state.draft.answers) };
    case "replace":
      return startFlow(action.draft, state.profile);
    case "resume":
      return action.state;
  }
}

const change = (state: FlowState, part: Partial<Draft>): FlowState => ({ ...state, isDirty: true, draft: { ...state.draft, ...part } });
const answered = (state: FlowState, answers: Answers) => change(state, { answers });
/** One step back only: a chain of undo states would keep the whole history in the kept draft. */
const withUndo = (state: FlowState, before: FlowState): FlowState => ({ ...state, undo: { ...before, undo: null } });

function rate(state: FlowState, name: ScoreName, value: number | null): FlowState {
  const { [name]: _before, ...others } = state.draft.scores;
  const scores = value === null ? others : { ...others, [name]: value };
  return change(state, { scores, copied: state.draft.copied.filter((copied) => copied !== name) });
}

/** With big keys an answer moves on by itself: to the next symptom, or back to the four. */
function afterKey(rated: FlowState, before: FlowState): FlowState {
  if (rated.step !== "keys" || !rated.symptom) return rated;
  const next = rated.keysWalk ? SCORE_NAMES[SCORE_NAMES.indexOf(rated.symptom) + 1] : undefined;
  return withUndo(next ? { ...rated, symptom: next } : { ...rated, step: "scores", symptom: null }, before);
}

function copyRest(state: FlowState, from: Scores): FlowState {
  const missing = SCORE_NAMES.filter((name) => state.draft.scores[name] === undefined);
  const scores = Object.fromEntries(SCORE_NAMES.map((name) => [name, state.draft.scores[name] ?? from[name]])) as Scores;
  return change(state, { scores, copied: [...state.draft.copied, ...missing] });
}

function tick(answers: Answers, sign: Sign, isTicked: boolean): Answers {
  const others = (answers.signs ?? []).filter((ticked) => ticked !== sign);
  const signs = isTicked ? [...others, sign] : others;
  // Taking back the only tick is not "none of these": that has its own button.
  return writeAnswer(answers, "signs", signs.length === 0 ? undefined : signs);
}

function nextSymptom(state: FlowState): FlowState {
  const [symptom, ...waiting] = state.waiting;
  if (!symptom) return { ...state, step: "safety", symptom: null, queue: [], open: null };
  return moveOn({ ...state, step: "details", symptom, waiting });
}

function startFollowUps(state: FlowState): FlowState {
  return moveOn({ ...state, step: "follow-up", group: null, queue: [], undo: null });
}

/** Opens the next unanswered question of this step, or leaves the step when none is left. */
function moveOn(state: FlowState): FlowState {
  const asking = { answers: state.draft.answers, profile: state.profile, confirmed: state.draft.confirmed };
  if (state.step === "details" && state.symptom) {
    const queue = detailsOf(state.symptom, asking);
    const open = queue.find((item) => !isDone(item, asking)) ?? null;
    return open ? { ...state, queue, open } : nextSymptom(state);
  }
  if (state.step === "follow-up") {
    const queue = followUpsOf(asking).filter((item) => state.queue.includes(item) || !isDone(item, asking));
    const open = queue.find((item) => !isDone(item, asking)) ?? null;
    return open ? { ...state, queue, open } : { ...state, step: "done", queue: [], open: null };
  }
  return state;
}

function confirm(state: FlowState, item: ConfirmItem, isUsual: boolean): FlowState {
  if (isUsual) return change(state, { confirmed: [...state.draft.confirmed, item] });
  // "No" takes the onset back, so that it is asked again.
  return answered(state, writeAnswer(state.draft.answers, onsetOf(item), undefined));
}

function skip(state: FlowState, item: QueueItem): FlowState {
  // A "usual" that nobody confirmed is not kept as one: the onset counts as skipped.
  return answered(state, skipQuestion(state.draft.answers, isConfirm(item) ? onsetOf(item) : item));
}

function back(state: FlowState): FlowState {
  const here = { ...state, undo: null };
  switch (state.step) {
    case "keys": {
      const before = state.keysWalk && state.symptom ? SCORE_NAMES[SCORE_NAMES.indexOf(state.symptom) - 1] : undefined;
      return before ? { ...here, symptom: before } : { ...here, step: "scores", symptom: null };
    }
    case "details":
    case "follow-up": {
      const before = state.open ? state.queue[state.queue.indexOf(state.open) - 1] : undefined;
      if (before) return { ...here, open: before };
      return { ...here, step: state.step === "details" ? "scores" : "safety", open: null, queue: [], symptom: null, waiting: [] };
    }
    case "group":
      return { ...here, step: "safety", group: null };
    case "safety":
      return { ...here, step: "scores" };
    case "scores":
    case "done":
      return here;
  }
}
