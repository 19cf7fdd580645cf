"use client";

import { Icon } from "@/components/ui/icon";

export function PrintButton({ label }: { label: string }) {
  return <button type="button" className="btn line noprint self-start px-4" onClick={() => window.print()}><Icon name="print" size={22} />{label}</button>;
}
