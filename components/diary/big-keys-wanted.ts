import { readLook } from "@/components/shell/look";

const BIG_TEXT = 1.3;

/** Big keys come by themselves when they were chosen, and with large text. */
export function wantsBigKeys(): boolean {
  const { bigKeys, text } = readLook();
  return bigKeys === true || Number(text ?? 1) >= BIG_TEXT;
}
