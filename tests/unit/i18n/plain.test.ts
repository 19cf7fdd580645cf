import { describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import plainJson from "@/lib/i18n/messages/en/plain.json";
import { textsFor } from "@/lib/i18n/plain";

type Texts = { [key: string]: unknown };
/** Every text below an object, as path and value. */
const leaves = (texts: unknown, path = ""): [string, string][] =>
  typeof texts === "string" ? [[path, texts]]
    : typeof texts === "object" && texts !== null ? Object.entries(texts as Texts).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key)) : [];

describe("the texts of a plain diary", () => {
  it("are the usual ones while the rules are on", () => {
    expect(textsFor(true)).toBe(messages);
  });
  it("replace only texts that exist, and keep their placeholders", () => {
    const usual = new Map(leaves(messages));
    for (const [path, text] of leaves(plainJson)) {
      expect(usual.has(path), path).toBe(true);
      const placeholders = (of: string) => of.match(/\{\w+\}/g) ?? [];
      expect(placeholders(text), path).toEqual(placeholders(usual.get(path)!));
    }
  });
  it("change nothing else, and leave the usual texts as they were", () => {
    const replaced = new Set(leaves(plainJson).map(([path]) => path));
    const usual = leaves(messages);
    const plain = leaves(textsFor(false));
    expect(plain.map(([path]) => path)).toEqual(usual.map(([path]) => path));
    for (const [index, [path, text]] of plain.entries()) expect(text === usual[index]![1], path).toBe(!replaced.has(path));
    expect(messages.common.statement).toContain("alerts can be late or fail");
  });
  it("never speak as if something were checked", () => {
    const { common, checkIn, medicines, more, setUp, sharing, landing } = textsFor(false);
    expect(common.plainDiary).toBe("This is a plain diary. It does not check for danger.");
    expect(common.statement).toContain("it does not check for danger");
    expect(checkIn.safety.lead).toContain("Nothing here checks them for danger.");
    const spoken = [common.statement, checkIn.waitingHint, checkIn.notReady, more.aboutYou.lead, medicines.lead, setUp.sections.body.lead, setUp.sections.medicines.lead,
      sharing.latest.newSign, sharing.latest.alertsUnknown, landing.notEmergency.text];
    for (const text of spoken) expect(text).not.toMatch(/alerts can|warn you|is urgent|safety check could|raised no alert/);
  });
});
