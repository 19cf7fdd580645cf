"use client";

import { createContext, useContext, useRef, useState, type ReactNode } from "react";

const Say = createContext<(text: string) => void>(() => undefined);
/** Says what was saved, where it stays said when the question is gone. */
export const useSay = () => useContext(Say);

/** Round the questions that wait. What was saved is said here and takes the focus, since the question it answered goes away. */
export function WaitingBoard({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const line = useRef<HTMLParagraphElement>(null);
  return (
    <Say.Provider value={(said) => {
      setText(said);
      line.current?.focus();
    }}>
      <p ref={line} role="status" tabIndex={-1} className={text ? "note ok mb-3.5 max-w-[46rem] font-semibold" : ""}>{text}</p>
      {children}
    </Say.Provider>
  );
}
