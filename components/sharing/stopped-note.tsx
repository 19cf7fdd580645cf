"use client";

import { useEffect, useRef } from "react";

/** Says that sharing has stopped, and takes the focus: the card whose button was pressed is gone. */
export function StoppedNote({ text }: { text: string }) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), []);
  return <p ref={note} tabIndex={-1} className="note info mb-3.5">{text}</p>;
}
