"use client";

import { HelpButton } from "@/components/shell/help-button";
import { IconFrame } from "@/components/ui/icon-frame";
import texts from "@/lib/i18n/messages/en/failure.json";
import { fill } from "@/lib/i18n/fill";

const SAVED_PATH = <><rect x="6.500" y="2.500" width="11" height="19" rx="2.500"/><path d="M9.500 12l2 2 3.500-4"/></>;

export type ErrorScreenProps = { error: unknown; retry: () => void };

/**
 * What stands in for a page that failed. Its texts come with the script: the server may be what failed.
 * The reference is the one in the server's log; it says nothing about the person.
 */
export function ErrorScreen({ error, retry }: ErrorScreenProps) {
  const reference = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
  return (
    <main id="main" className="mx-auto w-full max-w-[34rem] py-9">
      <span className="avatar mb-4"><IconFrame size={26}>{SAVED_PATH}</IconFrame></span>
      <h1>{texts.title}</h1>
      <p className="mt-2">{texts.text}</p>
      {reference && <p className="num mt-2 text-sm text-ink-2">{fill(texts.reference, { reference })}</p>}
      <button type="button" className="btn primary wide mt-6" onClick={() => retry()}>{texts.tryAgain}</button>
      {/* A full load: the state of this page is what failed. */}
      <a className="btn line wide mt-2.5" href="/">{texts.home}</a>
      <p className="mt-6"><HelpButton label={texts.help} /></p>
    </main>
  );
}
