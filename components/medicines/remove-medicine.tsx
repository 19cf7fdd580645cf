"use client";

import { useRouter } from "next/navigation";
import { removeMedicine } from "@/components/medicines/call-medicines";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import type { DiaryOf } from "@/lib/offline/then-refresh";

type RemoveMedicineProps = { diary: DiaryOf; medicineId: string; name: string; words: Messages["medicines"]["remove"]; problems: Record<string, string>; onRemoved: () => void };

/** For what was entered by mistake. It says that stopping is something else. */
export function RemoveMedicine({ diary, medicineId, name, words, problems, onRemoved }: RemoveMedicineProps) {
  const router = useRouter();
  return (
    <ConfirmDialog className="wide" label={words.button} words={{ ...words, title: fill(words.title, { name }) }}
      onYes={async () => {
        const outcome = await removeMedicine(diary, medicineId);
        return outcome.kind === "saved" ? "done" : { problem: problems[outcome.kind === "invalid" ? "field.invalid" : outcome.kind] ?? "" };
      }}
      onDone={() => {
        onRemoved();
        router.push(`/medicines?removed=${medicineId}`);
        router.refresh();
      }}
    />
  );
}
