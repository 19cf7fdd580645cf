"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useSyncExternalStore } from "react";
import { addPasskey, canUsePasskeys, type ListedPasskey } from "@/components/account/passkey-api";
import { PasskeyIcon } from "@/components/account/passkey-icon";
import { PasskeyItem } from "@/components/account/passkey-item";
import type { Messages } from "@/lib/i18n/messages";

type PasskeyListProps = {
  texts: Messages["passkeys"];
  passkeys: readonly ListedPasskey[];
  /** what it means that the last one goes; null when there are others */
  afterLast: string | null;
  /** where to prove first who is there; null when that was done lately */
  confirmHref: string | null;
  mostPasskeys: number;
  /** others use this device: it is not added */
  isShared: boolean;
};

/** The devices that open the account by a face, a fingerprint or a PIN, and the button that adds this one. */
export function PasskeyList({ texts, passkeys, afterLast, confirmHref, mostPasskeys, isShared }: PasskeyListProps) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const status = useRef<HTMLParagraphElement>(null);
  const isAble = useSyncExternalStore(subscribeToNothing, canUsePasskeys, () => true);
  const cannotAdd = isShared ? texts.shared : !isAble ? texts.problems.change.notSupported : passkeys.length >= mostPasskeys ? texts.add.full : null;

  const say = (text: string) => {
    setSaid(text);
    router.refresh();
  };
  const sayRemoved = (text: string) => {
    say(text);
    status.current?.focus(); // what was pressed goes with its device
  };
  const add = async () => {
    if (isBusy) return;
    if (confirmHref) return location.assign(confirmHref);
    setBusy(true);
    setProblem("");
    setSaid("");
    const { kind } = await addPasskey();
    setBusy(false);
    if (kind === "done") say(texts.add.done);
    else if (kind !== "leaving") setProblem(texts.problems.change[kind]);
  };

  return (
    <>
      <p ref={status} role="status" tabIndex={-1} className={said ? "note ok mb-4" : ""}>{said}</p>
      {passkeys.length > 0 && (
        <ul className="mb-5 grid gap-3.5">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="card m-0!">
              <PasskeyItem texts={texts} passkey={passkey} afterLast={afterLast} confirmHref={confirmHref} onRenamed={say} onRemoved={sayRemoved} onBegin={() => setSaid("")} />
            </li>
          ))}
        </ul>
      )}
      {cannotAdd ? <p className="note info">{cannotAdd}</p> : (
        <>
          <button type="button" className="btn primary wide" aria-disabled={isBusy} onClick={() => void add()}>
            <PasskeyIcon />{isBusy ? texts.add.busy : passkeys.length > 0 ? texts.add.another : texts.add.first}
          </button>
          {passkeys.length > 0 && <p className="mt-2.5 text-ink-2">{texts.add.anotherHint}</p>}
        </>
      )}
      <p role="alert" className="mt-3 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <p className="mt-5 text-sm text-ink-2">{texts.private}</p>
    </>
  );
}

const subscribeToNothing = () => () => undefined;
