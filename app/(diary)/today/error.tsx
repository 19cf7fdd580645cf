"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";

/** What is on the device stays there; the reference finds the cause in the log. */
export default function TodayError(props: ErrorScreenProps) {
  return <ErrorScreen {...props} />;
}
