import { describe, expect, it } from "vitest";
import { labelledBlocks } from "@/components/relapse/relapse-strip";

describe("the lengths above the strip", () => {
  const [old, recent] = [{ id: "old", kind: "relapse" as const, middle: 100 }, { id: "recent", kind: "relapse" as const, middle: 167 }];
  it("are all written where there is room, and never over each other", () => {
    expect(labelledBlocks([old, { ...recent, middle: 168 }])).toEqual(new Set(["old", "recent"]));
    expect(labelledBlocks([old, recent])).toEqual(new Set(["recent"]));
  });
  it("go to what is confirmed before what is possible", () => {
    expect(labelledBlocks([old, { ...recent, kind: "possible" }])).toEqual(new Set(["old"]));
  });
});
