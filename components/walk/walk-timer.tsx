"use client";

import { useEffect, useRef, useState } from "react";
import type { Signal } from "@/components/walk/signals";
import { WALK_SECONDS } from "@/lib/domain/measures/measure";
import type { WalkAction } from "@/lib/domain/measures/walk-test";
import type { Messages } from "@/lib/i18n/messages";

type WalkTimerProps = {
  step: "countdown" | "running";
  words: Messages["walk"]["running"];
  act: (action: WalkAction) => void;
  give: (signal: Signal) => void;
};

const COUNT_FROM = 3;
const SECOND_MS = 1_000;
/** These alone are no "any key": they are held to reach others. */
const HELD_KEYS = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"];

/** 3, 2, 1 and the run, over the whole screen: touching it anywhere, or any key, stops. */
export function WalkTimer({ step, words, act, give }: WalkTimerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [count, setCount] = useState(COUNT_FROM);
  const [elapsed, setElapsed] = useState(0);
  const signal = useRef(give);
  useEffect(() => dialog.current?.showModal(), []);

  useEffect(() => {
    if (step !== "countdown") return;
    signal.current("count");
    const timers = Array.from({ length: COUNT_FROM }, (_, done) => setTimeout(() => {
      const left = COUNT_FROM - 1 - done;
      if (left > 0) {
        setCount(left);
        signal.current("count");
        return;
      }
      act({ type: "go", at: performance.now() });
      signal.current("go");
    }, (done + 1) * SECOND_MS));
    return () => timers.forEach(clearTimeout);
  }, [step, act]);

  useEffect(() => {
    if (step !== "running") return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const ticking = isStill ? undefined : setInterval(() => setElapsed((seconds) => seconds + 1), SECOND_MS);
    const ending = setTimeout(() => act({ type: "stop", at: performance.now() }), WALK_SECONDS.most * SECOND_MS + 100);
    return () => {
      clearInterval(ticking);
      clearTimeout(ending);
    };
  }, [step, act]);

  useEffect(() => {
    const stop = () => {
      act({ type: "stop", at: performance.now() });
      signal.current("stop");
    };
    // A held key repeats: the one that started the countdown must not stop it.
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || HELD_KEYS.includes(event.key)) return;
      event.preventDefault();
      stop();
    };
    const onHidden = () => { if (document.visibilityState === "hidden") act({ type: "interrupt" }); };
    const onPointer = (event: PointerEvent) => {
      event.preventDefault();
      stop();
    };
    addEventListener("keydown", onKey, true);
    addEventListener("pointerdown", onPointer, true);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      removeEventListener("keydown", onKey, true);
      removeEventListener("pointerdown", onPointer, true);
      document.removeEventListener("visibilitychange", onHidden);
    };
  }, [act]);

  const isRunning = step === "running";
  return (
    <dialog ref={dialog} aria-label={words.label} onCancel={(event) => event.preventDefault()}
      className={`fixed inset-0 m-0 h-dvh max-h-none w-dvw max-w-none touch-none border-0 p-0 select-none ${isRunning ? "bg-primary text-on-primary" : "bg-bg text-ink"}`}>
      {/* A screen reader presses it as a button; any other touch is taken as it comes down. */}
      <button type="button" className="grid h-full w-full content-center justify-items-center gap-6 border-0 bg-transparent p-6 text-inherit focus-visible:shadow-none focus-visible:outline-offset-[-12px]"
        onClick={({ detail }) => { if (detail === 0) act({ type: "stop", at: performance.now() }); }}>
        <span className="text-3xl font-bold" aria-hidden="true">{isRunning ? words.walk : words.ready}</span>
        <span className="num text-[max(7rem,30vmin)] leading-none font-bold" aria-hidden="true">{isRunning ? (elapsed > 0 ? elapsed : "") : count}</span>
        <span className="text-xl font-semibold">{isRunning ? words.stop : words.cancel}</span>
      </button>
      <p className="vh" role="status">{isRunning ? words.walk : String(count)}</p>
    </dialog>
  );
}
