"use client";

import { useCallback, useSyncExternalStore } from "react";
import { deviceStorage } from "@/lib/offline/device-storage";

const KEY = "daymark.trends.view";
const CHANGED = "daymark-trends-view";

/** Charts or table, remembered on this device. `asked` is what the address says; it counts until a choice was made here. */
export function useTableChoice(asked: boolean): [boolean, (isTable: boolean) => void] {
  const isTable = useSyncExternalStore(subscribe, () => read() ?? asked, () => asked);
  const choose = useCallback((next: boolean) => {
    try {
      deviceStorage().setItem(KEY, next ? "table" : "chart");
    } catch {
      // Storage may be off; then the choice lasts as long as the page.
      remembered = next;
    }
    dispatchEvent(new Event(CHANGED));
  }, []);
  return [isTable, choose];
}

let remembered: boolean | null = null;

function read(): boolean | null {
  try {
    const kept = deviceStorage().getItem(KEY);
    return kept === null ? remembered : kept === "table";
  } catch {
    return remembered;
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}
