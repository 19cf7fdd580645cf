"use client";

/** Asks for the start again: the page that shows this stands in for another one. */
export function ReloadButton({ label }: { label: string }) {
  return <button type="button" className="btn primary wide" onClick={() => (location.pathname === "/offline" ? location.assign("/today") : location.reload())}>{label}</button>;
}
