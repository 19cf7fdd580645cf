import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ClassField } from "@/components/medicines/class-field";
import { draftOf } from "@/components/medicines/medicine-draft";
import { isClassUnknown } from "@/lib/domain/medicines/medicine";
import words from "@/lib/i18n/messages/en/medicines.json";
import setUp from "@/lib/i18n/messages/en/setUp.json";

describe("the class of a name that is not known", () => {
  it("may be answered with no, or with not knowing, which are two answers; nothing chosen is not knowing", () => {
    const page = renderToStaticMarkup(<ClassField id="class" draft={draftOf({ id: "1", name: "Trial drug" })} words={words.form} classes={setUp.medicines.classes} error={undefined} onChange={() => {}} />);
    expect(page).toContain('<option value="" selected="">I do not know</option><option value="no">No</option>');
  });

  it.each([
    ["Trial drug", null, "regular", true], ["Trial drug", "other-immunosuppressant", "regular", false], ["Trial drug", null, "as-needed", false],
    ["Trial drug", null, "other", false], ["Vitamin D", null, "regular", false], ["Ocrevus", "anti-CD20", "regular", false],
  ] as const)("%s of class %s, taken %s: not known is %s", (name, is, kind, unknown) => expect(isClassUnknown({ name, class: is, kind })).toBe(unknown));
});
