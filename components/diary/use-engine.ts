"use client";

import { useEffect, useState } from "react";
import type { openDesk } from "@/components/diary/alert-desk";
import { pageContext, type FlowProps } from "@/components/diary/flow-props";
import { whenBack } from "@/components/diary/when-back";
import type { CheckInService } from "@/lib/offline/check-in-service";

/** `failed`: still trying; the answers wait, because without the rules the safety check would be skipped. */
export type Engine = { status: "loading" | "failed"; service: null } | { status: "ready"; service: CheckInService; openDesk: typeof openDesk };

const RETRY_MS = 4_000;

/**
 * Rules and outbox, fetched right after hydration so that they are there before the first answer and work when the network goes.
 */
export function useEngine(props: FlowProps): Engine {
  const [engine, setEngine] = useState<Engine>({ status: "loading", service: null });
  const { userId, diaryId } = props;
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened: CheckInService | null = null;
    const load = async () => {
      try {
        const [{ openCheckInService }, { openDesk }] = await Promise.all([import("@/lib/offline/check-in-service"), import("@/components/diary/alert-desk")]);
        const service = await openCheckInService({ userId, diaryId, alertsOn: props.alertsOn, fallback: pageContext(props) });
        if (isGone) return service.close();
        opened = service;
        setEngine({ status: "ready", service, openDesk });
      } catch {
        if (isGone) return;
        setEngine({ status: "failed", service: null });
        timer = setTimeout(() => void load(), RETRY_MS);
      }
    };
    void load();
    return () => {
      isGone = true;
      clearTimeout(timer);
      void opened?.close();
    };
    // The engine belongs to the diary, not to a rendering of the page.
  }, [userId, diaryId]);

  const service = engine.service;
  useEffect(() => {
    if (!service) return;
    const send = () => void service.outbox.sendNow();
    send();
    return whenBack(send);
  }, [service]);
  return engine;
}
