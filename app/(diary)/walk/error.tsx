"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";

export default function WalkError(props: ErrorScreenProps) {
  return <ErrorScreen {...props} />;
}
