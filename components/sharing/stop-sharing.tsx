"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog, type Outcome } from "@/components/ui/confirm-dialog";
import { fill } from "@/lib/i18n/fill";

type StopSharingProps = {
  href: string;
  grantId: string;
  name: string;
  texts: { title: string; text: string; yes: string; busy: string; no: string; failed: string; offline: string };
  label: string;
  fullLabel: string;
};

/** Ends a grant after one question that names the person. The server refuses them from its answer on, so nothing is said before it. */
export function StopSharing({ href, grantId, name, texts, label, fullLabel }: StopSharingProps) {
  const router = useRouter();
  const stop = async (): Promise<Outcome> => {
    try {
      const { ok, status } = await fetch(href, { method: "DELETE" });
      if (ok) return "done";
      if (status !== 401) return { problem: texts.failed };
      router.push("/session-ended");
      return "leaving";
    } catch {
      return { problem: texts.offline }; // nothing was reached
    }
  };
  return (
    <ConfirmDialog className="wide mt-3.5" label={label} fullLabel={fullLabel} onYes={stop} onDone={() => router.replace(`/share?stopped=${grantId}`)}
      words={{ ...texts, title: fill(texts.title, { name }), text: fill(texts.text, { name }) }} />
  );
}
