"use client";

import { useId, useState } from "react";
import { useDictation, useHasDictation } from "@/components/visits/use-dictation";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type DictationProps = { words: Messages["visits"]["dictation"]; /** the label of the field it fills */ field: string; onText: (text: string) => void };

const focus = (element: HTMLElement | null) => element?.focus();
/** As long as the page: after a new start it is said again. */
let wasTold = false;

/** Speaking instead of typing, where the browser can. Where the sound goes is said before it first listens. */
export function Dictation({ words, field, onText }: DictationProps) {
  const id = useId();
  const isOffered = useHasDictation();
  const [isAsking, setIsAsking] = useState(false);
  const { state, start, stop } = useDictation(onText);
  if (!isOffered) return null;
  return (
    <div className="mt-2">
      {state === "listening"
        ? <button type="button" className="btn line px-5" onClick={stop}><Icon name="mic" size={22} />{words.stop}</button>
        : !isAsking && <button type="button" className="btn line px-5" aria-label={fill(words.long, { field })} onClick={() => (wasTold ? start() : setIsAsking(true))}><Icon name="mic" size={22} />{words.button}</button>}
      {isAsking && (
        <section className="note info" aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`} tabIndex={-1} ref={focus}>{words.title}</h3>
          <p className="mt-1">{words.text}</p>
          <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-2.5">
            <button type="button" className="btn line" onClick={() => setIsAsking(false)}>{words.cancel}</button>
            <button type="button" className="btn line" onClick={() => { wasTold = true; setIsAsking(false); start(); }}>{words.start}</button>
          </div>
        </section>
      )}
      <p role="status" className={state === "off" ? "" : "small mt-2 font-semibold"}>{state !== "off" && words[state]}</p>
    </div>
  );
}
