import { describe, expect, it } from "vitest";
import { troubleOf } from "@/components/account/ask";
import { readSignInError } from "@/components/account/sign-in-api";
import { wordRefusal, wordTrouble } from "@/components/account/word-refusal";
import { messages } from "@/lib/i18n/messages";

const texts = messages.signIn.problems;

describe("wordRefusal", () => {
  it.each([[4, "That code did not match. 4 tries left."], [1, "That code did not match. 1 try left."]])("with %d left says %s", (left, said) => {
    expect(wordRefusal(left, texts)).toBe(said);
  });
  it("speaks of no tries where the server told of none", () => {
    expect(wordRefusal(undefined, texts)).toBe("That code did not match.");
  });
});

describe("troubleOf", () => {
  it.each([["1", 1], ["60", 1], ["61", 2], ["3600", 60]])("rounds a wait of %s seconds up to %d minutes", (retryAfter, minutes) => {
    expect(troubleOf(429, { retryAfter })).toEqual({ kind: "tooMany", minutes });
  });
  it.each([null, "", "soon"])("says a minute where the header is %j", (retryAfter) => {
    expect(troubleOf(429, { retryAfter })).toEqual({ kind: "tooMany", minutes: 1 });
  });
  it("keeps which fields did not fit", () => {
    expect(troubleOf(400, { fields: ["email"] })).toEqual({ kind: "invalid", fields: ["email"] });
  });
  it("takes every other status for a fault of ours", () => {
    expect([401, 403, 404, 500].map((status) => troubleOf(status).kind)).toEqual(["server", "server", "server", "server"]);
  });
});

describe("wordTrouble", () => {
  it("says how long to wait, a minute in the singular", () => {
    expect(wordTrouble({ kind: "tooMany", minutes: 12 }, texts)).toBe("Too many tries. Try again in 12 minutes.");
    expect(wordTrouble({ kind: "tooMany", minutes: 1 }, texts)).toBe("Too many tries. Try again in 1 minute.");
  });
  it("never takes a fault of ours for a missing signal", () => {
    expect(wordTrouble({ kind: "offline" }, texts)).toBe(texts.offline);
    expect(wordTrouble({ kind: "server" }, texts)).toBe(texts.server);
    expect(wordTrouble({ kind: "invalid", fields: [] }, texts)).toBe(texts.server);
  });
});

describe("readSignInError", () => {
  it("reads next-auth's one word as an attempt that is no more", () => {
    expect(readSignInError("CredentialsSignin", 401)).toEqual({ kind: "refused" });
  });
  it("never takes an unknown answer for that", () => {
    expect(readSignInError("Configuration", 500)).toEqual({ kind: "server" });
    expect(readSignInError(null, 200)).toEqual({ kind: "server" });
    expect(readSignInError(null, 429)).toEqual({ kind: "tooMany", minutes: 1 });
  });
});
