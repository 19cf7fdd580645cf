import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldErrors } from "@/lib/schemas/fields";

const schema = z.strictObject({ name: z.string().max(3, "name.tooLong"), inner: z.strictObject({ score: z.int("score.range") }) });
const errorsOf = (value: unknown) => fieldErrors(schema.safeParse(value).error!);

describe("fieldErrors", () => {
  it("names the path and the message key", () => expect(errorsOf({ name: "four", inner: { score: 1.5 } })).toEqual({ name: "name.tooLong", "inner.score": "score.range" }));
  it("tells missing from wrong", () => expect(errorsOf({ name: 4 })).toEqual({ name: "field.invalid", inner: "field.missing" }));
  it("names unknown fields where they stand", () => expect(errorsOf({ name: "x", inner: { score: 1, x: 2 } })).toEqual({ "inner.x": "field.unknown" }));
  it("calls the whole thing body", () => expect(errorsOf(null)).toEqual({ body: "field.invalid" }));
  it("repeats no value and shortens long names", () => {
    const fields = errorsOf({ name: "secret", inner: { score: 1 }, ["k".repeat(500)]: "secret" });
    expect(JSON.stringify(fields)).not.toContain("secret");
    expect(Object.keys(fields).every((key) => key.length <= 64)).toBe(true);
  });
});
