import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { OperatorCard, type Operator } from "@/components/public/operator-card";
import { messages } from "@/lib/i18n/messages";

const texts = messages.privacy.operator;
const nobody: Operator = { name: undefined, address: [], email: undefined, phone: undefined, contact: undefined, isDemo: false };
const clinic: Operator = { name: "Example Clinic", address: ["1 Example Street", "Example Town"], email: "help@example.org", phone: undefined, contact: undefined, isDemo: false };
const show = (operator: Operator) => renderToStaticMarkup(<OperatorCard texts={texts} operator={operator} />);

describe("OperatorCard", () => {
  it("names the operator with the ways to reach them, and nothing that was not given", () => {
    const html = show(clinic);
    for (const part of ["Example Clinic", "1 Example Street", "Example Town", 'href="mailto:help@example.org"']) expect(html).toContain(part);
    for (const absent of [texts.demo, texts.unknown, texts.phone, texts.contact]) expect(html).not.toContain(absent);
  });
  it("shows telephone and privacy contact where there are any", () => {
    const html = show({ ...clinic, phone: "+44 20 7946 0000", contact: "Data officer, data@example.org" });
    expect(html).toContain('href="tel:+442079460000"');
    expect(html).toContain("Data officer, data@example.org");
  });
  it("says plainly that a demo has no operator", () => {
    expect(show({ ...nobody, isDemo: true })).toContain(texts.demo);
    expect(show({ ...nobody, isDemo: true })).not.toContain(texts.unknown);
  });
  it("warns where nobody is named and it is not a demo", () => expect(show(nobody)).toContain(texts.unknown));
});
