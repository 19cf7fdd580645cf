"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { undoImport } from "@/components/data/call-imports";
import { ConfirmDialog, type Outcome } from "@/components/ui/confirm-dialog";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import type { DiaryOf } from "@/lib/offline/then-refresh";

/** Days are in words already. */
export type ListedImport = { id: string; source: string; on: string; days: number; from: string; to: string };

/** The files that were brought in, each of which can be taken out as a whole. */
export function ImportList({ diary, imports, texts }: { diary: DiaryOf; imports: readonly ListedImport[]; texts: Messages["data"] }) {
  const router = useRouter();
  const [said, setSaid] = useState("");
  const undo = async (id: string): Promise<Outcome> => {
    const answer = await undoImport(diary, id);
    if (answer.kind === "ok") return "done";
    if (answer.kind === "leaving") return "leaving";
    return { problem: texts.problems[answer.kind === "conflict" ? "server" : answer.kind] };
  };
  return (
    <>
      <p role="status" className={said ? "note ok mt-3" : ""}>{said}</p>
      {imports.length === 0 && <p className="mt-1.5">{texts.files.none}</p>}
      <ul className="list mt-1">
        {imports.map(({ id, source, on, days, from, to }) => (
          <li key={id} className="flex-wrap">
            <span className="grow">
              <span className="block font-semibold">{fill(texts.files.added, { source, date: on })}</span>
              <span className="block text-sm text-ink-2">{days === 1 ? fill(texts.files.oneDay, { from }) : fill(texts.files.line, { days, from, to })}</span>
            </span>
            <ConfirmDialog label={texts.files.undo} fullLabel={fill(texts.files.undoFull, { source, from, to })} words={texts.files.confirm} onYes={() => undo(id)}
              onDone={() => { setSaid(texts.files.undone); router.refresh(); }} />
          </li>
        ))}
      </ul>
    </>
  );
}
