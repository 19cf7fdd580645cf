import { useEffect, type RefObject } from "react";

/** Opens a dialog over the page with the focus on its headline, and gives the focus back to where it was when it is gone. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, titleId: string): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    document.getElementById(titleId)?.focus();
    return () => {
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (isThere ? before : document.getElementById("result-title") ?? document.getElementById("main"))?.focus({ preventScroll: true });
    };
    // Once: the dialog lives as long as what it shows.
  }, []);
}
