import { messages, type Messages } from "@/lib/i18n/messages";
import overrides from "@/lib/i18n/messages/en/plain.json";

type Texts = { [key: string]: unknown };
const isTexts = (value: unknown): value is Texts => typeof value === "object" && value !== null && !Array.isArray(value);

/** The texts with those of a plain diary in place of the ones that speak of alerts. */
function replaced(texts: Texts, others: Texts): Texts {
  const result: Texts = { ...texts };
  for (const [key, other] of Object.entries(others)) {
    const text = texts[key];
    result[key] = isTexts(text) && isTexts(other) ? replaced(text, other) : other;
  }
  return result;
}

const plain = replaced(messages, overrides) as Messages;

/** All texts as they are read with the rules on, or in a plain diary (`DAYMARK_ALERTS=off`), which never speaks as if it checked. */
export const textsFor = (alertsOn: boolean): Messages => (alertsOn ? messages : plain);
