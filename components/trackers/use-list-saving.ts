import { useRef, useState } from "react";
import { saveTrackers, type TrackersSaved } from "@/components/trackers/save-trackers";
import type { TrackerName } from "@/lib/domain/check-in/trackers";

/** A list that is saved with every change, the newest last: a quick second tap never overtakes the first. What is not saved stays as chosen. */
export function useListSaving(diaryId: string, stored: TrackerName[]) {
  const [list, setList] = useState(stored);
  const [state, setState] = useState<TrackersSaved | "idle" | "saving">("idle");
  const wanted = useRef(stored);
  const isSending = useRef(false);

  async function send(): Promise<void> {
    if (isSending.current) return; // the one that runs looks again when it is done
    isSending.current = true;
    setState("saving");
    let sent: TrackerName[];
    let outcome: TrackersSaved;
    do {
      sent = wanted.current;
      outcome = await saveTrackers(diaryId, sent);
    } while (sent !== wanted.current);
    isSending.current = false;
    setState(outcome);
  }

  return {
    list, state, send,
    change(next: TrackerName[]) {
      wanted.current = next;
      setList(next);
      void send();
    },
  };
}
