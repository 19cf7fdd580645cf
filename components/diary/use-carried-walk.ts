"use client";

import { useEffect, useRef } from "react";
import type { CheckIn } from "@/components/diary/use-check-in";

const STEPS: readonly string[] = ["details", "safety", "follow-up"];
/** Drafts of this page out of which the person took the walk. */
const declined = new Set<string>();

/**
 * The first check-in of a day carries the mean of that day's timed walk: filled in, shown, and the person can change it or take it out.
 * Returns it while it stands as it was walked.
 */
export function useCarriedWalk({ engine: { service }, state: { step, draft, group }, props, act }: CheckIn): number | null {
  const seconds = draft.answers.walking?.timed25FootSeconds;
  const before = useRef(seconds);
  const key = `${props.diaryId}:${draft.day}`;
  const walk = props.correcting === null && draft.recordedAt === null ? service?.walkToCarry(draft.day, draft.id) ?? null : null;
  useEffect(() => {
    if (group === "walking" && before.current !== undefined && seconds === undefined) declined.add(key);
    before.current = seconds;
    if (walk === null || seconds !== undefined || !STEPS.includes(step) || declined.has(key)) return;
    act({ type: "answer", question: "walking.timed25FootSeconds", value: walk, movesOn: false });
  }, [walk, seconds, step, group, key, act]);
  return walk !== null && walk === seconds ? walk : null;
}
