"use client";

import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import type { Messages } from "@/lib/i18n/messages";

type StoppedStepProps = { texts: Messages["signIn"]["stopped"]; why: "too-late" | "no-tries"; onStartOver: () => void };

/** The attempt is over, and why. Its heading takes the focus: the form that was here is gone. */
export function StoppedStep({ texts, why, onStartOver }: StoppedStepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const words = why === "too-late" ? texts.tooLate : texts.noTries;
  return (
    <section>
      <span className="avatar mb-4"><Icon name={why === "too-late" ? "clock" : "lock"} size={26} /></span>
      <h1 ref={heading} tabIndex={-1}>{words.title}</h1>
      <p className="mt-2 mb-6">{words.text}</p>
      <button type="button" className="btn primary wide" onClick={onStartOver}>{texts.button}</button>
    </section>
  );
}
