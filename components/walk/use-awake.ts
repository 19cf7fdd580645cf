"use client";

import { useEffect } from "react";

/** Keeps the screen awake while `isOn`, where the browser offers it; again after the page was out of sight. */
export function useAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const hold = () => void navigator.wakeLock.request("screen").then(
      (held) => { if (isGone) void held.release(); else lock = held; },
      () => undefined, // a low battery refuses: the test works without
    );
    const onVisible = () => { if (document.visibilityState === "visible") hold(); };
    hold();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", onVisible);
      void lock?.release().catch(() => undefined);
    };
  }, [isOn]);
}
