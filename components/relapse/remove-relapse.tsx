"use client";

import { useRouter } from "next/navigation";
import { deleteRelapse } from "@/components/relapse/call-relapses";
import { draftName } from "@/components/relapse/relapse-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DiaryOf } from "@/lib/offline/then-refresh";
import type { Messages } from "@/lib/i18n/messages";
import { forgetFormDraft } from "@/lib/offline/form-draft";

type RemoveRelapseProps = { diary: DiaryOf; relapseId: string; words: Pick<Messages["relapseForm"], "remove" | "problems"> };

/** Asks once; the way on is the timeline, where it stood. */
export function RemoveRelapse({ diary, relapseId, words: { remove, problems } }: RemoveRelapseProps) {
  const router = useRouter();
  return (
    <ConfirmDialog label={remove.button} className="w-full" words={remove}
      onYes={async () => {
        const outcome = await deleteRelapse(diary, relapseId);
        if (outcome.kind !== "saved" && outcome.kind !== "notFound") return { problem: outcome.kind === "invalid" ? problems.server : problems[outcome.kind] };
        forgetFormDraft(draftName(diary.diaryId, relapseId));
        return "done";
      }}
      onDone={() => {
        router.push("/relapses");
        router.refresh();
      }} />
  );
}
