"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";
import texts from "@/lib/i18n/messages/en/failure.json";

/** Outside of every shell, so it brings the strip of a plain diary itself: shown where the document says that alerts are off. */
export default function RootError(props: ErrorScreenProps) {
  return <div className="m"><p className="plain-only note urgent m-2 text-sm" role="note">{texts.plainDiary}</p><ErrorScreen {...props} /></div>;
}
