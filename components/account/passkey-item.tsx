"use client";

import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { renamePasskey, type ListedPasskey } from "@/components/account/passkey-api";
import { RemovePasskey } from "@/components/account/remove-passkey";
import { FieldError, fieldProps } from "@/components/ui/field";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type PasskeyItemProps = {
  texts: Messages["passkeys"];
  passkey: ListedPasskey;
  afterLast: string | null;
  confirmHref: string | null;
  onBegin: () => void;
  /** what happened, in words; the list is read anew */
  onRenamed: (said: string) => void;
  onRemoved: (said: string) => void;
};

/** One device: its name, which can be changed in place, when it was added and last used, and the way to remove it. */
export function PasskeyItem({ texts, passkey, afterLast, confirmHref, onBegin, onRenamed, onRemoved }: PasskeyItemProps) {
  const [isRenaming, setRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  const { item } = texts;
  useEffect(() => {
    if (wasRenaming.current && !isRenaming) renameButton.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  const close = () => setRenaming(false);
  if (isRenaming) {
    return <RenameForm texts={texts} passkey={passkey} onClose={close} onSaved={() => { close(); onRenamed(item.renamed); }} />;
  }
  return (
    <>
      <h2 className="wrap-anywhere">{passkey.name}</h2>
      <p className="mt-1 text-ink-2">{passkey.added}</p>
      <p className="text-ink-2">{passkey.used}</p>
      <div className="mt-3.5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-2.5">
        <button ref={renameButton} type="button" className="btn line" aria-label={fill(item.renameNamed, { name: passkey.name })}
          onClick={() => { onBegin(); setRenaming(true); }}>{item.rename}</button>
        <RemovePasskey texts={texts} passkey={passkey} afterLast={afterLast} confirmHref={confirmHref} onBegin={onBegin} onDone={onRemoved} />
      </div>
    </>
  );
}

type RenameFormProps = {
  texts: Messages["passkeys"];
  passkey: ListedPasskey;
  onClose: () => void;
  onSaved: () => void;
};

function RenameForm({ texts, passkey, onClose, onSaved }: RenameFormProps) {
  const { item, problems: { change: problems } } = texts;
  const [name, setName] = useState(passkey.name);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const refuse = (text: string) => {
    setProblem(text);
    input.current?.focus();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const wanted = name.trim();
    if (!wanted) return refuse(problems.nameMissing);
    setBusy(true);
    const { kind } = await renamePasskey(passkey.id, wanted);
    setBusy(false);
    if (kind === "done") return onSaved();
    if (kind !== "leaving") refuse(problems[kind]);
  };
  return (
    <form method="post" onSubmit={(event) => void save(event)} noValidate>
      <div className="field">
        <label htmlFor={id}>{item.name}</label>
        <input ref={input} {...fieldProps(id, { error: problem })} className="input" type="text" name="name" autoComplete="off" maxLength={60} value={name}
          onChange={(event) => setName(event.target.value)} />
        <FieldError id={id} error={problem} />
      </div>
      <div className="mt-3.5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-2.5">
        <button type="button" className="btn line" onClick={onClose}>{item.cancel}</button>
        <button type="submit" className="btn line border-primary text-primary-ink" aria-disabled={isBusy}>{isBusy ? item.saving : item.save}</button>
      </div>
    </form>
  );
}
