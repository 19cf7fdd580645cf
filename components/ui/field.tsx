import type { ReactNode } from "react";

type FieldProps = { id: string; label: string; hint?: string; error?: string | undefined; children: ReactNode };

/** A label, the control and what is wrong with it. The control names `${id}-hint` and `${id}-error` as its description. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className="-mt-1 mb-2 text-sm text-ink-2">{hint}</p>}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? <p id={`${id}-error`} className="mt-2 font-semibold text-urgent-ink">{error}</p> : null;
}

/** The attributes that tie a control to its field. */
export function fieldProps(id: string, { hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, ...(described && { "aria-describedby": described }), ...(error && { "aria-invalid": true as const }) };
}
