"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { EndSessions } from "@/components/account/end-sessions";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** A session in words, made by the page. */
export type ListedSession = { id: string; isThis: boolean; device: string; place: string | null; used: string; begun: string; isShared: boolean };

type SessionListProps = { texts: Messages["sessions"]; sessions: readonly ListedSession[]; demo: string | null };

/** This device, then the others, each with a way to end it, and one to end them all. */
export function SessionList({ texts, sessions, demo }: SessionListProps) {
  const router = useRouter();
  const [said, setSaid] = useState("");
  const status = useRef<HTMLParagraphElement>(null);
  const done = (words: string) => {
    setSaid(words);
    router.refresh();
  };
  useEffect(() => {
    if (said) status.current?.focus(); // the button that had the focus goes with its session
  }, [said]);
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      {demo && <p className="note info mb-4 text-sm">{demo}</p>}
      <p ref={status} role="status" tabIndex={-1} className="mb-3 font-semibold outline-none empty:hidden">{said}</p>
      <ul className="grid gap-3.5">
        {sessions.map(({ id, isThis, device, place, used, begun, isShared }) => (
          <li key={id} className="card m-0!">
            <h2 className="wrap-anywhere">{device}</h2>
            {isThis && <p className="font-semibold">{texts.thisDevice}</p>}
            <p className="mt-1 text-ink-2">{place ? `${used}, ${place}` : used}</p>
            <p className="text-ink-2">{begun}</p>
            {isShared && <p className="text-ink-2">{texts.shared}</p>}
            {isThis
              ? <Link className="btn line wide mt-3.5" href="/more">{texts.signOutHere}</Link>
              : (
                <EndSessions path={`/api/account/sessions/${id}`} label={texts.one.button} fullLabel={fill(texts.one.named, { device, used })} busy={texts.busy} problems={texts.problems}
                  words={{ ...texts.one, title: fill(texts.one.title, { device }) }} onBegin={() => setSaid("")} onDone={() => done(texts.one.done)} />
              )}
          </li>
        ))}
      </ul>
      {others.length > 0
        ? (
          <EndSessions path="/api/account/sessions" label={texts.others.button} busy={texts.busy} problems={texts.problems} words={texts.others}
            onBegin={() => setSaid("")} onDone={() => done(texts.others.done)} />
        )
        : !demo && <p className="mt-4">{texts.onlyHere}</p>}
      <p className="mt-4"><Link className="inline-flex min-h-12 items-center underline" href="/someone-else">{texts.someoneElse}</Link></p>
    </>
  );
}
