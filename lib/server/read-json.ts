import "server-only";

export const MAX_BODY_BYTES = 256 * 1024;

export type Body = { kind: "json"; value: unknown } | { kind: "too-large" } | { kind: "not-json" };

/** Reads a JSON body of at most 256 kB, or as much as a route says. What is larger is not read to its end, whatever its header says. */
export async function readJson(request: Request, most = MAX_BODY_BYTES): Promise<Body> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return { kind: "too-large" };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) return { kind: "too-large" };
    chunks.push(chunk);
  }
  try {
    return { kind: "json", value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    return { kind: "not-json" };
  }
}
