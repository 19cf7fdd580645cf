"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const DAY_ANCHOR = /^#(day-(\d{4}-\d{2}-\d{2}))$/;

/**
 * Leads to the day that an address names behind the #, which no server sees: on this page when the day is here, else on the page of its
 * month. The page of a day always has its anchor, so this never goes round in circles.
 */
export function HistoryJump() {
  const router = useRouter();
  useEffect(() => {
    const jump = () => {
      const [, anchor, day] = DAY_ANCHOR.exec(location.hash) ?? [];
      if (!anchor) return;
      const element = document.getElementById(anchor);
      if (!element) return router.replace(`/history?day=${day}#${anchor}`);
      element.scrollIntoView({ block: "start" });
      element.focus({ preventScroll: true });
    };
    jump();
    addEventListener("hashchange", jump);
    return () => removeEventListener("hashchange", jump);
  });
  return null;
}
