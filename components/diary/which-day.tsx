"use client";

import { useState } from "react";
import { formatDay, formatTime } from "@/components/diary/format";
import { Sheet } from "@/components/diary/sheet";
import type { CheckIn } from "@/components/diary/use-check-in";
import { canStillFile, daysToChoose, endOfDay, instantOf, problemOf } from "@/lib/domain/check-in/earlier";
import { newDraft } from "@/lib/domain/check-in/flow";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { deviceZone } from "@/lib/offline/check-in-service";

/** A check-in left open past midnight: the person says which day it is for. Nothing is filed by itself. */
export function DayQuestion({ check, began }: { check: CheckIn; began: CalendarDay }) {
  const words = check.props.texts.checkIn;
  const today = dayOf(new Date(), deviceZone());
  return (
    <Sheet title={words.midnight.title} close={null}>
      <p className="muted">{fill(words.midnight.lead, { day: formatDay(began, "long") })}</p>
      <div className="choices one mt-4">
        {canStillFile(began, today) && (
          <button type="button" className="choice start" onClick={() => check.answerDay({ type: "file-under", day: began, recordedAt: endOfDay(began, deviceZone()).toISOString() })}>
            {fill(words.midnight.that, { day: formatDay(began, "long") })}
          </button>
        )}
        <button type="button" className="choice start" onClick={() => check.answerDay({ type: "file-under", day: today, recordedAt: null })}>
          {fill(words.midnight.today, { day: formatDay(today, "long") })}
        </button>
        <button type="button" className="choice start" onClick={() => check.answerDay({ type: "replace", draft: newDraft(today) })}>{words.midnight.fresh}</button>
      </div>
    </Sheet>
  );
}

/** "This was earlier": a day up to a week back and a time. */
export function EarlierSheet({ check, onClose }: { check: CheckIn; onClose: () => void }) {
  const words = check.props.texts.checkIn;
  const zone = deviceZone();
  const [now, setNow] = useState(() => new Date());
  const given = check.state.draft.recordedAt ? new Date(check.state.draft.recordedAt) : now;
  const [day, setDay] = useState(() => dayOf(given, zone));
  const [time, setTime] = useState(() => formatTime(given));
  const instant = /^\d\d:\d\d$/.test(time) ? instantOf(day, time, zone) : null;
  const problem = instant && problemOf(instant, now);

  return (
    <Sheet title={words.earlier.title} close={{ label: words.back, onClose }}>
      <p className="muted">{words.earlier.lead}</p>
      <div className="field mt-4">
        <label htmlFor="earlier-day">{words.earlier.day}</label>
        <select id="earlier-day" className="input" value={day} onChange={(event) => setDay(event.currentTarget.value)}>
          {daysToChoose(now, zone).map((each) => <option key={each} value={each}>{formatDay(each, "long")}</option>)}
        </select>
      </div>
      <div className="field mt-4">
        <label htmlFor="earlier-time">{words.earlier.time}</label>
        <input id="earlier-time" type="time" className="input" value={time} aria-invalid={problem !== null} aria-describedby={problem ? "earlier-error" : undefined} onChange={(event) => setTime(event.currentTarget.value)} />
        {problem && <p id="earlier-error" role="alert" className="text-urgent-ink mt-1 text-sm font-semibold">{words.earlier[problem]}</p>}
      </div>
      <div className="mt-6 grid gap-3">
        <button type="button" className="btn primary wide" aria-disabled={!instant || problem !== null} onClick={() => {
          // The sheet may have been open for a while: what counts is the moment of the tap.
          const tapped = new Date();
          if (!instant || problemOf(instant, tapped)) return setNow(tapped);
          check.answerDay({ type: "file-under", day, recordedAt: instant.toISOString() });
          onClose();
        }}>{words.earlier.use}</button>
        <button type="button" className="btn line wide" onClick={() => {
          check.answerDay({ type: "file-under", day: dayOf(new Date(), zone), recordedAt: null });
          onClose();
        }}>{words.earlier.now}</button>
      </div>
    </Sheet>
  );
}
