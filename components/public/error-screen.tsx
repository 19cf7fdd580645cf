"use client";

import { HelpButton } from "@/components/shell/help-button";
import { Icon } from "@/components/ui/icon";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import { fill } from "@/lib/i18n/fill";

export type ErrorScreenProps = { error: unknown; retry: () => void };

/**
 * What stands in for a page that failed. Its texts come with the script: the server may be what failed.
 * The reference is the one in the server's log; it says nothing about the person.
 */
export function ErrorScreen({ error, retry }: ErrorScreenProps) {
  const reference = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
  return (
    <main id="main" className="mx-auto w-full max-w-[34rem] py-9">
      <span className="avatar mb-4"><Icon name="saved" size={26} /></span>
      <h1>{errors.error.title}</h1>
      <p className="mt-2">{errors.error.text}</p>
      {reference && <p className="num mt-2 text-sm text-ink-2">{fill(errors.error.reference, { reference })}</p>}
      <button type="button" className="btn primary wide mt-6" onClick={() => retry()}>{errors.error.tryAgain}</button>
      {/* A full load: the state of this page is what failed. */}
      <a className="btn line wide mt-2.5" href="/">{errors.error.home}</a>
      <p className="mt-6"><HelpButton label={common.help.button} /></p>
    </main>
  );
}
