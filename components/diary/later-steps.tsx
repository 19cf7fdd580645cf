"use client";

import { useState } from "react";
import { KeysStep } from "@/components/diary/keys-step";
import { QuestionsStep } from "@/components/diary/questions-step";
import { Result } from "@/components/diary/result";
import { SafetyCheck, SafetyGroupStep } from "@/components/diary/safety-check";
import { CrisisSheet } from "@/components/alerts/crisis-sheet";
import { useCarriedWalk } from "@/components/diary/use-carried-walk";
import type { CheckIn } from "@/components/diary/use-check-in";
import type { LastEntry } from "@/lib/domain/check-in/last";

export { TodayCards } from "@/components/alerts/today-cards";
export { Overlays } from "@/components/diary/overlays";

/** Everything after the four scores. Fetched right after the first screen came alive. */
export function LaterSteps({ check, last }: { check: CheckIn; last: LastEntry | null }) {
  const { state, props } = check;
  const carriedWalk = useCarriedWalk(check);
  const [isCrisisOpen, setIsCrisisOpen] = useState(false);
  switch (state.step) {
    case "scores":
      return null;
    case "keys":
      return <KeysStep check={check} last={last} />;
    case "details":
    case "follow-up":
      return <QuestionsStep check={check} />;
    case "safety":
      return <SafetyCheck check={check} carriedWalk={carriedWalk} />;
    case "group":
      return (
        <>
          {state.group && <SafetyGroupStep check={check} group={state.group} onCrisis={() => setIsCrisisOpen(true)} />}
          {isCrisisOpen && <CrisisSheet texts={props.texts} country={props.profile.country} onClose={() => setIsCrisisOpen(false)} />}
        </>
      );
    case "done":
      return <Result check={check} />;
  }
}
