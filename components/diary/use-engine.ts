"use client";

import { useEffect, useState } from "react";
import { pageContext, type FlowProps } from "@/components/diary/flow-props";
import type { CheckInService } from "@/lib/offline/check-in-service";

type Later = typeof import("@/components/diary/later-steps");
/** `failed`: still trying; the answers wait, because without the rules the safety check would be skipped. */
export type Engine = { status: "loading" | "failed"; later: null; service: null } | { status: "ready"; later: Later; service: CheckInService };

const RETRY_MS = 4_000;

/**
 * The rest of the check-in, fetched right after hydration so that it is there before the first answer and works when the
 * network goes: later steps, alert screen, rules, outbox.
 */
export function useEngine(props: FlowProps): Engine {
  const [engine, setEngine] = useState<Engine>({ status: "loading", later: null, service: null });
  const { userId, diaryId } = props;
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened: CheckInService | null = null;
    const load = async () => {
      try {
        const [later, { openCheckInService }] = await Promise.all([import("@/components/diary/later-steps"), import("@/lib/offline/check-in-service")]);
        const service = await openCheckInService({ userId, diaryId, alertsOn: props.alertsOn, fallback: pageContext(props) });
        if (isGone) return service.close();
        opened = service;
        setEngine({ status: "ready", later, service });
      } catch {
        if (isGone) return;
        setEngine({ status: "failed", later: null, service: null });
        timer = setTimeout(() => void load(), RETRY_MS);
      }
    };
    void load();
    return () => {
      isGone = true;
      clearTimeout(timer);
      opened?.close();
    };
    // The engine belongs to the diary, not to a rendering of the page.
  }, [userId, diaryId]);

  const service = engine.service;
  useEffect(() => {
    if (!service) return;
    const send = () => void service.outbox.sendNow();
    const onVisible = () => document.visibilityState === "visible" && send();
    const onOnline = () => {
      send();
      void service.refresh();
    };
    send();
    addEventListener("online", onOnline);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      removeEventListener("online", onOnline);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [service]);
  return engine;
}
