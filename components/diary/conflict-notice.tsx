"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { wordWeekday } from "@/components/diary/history-words";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type ConflictNoticeProps = { userId: string; words: Messages["history"]["conflict"] };

/** Says which entries wait on this device for a choice between two versions. */
export function ConflictNotice({ userId, words }: ConflictNoticeProps) {
  const [waiting, setWaiting] = useState<{ id: string; day: CalendarDay }[]>([]);
  useEffect(() => {
    let isGone = false;
    void import("@/lib/offline/conflicts").then(({ findConflicts }) => findConflicts(userId)).then((found) => {
      const days = new Map(found.filter(({ refusal }) => refusal?.kind === "conflict" && refusal.newestRevision > 0)
        .map(({ checkIn: { id, recordedAt, timeZone } }) => [id, dayOf(new Date(recordedAt), timeZone)]));
      if (!isGone) setWaiting([...days].map(([id, day]) => ({ id, day })));
    }, () => undefined);
    return () => { isGone = true; };
  }, [userId]);
  if (waiting.length === 0) return null;
  return (
    <div className="note urgent mb-4">
      <p className="b">{words.notice}</p>
      {waiting.map(({ id, day }) => <Link key={id} className="btn text -ms-2 text-urgent-ink" href={`/history/${id}`} prefetch={false}>{fill(words.noticeLink, { day: wordWeekday(day) })}</Link>)}
    </div>
  );
}
