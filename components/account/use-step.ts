"use client";

import { useEffect, useRef, useState } from "react";

/**
 * One step with one field: what is wrong with it, and whether it is under way. `run` does the work once at a time; a text that
 * it returns is shown by the field, which takes the focus with what was typed; null means that the page moves on.
 */
export function useStep({ focusFirst = true }: { focusFirst?: boolean } = {}) {
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusFirst) input.current?.focus();
  }, [focusFirst]);

  const refuse = (text: string) => {
    setProblem(text);
    input.current?.focus();
    input.current?.select();
  };
  const run = async (work: () => Promise<string | null>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const text = await work();
    if (text === null) return;
    setBusy(false);
    refuse(text);
  };
  return { problem, setProblem, isBusy, input, refuse, run };
}

export type Step = ReturnType<typeof useStep>;
