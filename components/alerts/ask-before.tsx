"use client";

import { useRef } from "react";
import { callOf } from "@/components/alerts/alert-card";
import { wordNames, wordRule } from "@/components/alerts/alert-words";
import { HelpQuestion } from "@/components/alerts/help-question";
import { useModal } from "@/components/alerts/use-modal";
import { formatDay } from "@/components/diary/format";
import type { CheckIn, OpenAlert } from "@/components/diary/use-check-in";
import { MOST_MESSAGES } from "@/lib/domain/alerts/presentation";
import { numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { deviceZone } from "@/lib/offline/check-in-service";

/** Before a new check-in begins: what became of the alarm that nobody answered. Back begins nothing; the next touch asks again. */
export function AskBefore({ check, alert }: { check: CheckIn; alert: OpenAlert }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog, "help-question");
  const { texts } = check.props;
  const words = texts.alerts;
  const { country, contacts = {} } = check.engine.service?.profile() ?? check.props.profile;
  const numbers = numbersFor(country);
  const tier = alert.tier === "EMERGENCY" ? "EMERGENCY" : "URGENT";
  const day = dayOf(alert.draft.recordedAt ? new Date(alert.draft.recordedAt) : alert.shownAt, alert.draft.timeZone ?? deviceZone());
  const names = wordNames(alert.alerts.slice(0, MOST_MESSAGES).map(({ ruleId }) => wordRule(texts, ruleId, numbers).name));
  const offer = check.usualOffer(alert);
  const logged = day === dayOf(new Date(), deviceZone()) ? fill(words.asked.beforeToday, { names }) : fill(words.asked.before, { date: formatDay(day, "long"), names });
  return (
    <dialog ref={dialog} role="alertdialog" aria-labelledby="help-question" className="bg-bg m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto border-0 p-0"
      onCancel={(event) => { event.preventDefault(); check.cancelUnanswered(); }} onClose={() => check.cancelUnanswered()}>
      <HelpQuestion
        help={texts.common.help} title={words.asked.helpTitle} lines={[logged, words.asked.beforeLead]} isEmergency={false} pill={{ tier, label: tier === "EMERGENCY" ? words.emergency : words.urgent.label }}
        call={callOf(tier, { alerts: alert.alerts, texts, numbers, contacts })} words={words.asked} statement={fill(words.statement, { emergency: numbers.emergency.show })}
        usual={{
          note: fill(tier === "EMERGENCY" ? words.asked.usualNote : words.asked.usualNoteUrgent, placeholdersFor(numbers)), goOn: words.goOn,
          offer: offer && { findings: offer.added, texts, timeZone: deviceZone(), onAdd: () => check.addUsual(alert) },
        }}
        onYes={() => check.answerUnanswered("got-help")} onNotYet={() => check.answerUnanswered("not-yet")} onUsual={() => check.answerUnanswered("my-usual")}
        back={{ label: words.back, onBack: check.cancelUnanswered }}
      />
    </dialog>
  );
}
