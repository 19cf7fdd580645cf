"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { HelpButton } from "@/components/shell/help-button";
import { Icon } from "@/components/ui/icon";

type StepFrameProps = {
  back: { label: string; onBack: () => void };
  help: string;
  /** small line over the heading */
  above?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** names the step: the heading takes the focus when it changes */
  focusKey: string;
  children: ReactNode;
  dock?: ReactNode;
};

/** A step after the scores: Back and Get help now on top, one question, the primary action in the thumb zone. Tabs are hidden. */
export function StepFrame({ back, help, above, title, lead, focusKey, children, dock }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [focusKey]);
  return (
    <>
      <header className="top min-[900px]:flex min-[900px]:px-11 min-[900px]:pt-6" data-hide-tabs="">
        <button type="button" className="btn text -ms-2 no-underline" onClick={back.onBack}><Icon name="back" />{back.label}</button>
        <span className="min-[900px]:hidden"><HelpButton label={help} /></span>
      </header>
      <main id="main" tabIndex={-1} className="min-[900px]:pt-2">
        <div className="max-w-[44rem]">
          {above}
          <h1 ref={heading} tabIndex={-1} className="outline-none focus-visible:shadow-none">{title}</h1>
          {lead && <p className="muted small mt-1">{lead}</p>}
          {children}
        </div>
      </main>
      {dock && <div className="dock"><div className="max-w-[44rem]">{dock}</div></div>}
    </>
  );
}
