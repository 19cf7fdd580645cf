"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useBack } from "@/components/diary/use-back";
import { keepSound, openSignals, readSound } from "@/components/walk/signals";
import { useAwake } from "@/components/walk/use-awake";
import { listOf, useWalks, type WalksOptions } from "@/components/walk/use-walks";
import { WalkHome } from "@/components/walk/walk-home";
import { WalkSteps } from "@/components/walk/walk-steps";
import { WalkTimer } from "@/components/walk/walk-timer";
import type { ListedWalk, WalkPageTexts } from "@/components/walk/words";
import { newWalkTest, runsOf, walkTest, type WalkAction, type WalkTest } from "@/lib/domain/measures/walk-test";

export type WalkPageProps = WalksOptions & { walks: readonly ListedWalk[]; isWheelchair: boolean; texts: WalkPageTexts };

/** The timed walk: what was walked, and the test step by step. All of it works without a network once the page is there. */
export function WalkPage({ walks: stored, isWheelchair, texts, ...options }: WalkPageProps) {
  const walks = useWalks(options);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const list = listOf(stored, walks.kept).filter(({ id }) => !removed.includes(id));
  const [test, dispatch] = useReducer((state: WalkTest | null, action: WalkAction | { type: "open"; aid: WalkTest["aid"] } | { type: "close" }) => {
    if (action.type === "open") return newWalkTest(action.aid);
    if (action.type === "close") return null;
    return state && walkTest(state, action);
  }, null);
  const [sound, setSound] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const signals = useRef<ReturnType<typeof openSignals> | null>(null);
  const act = useCallback((action: WalkAction) => dispatch(action), []);
  const give = useCallback((signal: Parameters<NonNullable<typeof signals.current>["give"]>[0]) => signals.current?.give(signal), []);
  const close = () => dispatch({ type: "close" });
  useAwake(test !== null && test.step !== "safety" && test.step !== "mark");
  useEffect(() => () => signals.current?.close(), []);
  useBack(test !== null, () => {
    // With times that are not saved yet, only the button that says so leaves.
    if (!test || test.step === "safety") close();
    else act(test.step === "countdown" || test.step === "running" ? { type: "interrupt" } : { type: "back" });
  });

  if (!test) {
    return <WalkHome options={options} walks={list} state={walks} isWheelchair={isWheelchair} texts={texts} onRemoved={(id) => setRemoved((ids) => [...ids, id])}
      onBack={(id) => setRemoved((ids) => ids.filter((each) => each !== id))} removed={removed} onStart={() => {
        setSound(readSound());
        dispatch({ type: "open", aid: list[0]?.details.aid ?? null });
      }} />;
  }
  const save = async () => {
    const runs = runsOf(test);
    if (!runs || !test.aid || isSaving) return;
    setSaving(true);
    await walks.save(test.aid, runs);
    setSaving(false);
    close();
    scrollTo(0, 0);
  };
  return (
    <>
      <WalkSteps test={test} texts={texts} act={act} isSaving={isSaving} onSave={() => void save()} onClose={close} sound={sound}
        onSound={(isOn) => {
          setSound(isOn);
          keepSound(isOn);
        }}
        onCountdown={() => {
          signals.current?.close();
          signals.current = openSignals(sound);
          act({ type: "count-down" });
        }} />
      {(test.step === "countdown" || test.step === "running") && <WalkTimer step={test.step} words={texts.walk.running} act={act} give={give} />}
    </>
  );
}
