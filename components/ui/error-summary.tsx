"use client";

import { useEffect, useRef, type ReactNode } from "react";

type ErrorSummaryProps = {
  title: string;
  /** `id` is the field's; without one the text stands alone */
  items: { id?: string; text: string }[];
  children?: ReactNode;
};

/** What to correct, on top, with a link to each field. It takes the focus, so that nobody has to look for what happened. */
export function ErrorSummary({ title, items, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [items]);
  if (items.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="note urgent mb-4 [.grid>&]:mb-0">
      <h2>{title}</h2>
      <ul className="mt-1 grid gap-1">
        {items.map(({ id, text }) => (
          <li key={text}>
            {id ? (
              <a className="inline-flex min-h-12 items-center text-urgent-ink underline" href={`#${id}`} onClick={(event) => {
                event.preventDefault();
                focusField(id);
              }}>{text}</a>
            ) : text}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** Focuses a field, or the first control of a group, and opens what it is folded into. */
function focusField(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const fold = target.closest("details");
  if (fold) fold.open = true;
  const control = target.matches("input, select, textarea, button") ? target : target.querySelector<HTMLElement>("input, select, textarea, button, [tabindex]");
  (control ?? target).focus();
  target.scrollIntoView({ block: "center" });
}
