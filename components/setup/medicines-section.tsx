"use client";

import { useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { MedicineForm } from "@/components/setup/medicine-form";
import type { SetUpTexts } from "@/components/setup/section-props";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import type { MedicineInput } from "@/lib/schemas/medicine";

type MedicinesSectionProps = { texts: SetUpTexts; diaryId: string; list: readonly MedicineInput[]; setList: (list: MedicineInput[]) => void; onOpen?: (isOpen: boolean) => void };

/** The list and, one at a time, the form of a medicine. Each is saved by itself. */
export function MedicinesSection({ texts, diaryId, list, setList, onOpen }: MedicinesSectionProps) {
  const { medicines: words } = texts;
  const [open, setOpen] = useState<MedicineInput | null>(null);
  const [said, setSaid] = useState("");
  const addButton = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    onOpen?.(open !== null);
    if (!open && wasOpen.current) addButton.current?.focus();
    wasOpen.current = open !== null;
  }, [open, onOpen]);

  const keep = (saved: MedicineInput) => {
    const { updatedAt: _loaded, ...medicine } = saved; // this page changed it last
    setList(list.some(({ id }) => id === saved.id) ? list.map((each) => (each.id === saved.id ? medicine : each)) : [...list, medicine]);
    setOpen(null);
    setSaid(texts.saved);
  };
  const show = (medicine: MedicineInput) => {
    setSaid("");
    setOpen(medicine);
  };
  if (open) return <MedicineForm key={open.id} texts={texts} diaryId={diaryId} initial={open} onSaved={keep} onCancel={() => setOpen(null)} />;
  return (
    <>
      {list.length === 0 ? <p className="card text-ink-2">{words.none}</p> : (
        <ul className="card list py-1">
          {list.map((medicine) => (
            <li key={medicine.id}>
              <span className="grow">
                <span className="block font-semibold wrap-anywhere">{medicine.name}</span>
                <span className="block text-sm text-ink-2">{describe(medicine, words)}</span>
              </span>
              <button type="button" className="btn line px-4" aria-label={fill(words.changeNamed, { name: medicine.name })} onClick={() => show({ ...medicine })}>{words.change}</button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="mt-2 font-semibold text-ok-ink empty:hidden">{said}</p>
      <button ref={addButton} type="button" className="btn line wide mt-3.5 min-h-15" onClick={() => show({ id: uuidv7(), name: "" })}><Icon name="plus" />{words.add}</button>
      <p className="mt-3.5 text-sm text-ink-2">{words.advice}</p>
    </>
  );
}

/** Its kind and the date that matters most: stopped, else the last dose, else the start. */
function describe(medicine: MedicineInput, words: SetUpTexts["medicines"]): string {
  const kind = medicine.class ? words.classes[medicine.class].name : words.kindUnknown;
  const { stoppedOn, lastDoseOn, startedOn } = medicine;
  const date = stoppedOn ? fill(words.stopped, { date: worded(stoppedOn) })
    : lastDoseOn ? fill(words.lastDose, { date: worded(lastDoseOn) })
    : startedOn ? fill(words.started, { date: worded(startedOn) }) : null;
  return date ? `${kind}, ${date}` : kind;
}

/** "2 September 2026". A calendar day has no zone, so it is worded in UTC. */
function worded(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
