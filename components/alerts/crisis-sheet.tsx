"use client";

import { withName } from "@/components/alerts/alert-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Sheet } from "@/components/diary/sheet";
import { CrisisNote } from "@/components/help/crisis-note";
import { Icon } from "@/components/ui/icon";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";

/** The crisis line, at once when thoughts of ending one's life are ticked. It stores nothing and stands in nobody's way. */
export function CrisisSheet({ texts, country, onClose }: { texts: FlowTexts; country: string | undefined; onClose: () => void }) {
  const numbers = numbersFor(country);
  const words = texts.checkIn.crisis;
  const call = texts.alerts.call;
  return (
    <Sheet title={words.title} close={{ label: texts.checkIn.back, onClose }}>
      <p>{words.lead}</p>
      <div className="mt-4 grid gap-3">
        {numbers.crisis.map((number) => (
          <a key={number.tel} className="btn primary wide" href={`tel:${number.tel}`}><Icon name="phone" size={26} />{fill(call, { number: withName(number) })}</a>
        ))}
        {numbers.crisisText.map((line) => <a key={line.sms} className="btn line wide" href={`sms:${line.sms}`}><Icon name="show" size={22} /><span className="inline-block first-letter:uppercase">{line.words}</span></a>)}
        <CrisisNote note={numbers.crisisNote} />
        <p className="b mt-2">{fill(words.danger, { emergency: numbers.emergency.show })}</p>
        <a className="btn line wide" href={`tel:${numbers.emergency.tel}`}><Icon name="phone" size={22} />{fill(call, { number: numbers.emergency.show })}</a>
        <button type="button" className="btn text wide" onClick={onClose}>{words.goOn}</button>
      </div>
    </Sheet>
  );
}
