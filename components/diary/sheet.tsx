"use client";

import { useEffect, useRef, type ReactNode } from "react";

type SheetProps = { title: string; close: { label: string; onClose: () => void } | null; children: ReactNode };

/** A full screen on phones, a dialog above. Without `close` it waits for an answer: Escape does nothing. */
export function Sheet({ title, close, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="sheet-dialog" aria-labelledby="sheet-title" onCancel={(event) => { event.preventDefault(); close?.onClose(); }} onClose={() => close?.onClose()}>
      <div className="p-4">
        <div className="row between mb-3">
          <h1 id="sheet-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">{title}</h1>
          {close && <button type="button" className="btn line" onClick={close.onClose}>{close.label}</button>}
        </div>
        {children}
      </div>
    </dialog>
  );
}
