"use client";

import { useRouter } from "next/navigation";
import { deleteVisit } from "@/components/visits/call-visits";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { forgetFormDraft } from "@/lib/offline/form-draft";

type RemoveVisitProps = { diaryId: string; visitId: string; day: string; words: Messages["visits"] };

export function RemoveVisit({ diaryId, visitId, day, words }: RemoveVisitProps) {
  const router = useRouter();
  const { remove, problems } = words;
  return (
    <ConfirmDialog
      label={remove.button} fullLabel={fill(remove.long, { day })} words={{ ...remove, title: fill(remove.title, { day }) }}
      onYes={async () => {
        const outcome = await deleteVisit(diaryId, visitId);
        if (outcome.kind !== "saved" && outcome.kind !== "notFound") return { problem: outcome.kind === "signedOut" ? problems.signedOut : problems.removeFailed };
        forgetFormDraft(`visit.${diaryId}.${visitId}`);
        return "done";
      }}
      onDone={() => {
        router.refresh();
        document.getElementById("visits-title")?.focus();
      }}
    />
  );
}
