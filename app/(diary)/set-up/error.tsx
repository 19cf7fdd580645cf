"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";

/** The shell with its help button stays round it. */
export default function SetUpError(props: ErrorScreenProps) {
  return <ErrorScreen {...props} />;
}
