/** The text of a file, or why it has none. */
export type Decoded = { text: string } | { problem: "empty" | "notText" | "encoding" };

/**
 * Reads a file as UTF-8 or UTF-16, with or without its mark. Any other encoding is refused in words, since guessing would turn names
 * and notes into nonsense without anybody noticing.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: "empty" };
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes("\u0000")) return { problem: "notText" };
    return text.trim() === "" ? { problem: "empty" } : { text };
  } catch {
    return { problem: bytes.subarray(0, 4096).includes(0) ? "notText" : "encoding" };
  }
}

/** By its mark; UTF-16 without one by the empty half of its first characters. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 64);
  const empty = (from: 0 | 1) => head.every((byte, at) => at % 2 !== from || byte === 0);
  if (head.length >= 4 && head.length % 2 === 0 && empty(1) && !empty(0)) return "utf-16le";
  if (head.length >= 4 && head.length % 2 === 0 && empty(0) && !empty(1)) return "utf-16be";
  return "utf-8";
}
