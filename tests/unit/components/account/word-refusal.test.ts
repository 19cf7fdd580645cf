import { describe, expect, it } from "vitest";
import { readSignInError } from "@/components/account/sign-in-api";
import { TRIES, wordRefusal } from "@/components/account/word-refusal";
import { messages } from "@/lib/i18n/messages";

const texts = messages.signIn.problems;
const MINUTE = 60_000;

describe("wordRefusal", () => {
  it("says how many tries are left after the first wrong code", () => {
    expect(wordRefusal({ triesLeft: TRIES - 1, ageMs: MINUTE }, texts)).toBe("That code did not match. 4 tries left.");
  });
  it("says one try, not tries", () => {
    expect(wordRefusal({ triesLeft: 1, ageMs: MINUTE }, texts)).toBe("That code did not match. 1 try left.");
  });
  it("asks for a new code when none is left", () => {
    expect(wordRefusal({ triesLeft: 0, ageMs: MINUTE }, texts)).toBe(texts.noTriesLeft);
  });
  it.each([[10 * MINUTE - 1, "That code did not match. 3 tries left."], [10 * MINUTE, texts.codeExpired]])("at an age of %d ms says %s", (ageMs, said) => {
    expect(wordRefusal({ triesLeft: 3, ageMs }, texts)).toBe(said);
  });
});

describe("readSignInError", () => {
  it("reads next-auth's one word as a refused code", () => {
    expect(readSignInError("CredentialsSignin", 401)).toEqual({ kind: "refused" });
  });
  it("never takes an unknown answer for a wrong code", () => {
    expect(readSignInError("Configuration", 500)).toEqual({ kind: "server" });
    expect(readSignInError(null, 200)).toEqual({ kind: "server" });
    expect(readSignInError(null, 429)).toEqual({ kind: "tooMany" });
  });
});
