"use client";

import { useEffect, useRef } from "react";

/**
 * The browser's back button, inside a step, does what the Back on the screen does instead of leaving the page. One entry of the
 * history stands guard while a step or an alert is open; it is set again as long as there is something to go back from.
 */
export function useBack(isOpen: boolean, onBack: () => void): void {
  const latest = useRef(onBack);
  const isGuarded = useRef(false);
  useEffect(() => {
    latest.current = onBack;
  });
  useEffect(() => {
    if (isOpen && !isGuarded.current) {
      history.pushState(null, "", location.href);
      isGuarded.current = true;
    }
  });
  useEffect(() => {
    const onPop = () => {
      if (!isGuarded.current) return;
      isGuarded.current = false;
      latest.current();
    };
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
}
