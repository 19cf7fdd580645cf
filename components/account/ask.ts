/** Why a call got no answer to work with. Each screen has a sentence for each, so that none is left without one. */
export type Trouble =
  | { kind: "offline" }
  | { kind: "tooMany"; minutes: number }
  | { kind: "invalid"; fields: readonly string[] }
  | { kind: "server" };

/** Calls a JSON route before there is an account to speak of; `callAccount` is for those who are signed in. It never throws: what went wrong is part of the answer. */
export async function ask<Answer extends object>(path: string, body?: object): Promise<Answer | Trouble> {
  try {
    const response = await fetch(path, {
      method: "POST",
      ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    return response.ok ? answer as Answer : troubleOf(response.status, { retryAfter: response.headers.get("retry-after"), fields: fieldsOf(answer) });
  } catch {
    return { kind: "offline" };
  }
}

type Told = { retryAfter?: string | null; fields?: readonly string[] };

/** What a refusal means, by its status. `retryAfter` is in seconds, as the server tells; minutes are rounded up, so that nobody comes too early. */
export function troubleOf(status: number, { retryAfter, fields = [] }: Told = {}): Trouble {
  if (status === 429) return { kind: "tooMany", minutes: Math.max(1, Math.ceil(Number(retryAfter) / 60) || 1) };
  if (status === 400) return { kind: "invalid", fields };
  return { kind: "server" };
}

/** The fields that a refusal names: `{ error: { fields: { email: "email.invalid" } } }`. */
const fieldsOf = (answer: unknown) => Object.keys((answer as { error?: { fields?: object } } | null)?.error?.fields ?? {});
