import { useCallback, useRef, useState, type RefObject } from "react";
import type { FlowProps } from "@/components/diary/flow-props";
import { openAlertOf, type OpenAlert } from "@/components/diary/open-alerts";
import type { Alerts } from "@/components/diary/use-alerts";
import type { Engine } from "@/components/diary/use-engine";
import { helpToAsk } from "@/lib/domain/alerts/ask-help";
import type { AlertResponse, ToldAlert } from "@/lib/domain/alerts/alert";
import type { FlowState } from "@/lib/domain/check-in/flow";

type Question = { alert: OpenAlert; also: readonly ToldAlert[] };
type Asking = { questions: readonly Question[]; then: () => void };

/**
 * "Did you get help?", asked about each alarm without an answer before a new check-in begins: at the first touch, whatever is
 * touched. What was touched happens after the last answer. Once for each check-in, not for a correction of one.
 */
export function useAskHelp(props: FlowProps, { latest, answer }: Pick<Alerts, "latest" | "answer">, { service }: Engine, state: RefObject<FlowState>) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const isAsked = useRef(props.correcting !== null);
  const { recent } = props;

  const asksBefore = useCallback((then: () => void): boolean => {
    const { draft, step } = state.current;
    const hasBegun = draft.id !== null || Object.keys(draft.scores).length > 0 || Object.keys(draft.answers).length > 0;
    if (isAsked.current || hasBegun || (step !== "scores" && step !== "keys")) return false;
    const now = new Date();
    const entries = { history: service?.history() ?? recent, draft };
    const questions = helpToAsk(latest.current, now).map(({ also, ...asked }) =>
      ({ also, alert: openAlertOf({ ...asked, tier: asked.alerts.find(({ tier }) => tier === "EMERGENCY")?.tier ?? "URGENT" }, entries, now) }));
    if (questions.length === 0) return false;
    setAsking({ questions, then });
    return true;
  }, [service, recent, latest, state]);

  const giveAnswer = useCallback((response: AlertResponse) => {
    const [question, ...rest] = asking?.questions ?? [];
    if (!question || !asking) return;
    void answer(question.alert, response);
    for (const told of question.also) void answer(openAlertOf({ tier: told.tier, checkInId: told.checkInId, revision: told.revision, alerts: [told] }, { history: recent, draft: state.current.draft }, new Date()), response);
    if (rest.length > 0) return setAsking({ ...asking, questions: rest });
    isAsked.current = true;
    setAsking(null);
    asking.then();
  }, [asking, answer, recent, state]);

  return {
    asksBefore, answer: giveAnswer,
    unanswered: asking?.questions[0]?.alert ?? null,
    /** Nothing is begun, and the next touch asks again. */
    cancel: useCallback(() => setAsking(null), []),
    /** The next check-in asks anew. */
    forget: useCallback(() => {
      isAsked.current = false;
      setAsking(null);
    }, []),
  };
}
