"use client";

import { HELP_DIALOG_ID } from "@/components/shell/help-dialog-id";
import { IconFrame, PHONE_PATH } from "@/components/ui/icon-frame";

/**
 * Emergency numbers in one tap. The numbers are already in the page as a dialog, so it works without a network and the
 * draft stays; before scripts are up, or on a page without the dialog, it is a plain link to the same numbers.
 */
export function HelpButton({ label }: { label: string }) {
  return (
    <a
      className="btn sos"
      href="/help"
      onClick={(event) => {
        const dialog = document.getElementById(HELP_DIALOG_ID);
        if (!(dialog instanceof HTMLDialogElement)) return;
        event.preventDefault();
        dialog.showModal();
      }}
    >
      <IconFrame size={20}>{PHONE_PATH}</IconFrame>
      {label}
    </a>
  );
}
