"use client";

import { useEffect, useRef } from "react";

type StepHeadProps = { title: string; lead?: string | undefined; /** "Step 1 of 3" */ place?: string | undefined; /** false where the page itself has just come */ takesFocus?: boolean };

/** The heading of one step on a page of several. It takes the focus, so that a reader hears that the screen has changed. */
export function StepHead({ title, lead, place, takesFocus = true }: StepHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [takesFocus]);
  return (
    <div className="mb-4">
      {place && <p className="mb-1 text-sm text-ink-2">{place}</p>}
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      {lead && <p className="mt-1.5">{lead}</p>}
    </div>
  );
}
