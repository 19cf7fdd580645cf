"use client";

import { useState, type KeyboardEvent, type RefObject } from "react";
import { searchMedicines, type FoundMedicine } from "@/lib/domain/medicines/search-medicines";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type MedicineSearchProps = {
  id: string;
  /** aria attributes of its field */
  described: object;
  input: RefObject<HTMLInputElement | null>;
  value: string;
  words: Messages["medicines"]["form"];
  kindOf: (found: FoundMedicine) => string;
  onType: (value: string) => void;
  onChoose: (found: FoundMedicine) => void;
  /** the field lost the focus */
  onLeave: () => void;
};

/** A text field with the list of medicines below it. Arrows choose, Enter takes, Escape closes; any other name is as good. */
export function MedicineSearch({ id, described, input, value, words, kindOf, onType, onChoose, onLeave }: MedicineSearchProps) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = isOpen ? searchMedicines(value) : [];
  const shows = found.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (one: FoundMedicine) => {
    onChoose(one);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shows ? found[active] : undefined;
    if (event.key === "Escape" && shows) {
      event.preventDefault();
      return close();
    }
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      return choose(chosen);
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const count = searchMedicines(value).length;
    setOpen(true);
    // One step before the first is the field itself.
    if (count > 0) setActive(event.key === "ArrowDown" ? (active + 1) % count : active <= 0 ? count - 1 : active - 1);
  };
  return (
    <div className="relative">
      <input ref={input} {...described} className="input" type="text" role="combobox" autoComplete="off" autoCapitalize="words" spellCheck={false} maxLength={120}
        aria-autocomplete="list" aria-expanded={shows} aria-controls={`${id}-list`} {...(shows && active >= 0 && { "aria-activedescendant": `${id}-${active}` })}
        value={value} onChange={(event) => {
          onType(event.target.value);
          setOpen(true);
          setActive(-1);
        }} onKeyDown={onKeyDown} onBlur={() => {
          close();
          onLeave();
        }} />
      <ul id={`${id}-list`} role="listbox" aria-label={words.suggestions} hidden={!shows}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-96 overflow-y-auto rounded-(--dm-radius-m) border-2 border-line-strong bg-surface p-1 shadow-(--dm-shadow)">
        {found.map((one, place) => (
          // The field keeps the focus, so that a tap is taken before the list closes; keys are the field's.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={one.name} id={`${id}-${place}`} role="option" aria-selected={place === active} tabIndex={-1}
            className="flex min-h-13 cursor-pointer flex-col justify-center rounded-[10px] px-3 py-1.5 aria-selected:bg-primary aria-selected:text-on-primary"
            onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
            <span className="b">{one.name}</span>
            <span className={`small ${place === active ? "" : "text-ink-2"}`}>
              {[one.name === one.medicine.substance ? "" : one.medicine.substance, kindOf(one)].filter(Boolean).join(". ")}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="vh">{!shows ? "" : found.length === 1 ? words.foundOne : fill(words.found, { count: found.length })}</p>
    </div>
  );
}
