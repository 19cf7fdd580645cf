"use client";

import { useEffect } from "react";

/** On the page of an ended session: takes the copies of the diary off this device. It shows nothing. */
export function ForgetCopies() {
  useEffect(() => {
    void import("@/lib/offline/leave").then(({ forgetCopies }) => forgetCopies(), () => undefined);
  }, []);
  return null;
}
