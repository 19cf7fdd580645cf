"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { HistoryContent } from "@/components/diary/history-content";
import { wordTime, wordWeekday, wordWhen, type HistoryTexts } from "@/components/diary/history-words";
import type { Answers, CheckIn } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import { differencesOf, type Difference, type Version } from "@/lib/domain/check-in/differences";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Choice } from "@/lib/offline/conflicts";
import type { SentEntry } from "@/lib/offline/send-entry";
import type { CheckInInput } from "@/lib/schemas/check-in";

type TwoVersionsProps = {
  userId: string;
  /** the stored version as its next revision; `enteredAt` is when the entry was first typed */
  stored: CheckInInput;
  /** the stored version as the page shows it */
  storedView: ReactNode;
  /** without the texts of the rules: alerts are shown with stored versions only */
  texts: Omit<HistoryTexts, "rules">;
  /** the page as it is where nothing waits */
  children: ReactNode;
};

const focus = (element: HTMLElement | null) => element?.focus();
const isScore = (part: Difference): part is ScoreName => (SCORE_NAMES as readonly string[]).includes(part);

/** Both versions of an entry that was changed on two devices, side by side; the person says which one counts, and the other one stays too. */
export function TwoVersions({ userId, stored, storedView, texts, children }: TwoVersionsProps) {
  const router = useRouter();
  const [mine, setMine] = useState<CheckInInput | null>(null);
  const [said, setSaid] = useState<"busy" | "settled" | Exclude<SentEntry, "sent"> | "failed" | null>(null);
  const { conflict, remove } = texts.history;
  useEffect(() => {
    let isGone = false;
    // A browser that refuses storage kept nothing: there is no second version then.
    void import("@/lib/offline/conflicts").then(({ findConflicts }) => findConflicts(userId)).then((found) => {
      const own = found.findLast(({ checkIn }) => checkIn.id === stored.id);
      if (!isGone) setMine(own?.checkIn ?? null);
    }, () => undefined);
    return () => { isGone = true; };
  }, [userId, stored.id, stored.revision]);

  const choose = async (choice: Choice) => {
    if (said === "busy") return;
    setSaid("busy");
    try {
      const { settleConflict } = await import("@/lib/offline/conflicts");
      const outcome = await settleConflict({ userId, stored, choice });
      if (outcome === "refused") router.refresh(); // a third change came between: the newest is shown, and it is asked again
      if (outcome !== "sent") return setSaid(outcome);
      setMine(null);
      setSaid("settled");
      router.refresh();
    } catch {
      setSaid("failed");
    }
  };
  const status = <p role="status" className={said && said !== "busy" ? "b mb-3" : "vh"}>{said === "settled" ? conflict.settled : said && said !== "busy" && remove.outcomes[said]}</p>;
  if (!mine) return <>{status}{children}</>;
  const at = new Date(mine.recordedAt);
  const day = dayOf(at, mine.timeZone);
  const parts = differencesOf(versionOf(mine), versionOf(stored)).map((part) => (isScore(part) ? texts.symptoms[part] : conflict.parts[part]));
  const label = (choice: Choice) => (said === "busy" ? texts.history.move.busy : choice === "mine" ? conflict.keepMine : conflict.keepStored);
  return (
    <section aria-labelledby="two-versions" className="max-w-[66rem]">
      <h2 id="two-versions" tabIndex={-1} ref={focus} className="sect mt-0 mb-1">{conflict.title}</h2>
      <p className="muted mb-1">{conflict.lead}</p>
      {parts.length > 0 && <p className="b mb-4">{fill(conflict.differ, { parts: new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts) })}</p>}
      {status}
      <div className="grid items-start gap-3.5 min-[700px]:grid-cols-2">
        <article className="card mt-0 grid gap-4" aria-labelledby="version-mine">
          <div>
            <h3 id="version-mine" className="text-lg">{conflict.mine}</h3>
            <p className="small muted num">{wordWeekday(day)}, {wordTime(at, mine.timeZone)}. {fill(conflict.mineTyped, { when: wordWhen(new Date(mine.enteredAt), { day, timeZone: mine.timeZone }, texts.history) })}.</p>
          </div>
          {mine.removed ? <p className="b">{conflict.removedHere}</p> : <HistoryContent entry={{ checkIn: toCheckIn(mine), copiedFrom: "last", alerts: [] }} texts={texts as HistoryTexts} />}
          <button type="button" className="btn line wide" aria-disabled={said === "busy"} onClick={() => void choose("mine")}>{label("mine")}</button>
        </article>
        <article className="card mt-0 grid gap-4" aria-labelledby="version-stored">
          <div>
            <h3 id="version-stored" className="text-lg">{conflict.stored}</h3>
            <p className="small muted num">{wordWeekday(dayOf(new Date(stored.recordedAt), stored.timeZone))}, {wordTime(new Date(stored.recordedAt), stored.timeZone)}</p>
          </div>
          {stored.removed ? <p className="b">{conflict.removed}</p> : storedView}
          <button type="button" className="btn line wide" aria-disabled={said === "busy"} onClick={() => void choose("stored")}>{label("stored")}</button>
        </article>
      </div>
    </section>
  );
}

const versionOf = ({ recordedAt, scores, answers, trackers, note, removed }: CheckInInput): Version =>
  ({ recordedAt, scores, answers, trackers: trackers ?? {}, note: note ?? null, isRemoved: removed === true });

function toCheckIn({ id, revision, recordedAt, enteredAt, timeZone, scores, confirmedUnchanged, answers, trackers, note }: CheckInInput): CheckIn {
  const at = new Date(recordedAt);
  return {
    ...(answers as Answers), id, revision, recordedAt: at, enteredAt: new Date(enteredAt), day: dayOf(at, timeZone), timeZone, scores, confirmedUnchanged,
    trackers: (trackers ?? {}) as Trackers, note: note ?? null, enteredBy: "owner",
  };
}
