"use client";

import { useId, type ReactNode } from "react";
import type { Step } from "@/components/account/use-step";
import { Icon } from "@/components/ui/icon";

type FieldProps = { step: Step; label: string; value: string; onChange: (value: string) => void; /** id of a text that says more */ describedBy?: string };

const BOX = "mt-2 font-semibold text-urgent-ink empty:hidden";

export function EmailField({ step: { input, problem }, label, value, onChange, describedBy }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="relative block">
        <Icon name="mail" className="pointer-events-none absolute start-4 top-1/2 -translate-y-1/2" />
        <input ref={input} id={id} className="input min-h-15 ps-13" type="email" name="email" autoComplete="email" inputMode="email"
          autoCapitalize="none" spellCheck={false} maxLength={254} required value={value} onChange={(event) => onChange(event.target.value)}
          aria-invalid={problem !== ""} aria-describedby={[`${id}-problem`, describedBy].filter(Boolean).join(" ")} />
      </span>
      <p id={`${id}-problem`} role="alert" className={BOX}>{problem}</p>
    </div>
  );
}

type CodeFieldProps = FieldProps & { kind: "digits" | "letters"; name: string; children?: ReactNode };

/** A code as it stands in a mail, an app or on paper; spaces and hyphens may be typed along. */
export function CodeField({ step: { input, problem }, label, value, onChange, describedBy, kind, name, children }: CodeFieldProps) {
  const id = useId();
  const spread = kind === "digits" ? "text-xl tracking-[0.3em]" : "text-lg tracking-[0.06em]";
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input ref={input} id={id} className={`input num min-h-15 font-semibold ${spread}`} type="text" name={name} required value={value}
        onChange={(event) => onChange(event.target.value)} spellCheck={false} autoCapitalize="none" autoCorrect="off"
        {...(kind === "digits" ? { inputMode: "numeric" as const, autoComplete: "one-time-code", maxLength: 12 } : { autoComplete: "off", maxLength: 80 })}
        aria-invalid={problem !== ""} aria-describedby={[`${id}-problem`, describedBy].filter(Boolean).join(" ")} />
      <p id={`${id}-problem`} role="alert" className={BOX}>{problem}</p>
      {children}
    </div>
  );
}

/** The six digits of what was typed; null when there are fewer or more. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replace(/\D/g, "");
  return digits.length === 6 ? digits : null;
}

/** What looks like an address. Whether it is one, the server says. */
export const looksLikeEmail = (typed: string) => /^\S+@\S+\.\S+$/.test(typed);
