/** `fields` says where the file does not fit, by message keys. */
export type Sent<T> = { kind: "ok"; value: T } | { kind: "invalid"; fields: Record<string, string> } | { kind: "leaving" } | { kind: "conflict" | "tooMany" | "tooLarge" | "offline" | "server" };

/**
 * Sends a whole file and tells how far it is, which `fetch` cannot. Never throws, so no screen is left without a sentence.
 * @param onProgress whole percent of what was sent
 */
export function sendFile<T>(path: string, json: string, onProgress: (percent: number) => void): Promise<Sent<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && onProgress(Math.floor((loaded / total) * 100));
    request.onerror = () => resolve({ kind: "offline" });
    request.onload = () => resolve(outcomeOf<T>(request.status, request.responseText));
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/json");
    request.send(json);
  });
}

function outcomeOf<T>(status: number, text: string): Sent<T> {
  const answer = parse(text) as (T & { error?: { fields?: Record<string, string> } }) | null;
  if (status === 200 && answer) return { kind: "ok", value: answer };
  if (status === 401) {
    location.assign(`/session-ended?returnTo=${encodeURIComponent(location.pathname)}`);
    return { kind: "leaving" };
  }
  if (status === 400 && answer?.error?.fields) return { kind: "invalid", fields: answer.error.fields };
  if (status === 409) return { kind: "conflict" };
  if (status === 413) return { kind: "tooLarge" };
  return { kind: status === 429 ? "tooMany" : "server" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
