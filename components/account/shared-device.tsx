"use client";

import { useId } from "react";

type SharedDeviceProps = { texts: { shared: string; sharedHint: string }; isShared: boolean; setShared: (isShared: boolean) => void };

/** A library's or a friend's device: what is chosen here goes with every way to sign in. */
export function SharedDevice({ texts, isShared, setShared }: SharedDeviceProps) {
  const id = useId();
  return (
    <label className="mt-3 flex min-h-14 cursor-pointer items-center gap-3.5 rounded-(--dm-radius-m) py-1.5">
      <input type="checkbox" name="isShared" className="size-7 shrink-0 accent-[var(--dm-primary)]" checked={isShared} onChange={(event) => setShared(event.target.checked)} aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`} />
      <span className="min-w-0">
        <span id={`${id}-label`} className="block font-semibold">{texts.shared}</span>
        <span id={`${id}-hint`} className="block text-sm text-ink-2">{texts.sharedHint}</span>
      </span>
    </label>
  );
}
