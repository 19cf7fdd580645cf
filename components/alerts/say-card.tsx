"use client";

import { useEffect, useState } from "react";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Icon } from "@/components/ui/icon";

/** What to tell the emergency service, from the answers. "Show it big" fills the screen for someone who calls for you. */
export function SayCard({ words, text, tone = "" }: { words: FlowTexts["alerts"]["say"]; text: string; /** the colour of its edge, red when not given */ tone?: string }) {
  const [isBig, setIsBig] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const canShare = typeof navigator !== "undefined" && "share" in navigator;
  useScreenAwake(isBig);
  return (
    <section aria-label={words.title}>
      <div className="row between">
        <h2>{words.title}</h2>
        <button type="button" className="btn text small min-h-12" onClick={() => setIsBig(true)}><Icon name="show" size={22} />{words.big}</button>
      </div>
      <p className={`say mt-1 ${tone}`}>{text}</p>
      <div className="-mb-2 -ms-2 flex flex-wrap gap-x-2">
        <button type="button" className="btn text small min-h-12" onClick={() => void navigator.clipboard?.writeText(text).then(() => setIsCopied(true), () => undefined)}>
          <span role="status">{isCopied ? words.copied : words.copy}</span>
        </button>
        {canShare && <button type="button" className="btn text small min-h-12" onClick={() => void navigator.share({ text }).catch(() => undefined)}>{words.share}</button>}
      </div>
      {isBig && (
        <div className="bg-bg text-ink fixed inset-0 z-10 flex flex-col overflow-y-auto p-5" role="region" aria-label={words.title}>
          <p className="grow text-3xl leading-tight font-semibold">{text}</p>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the page behind is covered: focus belongs to the only button */}
          <button type="button" className="btn primary wide mt-6" autoFocus onClick={() => setIsBig(false)}>{words.close}</button>
        </div>
      )}
    </section>
  );
}

/** Keeps the screen on while the words are shown big; a browser without it just dims as usual. */
function useScreenAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !("wakeLock" in navigator)) return;
    const request = navigator.wakeLock.request("screen").catch(() => null);
    return () => void request.then((lock) => lock?.release());
  }, [isOn]);
}
