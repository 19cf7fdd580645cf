"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";
import texts from "@/lib/i18n/messages/en/failure.json";
import "./styles/globals.css";

/** Stands in for the whole document when the root layout itself failed. */
export default function GlobalError(props: ErrorScreenProps) {
  return (
    <html lang="en-GB" dir="ltr">
      <head><title>{`${texts.title} - ${texts.brand}`}</title></head>
      <body><div className="m"><ErrorScreen {...props} /></div></body>
    </html>
  );
}
