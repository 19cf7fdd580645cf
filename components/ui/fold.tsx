"use client";

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type FoldProps = { title: string; answer: string; isAnswered: boolean; children: ReactNode };

/** A question that stays folded until it is wanted; what was answered stands beside its name. */
export function Fold({ title, answer, isAnswered, children }: FoldProps) {
  return (
    <details className="card group py-1.5">
      <summary className="min-h-14 text-ink">
        <span className="grow">
          <span className="block">{title}</span>
          <span className={`block text-sm font-normal ${isAnswered ? "text-ink" : "text-ink-2"}`}>{answer}</span>
        </span>
        <Icon name="down" className="transition-transform duration-(--dm-fast) group-open:rotate-180" />
      </summary>
      <div className="grid gap-5 pt-3 pb-3">{children}</div>
    </details>
  );
}
