"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";

export default function RootError(props: ErrorScreenProps) {
  return <div className="m"><ErrorScreen {...props} /></div>;
}
