import { useEffect, useLayoutEffect } from "react";

/** How long a hand rests after the last tap before what it tapped is written as one revision. */
const REST_MS = 2_000;

/**
 * Writes what was tapped once the hand rests, and at once when the page is left or hidden. Until then it is kept on this device, so
 * that nothing is lost either way.
 * @param tapped changes with every tap
 */
export function useRest(tapped: unknown, settle: () => void): void {
  useEffect(() => {
    const timer = setTimeout(settle, REST_MS);
    const onHidden = () => document.visibilityState === "hidden" && settle();
    document.addEventListener("visibilitychange", onHidden);
    addEventListener("pagehide", settle);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onHidden);
      removeEventListener("pagehide", settle);
    };
  }, [tapped, settle]);
  // Another page of the app hides nothing: before this one closes its store, which effects do.
  useLayoutEffect(() => settle, [settle]);
}
