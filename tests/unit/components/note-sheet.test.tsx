import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NoteSheet } from "@/components/diary/note-sheet";
import checkIn from "@/lib/i18n/messages/en/checkIn.json";

describe("the note", () => {
  it("says beside its field that nobody checks it for emergencies", () => {
    const html = renderToStaticMarkup(<NoteSheet words={checkIn as never} initial="" onSave={() => {}} onClose={() => {}} />);
    expect(html).toMatch(/<textarea[^>]*aria-describedby="note-hint"/);
    expect(html).toMatch(/<p id="note-hint"[^>]*>Nobody checks notes for emergencies\.<\/p>/);
  });
});
