"use client";

import { callAccount } from "@/components/account/call-account";
import { ConfirmDialog, type Outcome } from "@/components/ui/confirm-dialog";
import type { Messages } from "@/lib/i18n/messages";

type EndSessionsProps = {
  path: string;
  label: string;
  /** names which one, where several buttons look alike */
  fullLabel?: string;
  busy: string;
  words: { title: string; text: string; yes: string; no: string };
  problems: Messages["sessions"]["problems"];
  onBegin: () => void;
  onDone: () => void;
};

/** Ends one session, or all others, after one question. The server refuses them from its answer on, so nothing is said before it. */
export function EndSessions({ path, label, fullLabel, busy, words, problems, onBegin, onDone }: EndSessionsProps) {
  const end = async (): Promise<Outcome> => {
    const { kind } = await callAccount("DELETE", path);
    if (kind === "ok") return "done";
    return kind === "leaving" ? kind : { problem: problems[kind === "conflict" ? "server" : kind] };
  };
  return <ConfirmDialog className="wide mt-3.5" label={label} {...(fullLabel !== undefined && { fullLabel })} words={{ ...words, busy }} onAsk={onBegin} onYes={end} onDone={onDone} />;
}
