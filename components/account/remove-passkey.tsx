"use client";

import { removePasskey, type ListedPasskey } from "@/components/account/passkey-api";
import { ConfirmDialog, type Outcome } from "@/components/ui/confirm-dialog";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type RemovePasskeyProps = {
  texts: Messages["passkeys"];
  passkey: ListedPasskey;
  /** what it means that the last one goes; null when there are others */
  afterLast: string | null;
  confirmHref: string | null;
  onBegin: () => void;
  onDone: (said: string) => void;
};

/** Removes a device after one question that names it and says what follows. */
export function RemovePasskey({ texts, passkey: { id, name }, afterLast, confirmHref, onBegin, onDone }: RemovePasskeyProps) {
  const { item, remove: words } = texts;
  const ask = () => {
    if (!confirmHref) return onBegin();
    location.assign(confirmHref);
    return false;
  };
  const remove = async (): Promise<Outcome> => {
    const { kind } = await removePasskey(id);
    return kind === "done" || kind === "leaving" ? kind : { problem: texts.problems.change[kind] };
  };
  return (
    <ConfirmDialog label={item.remove} fullLabel={fill(item.removeNamed, { name })} onAsk={ask} onYes={remove} onDone={() => onDone(item.removed)}
      words={{ ...words, title: fill(words.title, { name }), text: afterLast ? `${words.text} ${afterLast}` : words.text }} />
  );
}
