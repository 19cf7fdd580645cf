import { describe, expect, it } from "vitest";
import { findHits, foldText, foldWords, hasWords } from "@/lib/domain/search/find-words";

const marked = (text: string, query: string) => findHits(text, foldWords(query)).map(({ from, to }) => text.slice(from, to));

describe("hasWords", () => {
  it.each([
    ["Sehr müde heute", "MUDE"], ["Sehr mu\u0308de heute", "müde"], ["Straße war zu lang", "strasse"], ["İstanbul", "istanbul"],
    ["Could not get up the stairs", "stairs get"], ["ﬁzzing feet", "fizz"], ["Łódź", "lodz"],
  ])("finds in “%s” what was typed as “%s”", (text, query) => {
    expect(hasWords(text, foldWords(query))).toBe(true);
  });
  it("wants every word, and is not content with some", () => {
    expect(hasWords("tired legs", foldWords("tired arms"))).toBe(false);
  });
  it("finds nothing for an empty query", () => {
    expect(foldWords("  \n ")).toEqual([]);
    expect(hasWords("anything", foldWords("  "))).toBe(false);
  });
  it("takes what was typed for letters, never for a pattern", () => {
    expect(hasWords("cost 5% of 100", foldWords("5%"))).toBe(true);
    expect(hasWords("abc", foldWords(".*"))).toBe(false);
    expect(hasWords("abc", foldWords("a_c"))).toBe(false);
  });
});

describe("findHits", () => {
  it("marks the text as it was written, accents and capitals too", () => {
    expect(marked("Müde, so MÜDE. Mude?", "mude")).toEqual(["Müde", "MÜDE", "Mude"]);
    expect(marked("mu\u0308de", "mude")).toEqual(["mu\u0308de"]);
    expect(marked("cafe\u0301", "cafe")).toEqual(["cafe\u0301"]);
  });
  it("marks a letter whole that folds to two", () => {
    expect(marked("Straße", "stras")).toEqual(["Straß"]);
  });
  it("joins hits that touch or lie in each other", () => {
    expect(marked("tiredness", "tired redness")).toEqual(["tiredness"]);
    expect(marked("aaa", "aa")).toEqual(["aaa"]);
  });
  it("counts behind characters that take two places", () => {
    expect(marked("😀 legs", "legs")).toEqual(["legs"]);
  });
  it("marks nothing where nothing is", () => {
    expect(marked("legs", "arms")).toEqual([]);
    expect(marked("legs", "")).toEqual([]);
  });
});

describe("foldText", () => {
  it("keeps other scripts as they are written", () => {
    expect(foldText("थकान")).toBe("थकान".normalize("NFKD"));
  });
});
