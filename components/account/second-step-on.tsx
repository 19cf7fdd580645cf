"use client";

import { removeTotp } from "@/components/account/second-step-api";
import { ConfirmDialog, type Outcome } from "@/components/ui/confirm-dialog";
import { LinkList } from "@/components/ui/link-list";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SecondStepOnProps = { texts: Messages["secondStep"]; codesLeft: number; onOff: () => void };

/** The second step is on: what it does, the codes that stand in for the phone, and a way to turn it off after one question. */
export function SecondStepOn({ texts: { on, problems }, codesLeft, onOff }: SecondStepOnProps) {
  const turnOff = async (): Promise<Outcome> => {
    const { kind } = await removeTotp();
    if (kind === "ok") return "done";
    return kind === "leaving" ? kind : { problem: problems[kind === "conflict" ? "server" : kind] };
  };
  const left = codesLeft === 0 ? on.noCodes : codesLeft === 1 ? on.codeLeft : fill(on.codesLeft, { count: codesLeft });
  return (
    <>
      <div className="note ok mb-4">
        <h2>{on.title}</h2>
        <p className="mt-1">{on.text}</p>
      </div>
      <LinkList items={[{ href: "/more/account/recovery-codes", icon: "list", label: on.codes, hint: left }]} />
      <p className="mt-4 text-ink-2">{on.newPhone}</p>
      <ConfirmDialog className="wide mt-4" label={on.off} onYes={turnOff} onDone={onOff} words={{ title: on.offTitle, text: on.offText, yes: on.offYes, busy: on.offBusy, no: on.offNo }} />
    </>
  );
}
